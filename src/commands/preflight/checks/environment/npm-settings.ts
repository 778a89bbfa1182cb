import { type Sourced, fileAt, lineOf } from '../../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { parse } from 'ini'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'
import type { ReadFailure } from '../../../../outside/files/files.port.ts'

/**
 * Settings of npm that say how packages are fetched and told about, and neither what runs nor how. What is fetched is
 * bound by package-lock.json. Source: npm, "config".
 */
const harmless = [
  ...['audit', 'audit-level', 'before', 'color', 'engine-strict', 'fetch-retries', 'fetch-retry-factor'],
  ...['fetch-retry-maxtimeout', 'fetch-retry-mintimeout', 'fetch-timeout', 'fund', 'ignore-scripts', 'include'],
  ...['install-links', 'legacy-peer-deps', 'lockfile-version', 'loglevel', 'maxsockets', 'min-release-age', 'noproxy'],
  ...['offline', 'omit', 'package-lock', 'prefer-dedupe', 'prefer-offline', 'prefer-online', 'progress', 'proxy'],
  ...['https-proxy', 'registry', 'replace-registry-host', 'save', 'save-exact', 'save-prefix', 'strict-peer-deps'],
  ...['always-auth', 'unicode', 'update-notifier', 'cafile', 'timing']
]

/** A registry for a scope, and how one signs in to a registry. */
const ofRegistries =
  /^(@[^:\s]+:registry|\/\/[^\s]+:(_authToken|_auth|_password|username|email|always-auth|certfile|keyfile))$/

const diagnostic = (actual: string, remedy: string, line?: number): Sourced<Diagnostic> => ({
  rule: 'npm-settings',
  clause: 'J.6.2 §7',
  from: fileAt('.npmrc', line),
  expected: 'in .npmrc of the project no setting that changes what npm runs, or what it runs this with',
  actual,
  remedy
})

/**
 * What speaks against the settings that npm takes from the project. With them npm, which starts this program, could start
 * another one or load code into it. Read with npm's own parser; what is not known to be harmless is refused. No value is
 * shown.
 */
export const npmDiagnostics = (npmrc: E.Either<ReadFailure, O.Option<string>>): ReadonlyArray<Sourced<Diagnostic>> => {
  if (E.isLeft(npmrc))
    return [
      diagnostic(
        `${npmrc.left.what} cannot be read: ${npmrc.left.cause}`,
        'Make .npmrc a regular file that can be read, or remove it.'
      )
    ]
  if (O.isNone(npmrc.right)) return []
  const text = npmrc.right.value
  return Object.keys(parse(text))
    .filter((name) => !harmless.includes(name) && !ofRegistries.test(name))
    .map((name) => {
      const shown = /^[@/A-Za-z0-9:._-]{1,64}$/.test(name) ? name : 'a setting that npm does not document'
      return diagnostic(
        `.npmrc sets ${shown}, which is not known to be harmless`,
        `Take ${shown} out of .npmrc; a setting of your own belongs into the one of your home.`,
        lineOf(text, name)
      )
    })
}
