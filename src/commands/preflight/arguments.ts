import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Route } from '../../caller/surroundings.ts'
import { type CheckName, checkNames } from './check-names.ts'
import { ROUTE_OPTIONS, routeOf } from '../../command-line/route.ts'
import { type UsageMistake, parsed } from '../../command-line/usage.ts'

export type PreflightArguments = {
  /** As typed, against the working directory. */
  readonly files: ReadonlyArray<string>
  /** The one check that was asked for; none means all. */
  readonly only: CheckName | undefined
  readonly json: boolean
  readonly help: boolean
  readonly route: Route
}

/** The options of preflight. */
export const PREFLIGHT_OPTIONS = {
  check: { type: 'string' },
  json: { type: 'boolean', default: false },
  ...ROUTE_OPTIONS,
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean' }
} as const

const checkNamed = (name: string | undefined): E.Either<UsageMistake, CheckName | undefined> => {
  if (name === undefined) return E.right(undefined)
  const found = checkNames.find((known) => known === name)
  return found === undefined ? E.left({ _tag: 'NotACheck', name, names: checkNames }) : E.right(found)
}

/** What a command line asks for, or the first thing in it that is not understood; paths are absolute afterwards. */
export const preflightArguments = (
  cwd: string,
  args: ReadonlyArray<string>
): E.Either<UsageMistake, PreflightArguments> =>
  pipe(
    E.Do,
    E.apS('given', parsed(PREFLIGHT_OPTIONS, args)),
    E.bind('only', ({ given }) => checkNamed(given.values.check)),
    E.bind('route', ({ given }) => routeOf(cwd, given.values)),
    E.map(({ given: { values, positionals }, only, route }) => ({
      files: positionals,
      only,
      json: values.json,
      help: values.help,
      route
    }))
  )

/** What `--help` prints. */
export const PREFLIGHT_HELP = `Proves, before anyone applies, that file, account, backend and lock are the declared ones. Changes nothing.

  npm run preflight -- stacks/staging-eu.ts                all checks; the tofu commands at the end when all pass
  npm run preflight -- stacks/staging-eu.ts --check NAME   one check, with those that it rests on

It runs as the declared operator role or bootstrap principal, with credentials from exactly one source. What cannot be
seen is refused. The lock is proven by taking one under an id of its own, which is removed again.

Checks, in order
  ${checkNames.slice(0, 5).join(', ')},
  ${checkNames.slice(5).join(', ')}

Options
  --check NAME        run this check, and before it environment and identity where it asks AWS
  --json              one JSON document on stdout, fit to be kept as evidence, instead of lines for people:
                      { version: 2, passed, only, time, stack, source, declared: { phase, account, environment, region,
                                    provider: { version, proof } },
                        file: { path, sha256 }, commit, caller: { kind, seen, declared }, proxy,
                        checks: [{ name, outcome: "proven", "refused" or "not run", because,
                                   findings: [{ id, outcome: "passed" or "failed", clause, expected, actual,
                                              from: { kind, name, file, line }, remedy, also, more }] }],
                        guard: [{ id, clause, expected, actual, from, remedy }],
                        state: { serial, lineage, versionId } }
  --proxy URL         the way to AWS; a proxy or a CA bundle in the environment is refused unless it is named here,
  --ca-bundle FILE    because OpenTofu reads the environment and the AWS SDK for JavaScript does not
  --debug             show where in preflight's own code a defect struck
  -h, --help          this text

Exit codes
  0    everything that was asked for is proven
  1    refused; each finding says what to do
  2    not understood: an unknown option, no stack file or more than one, or a stack that has problems
  130  interrupted; the probe of the lock was removed, or it is said that it could not be
`
