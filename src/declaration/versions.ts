import type * as t from 'io-ts'
import gte from 'semver/functions/gte.js'
import lt from 'semver/functions/lt.js'
import valid from 'semver/functions/valid.js'
import { choice, named } from '../diagnostics/named.ts'

const bounds = /^>= ([0-9]+\.[0-9]+\.[0-9]+), < ([0-9]+\.[0-9]+\.[0-9]+)$/

/**
 * A lower bound that is included and an upper bound that is not. The lower one is 1.10.0 or later: before that a
 * `removed` block could not say `destroy = false`, and 1.7.0 and 1.7.1 cannot read an `import` block in JSON.
 * Source: OpenTofu, "Version constraints" and the release notes of 1.10.
 */
export const TofuVersions = named(
  {
    rule: 'tofu-versions',
    clause: 'J.6.2 §7',
    expected: "two bounds in the form '>= 1.10.0, < 2.0.0', the lower one not below 1.10.0 and below the upper one",
    remedy: 'Write both bounds; without an upper one a later release could change what this file means.'
  },
  (text) => {
    const [, lower = '', upper = ''] = bounds.exec(text) ?? []
    return valid(lower) === lower && valid(upper) === upper && gte(lower, '1.10.0') && lt(lower, upper)
  }
)
export type TofuVersions = t.TypeOf<typeof TofuVersions>

/** One exact release of the AWS provider; the charter says which ones its attributes were checked against. */
export const ProviderVersion = named(
  {
    rule: 'provider-version',
    clause: 'J.6.2 §7',
    expected: "one exact version such as '5.100.0', without an operator",
    remedy: 'Pin the AWS provider to one release.'
  },
  (text) => valid(text) === text
)
export type ProviderVersion = t.TypeOf<typeof ProviderVersion>

/** What a stack accepts of a release that no end-to-end test was run with. Every report of such a release has these words. */
export const AcceptedProof = choice('checked against its schema, not run', {
  rule: 'provider-proof-accepted',
  clause: 'J.7.0 §4',
  expected:
    "'checked against its schema, not run', all that is known of a release that no end-to-end test was run with",
  remedy: "Write acceptedProof: 'checked against its schema, not run', or pin a release that is proven by run."
})
export type AcceptedProof = t.TypeOf<typeof AcceptedProof>

/**
 * How well a release of the provider is known. Only an end-to-end run with it is proof; a comparison with its schema says
 * that the emitted file is valid, and nothing of what the release does with it.
 */
export type Proof = 'proven by run' | AcceptedProof

/**
 * The release that a valid stack pins, and how well it is known. The stack accepts in words any proof that is less than a run.
 */
export const pinnedRelease = ({
  awsProvider,
  acceptedProof
}: {
  readonly awsProvider: ProviderVersion
  readonly acceptedProof?: AcceptedProof
}): { readonly version: ProviderVersion; readonly proof: Proof } => ({
  version: awsProvider,
  proof: acceptedProof ?? 'proven by run'
})
