import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Route } from '../../caller/surroundings.ts'
import { ROUTE_OPTIONS, routeOf } from '../../command-line/route.ts'
import { type UsageMistake, parsed } from '../../command-line/usage.ts'

export type SeedArguments = {
  /** As typed, against the working directory. */
  readonly files: ReadonlyArray<string>
  readonly isDryRun: boolean
  readonly help: boolean
  readonly route: Route
}

/** The options of seed. */
export const SEED_OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  ...ROUTE_OPTIONS,
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean', default: false }
} as const

/** What a command line asks for, or the first thing in it that is not understood; paths are absolute afterwards. */
export const seedArguments = (cwd: string, args: ReadonlyArray<string>): E.Either<UsageMistake, SeedArguments> =>
  pipe(
    E.Do,
    E.apS('given', parsed(SEED_OPTIONS, args)),
    E.bind('route', ({ given }) => routeOf(cwd, given.values)),
    E.map(({ given: { values, positionals }, route }) => ({
      files: positionals,
      isDryRun: values['dry-run'],
      help: values.help,
      route
    }))
  )
