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
  debug: { type: 'boolean', default: false }
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
