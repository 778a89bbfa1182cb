import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type UsageMistake, PATIENCE_SECONDS, parsed } from '../../command-line/usage.ts'

export type Arguments = {
  /** As typed, against the working directory; empty means all stacks. */
  readonly files: ReadonlyArray<string>
  readonly check: boolean
  /** List every file of many, also those that are as before. */
  readonly all: boolean
  readonly json: boolean
  readonly help: boolean
  readonly patienceSeconds: number
}

/** The options of emit. */
export const EMIT_OPTIONS = {
  check: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  patience: { type: 'string', default: String(PATIENCE_SECONDS) },
  debug: { type: 'boolean' }
} as const

const patience = (value: string): E.Either<UsageMistake, number> =>
  /^\d+(\.\d+)?$/.test(value) && Number(value) >= 0.1 && Number(value) <= 3600
    ? E.right(Number(value))
    : E.left({ _tag: 'NotAPatience', value })

/** What a command line asks for, or the first thing in it that is not understood; unknown flags are refused. */
export const commandArguments = (args: ReadonlyArray<string>): E.Either<UsageMistake, Arguments> =>
  pipe(
    parsed(EMIT_OPTIONS, args),
    E.flatMap(({ values, positionals }) =>
      pipe(
        patience(values.patience),
        E.map((patienceSeconds) => ({
          files: positionals,
          check: values.check,
          all: values.all,
          json: values.json,
          help: values.help,
          patienceSeconds
        }))
      )
    )
  )
