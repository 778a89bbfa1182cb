import { type Sourced, machine } from '../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import satisfies from 'semver/functions/satisfies.js'
import valid from 'semver/functions/valid.js'
import { jsonOf } from '../../diagnostics/strict-json.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'

/** What `tofu version -json` says, of what is read. Source: OpenTofu, "Command: version". */
const Json = t.type({ terraform_version: t.string })

const diagnostic = (expected: string, actual: string, remedy: string): Sourced<Diagnostic> => ({
  rule: 'tofu-version',
  clause: 'J.7.0 §4',
  from: machine('what tofu says of itself'),
  expected,
  actual,
  remedy
})

const versionIn = (json: string): O.Option<string> =>
  pipe(
    jsonOf(json),
    O.flatMap((value) => O.fromEither(Json.decode(value))),
    O.map(({ terraform_version }) => terraform_version),
    O.filter((version) => valid(version) === version)
  )

/** What a tofu said, quoted; words of ours where it said nothing. */
const quoted = (said: string): string => (said === '' ? 'nothing was said' : shown(said))

const install = 'Install a release of OpenTofu, and name it where there are several: --tofu PATH'

/**
 * The version of a tofu, where its two answers agree, it is OpenTofu, and the stack allows the version. The answers are the
 * one for programs (`version -json`) and the one for people (`version`). The version must lie within the bounds that the
 * stack declares.
 */
export const judgeVersion = (
  { versions: { tofu: bounds } }: Pick<Declaration, 'versions'>,
  said: { readonly json: string; readonly text: string }
): E.Either<Sourced<Diagnostic>, string> => {
  const [line = ''] = said.text.split('\n')
  const version = versionIn(said.json)
  if (O.isNone(version)) return E.left(diagnostic('the version of OpenTofu as JSON', quoted(said.json), install))
  if (line.trimEnd() !== `OpenTofu v${version.value}`)
    return E.left(diagnostic(`OpenTofu v${version.value}, as it says for programs`, quoted(line), install))
  return satisfies(version.value, bounds.replace(',', ''))
    ? E.right(version.value)
    : E.left(diagnostic(`a release ${bounds}, as the stack declares`, version.value, install))
}

/** A file that tofu wrote names the version that tofu said of itself. */
export const sameVersion = (what: string, version: string, found: unknown): ReadonlyArray<Sourced<Diagnostic>> =>
  found === version
    ? []
    : [
        diagnostic(
          `${what} of OpenTofu ${version}, which it says it is`,
          `${what} of ${shown(found)}`,
          'Do not use this tofu: it is not the release that it names. Install a release of OpenTofu.'
        )
      ]
