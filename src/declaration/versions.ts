import type * as t from 'io-ts'
import gte from 'semver/functions/gte.js'
import lt from 'semver/functions/lt.js'
import valid from 'semver/functions/valid.js'
import { named } from '../diagnostics/named.ts'

const bounds = /^>= ([0-9]+\.[0-9]+\.[0-9]+), < ([0-9]+\.[0-9]+\.[0-9]+)$/

/**
 * A lower bound that is included and an upper bound that is not. The lower one is 1.10.0 or later: before that a
 * `removed` block could not say `destroy = false`, and 1.7.0 and 1.7.1 cannot read an `import` block in JSON.
 * Source: OpenTofu, "Version constraints" and the release notes of 1.10.
 */
export const TofuVersions = named(
  'tofu-versions',
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
  'provider-version',
  {
    rule: 'provider-version',
    clause: 'J.6.2 §7',
    expected: "one exact version such as '5.100.0', without an operator",
    remedy: 'Pin the AWS provider to one release.'
  },
  (text) => valid(text) === text
)
export type ProviderVersion = t.TypeOf<typeof ProviderVersion>
