import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type UsageMistake, parsed } from '../../command-line/usage.ts'

/** The options of the sandbox. */
export const SANDBOX_OPTIONS = {
  all: { type: 'boolean', default: false },
  tour: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  run: { type: 'string' },
  offline: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  reset: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean' }
} as const

export type SandboxArguments = {
  /** Names of stacks, or what is asked for inside of a sandbox. */
  readonly words: ReadonlyArray<string>
  readonly isAll: boolean
  readonly isTour: boolean
  readonly isYes: boolean
  readonly isList: boolean
  readonly run: string | undefined
  readonly isOffline: boolean
  readonly isKept: boolean
  readonly isReset: boolean
  readonly help: boolean
}

/** What a command line asks for, or the first thing in it that is not understood. */
export const sandboxArguments = (args: ReadonlyArray<string>): E.Either<UsageMistake, SandboxArguments> =>
  pipe(
    parsed(SANDBOX_OPTIONS, args),
    E.map(({ values, positionals }) => ({
      words: positionals,
      isAll: values.all,
      isTour: values.tour,
      isYes: values.yes,
      isList: values.list,
      run: values.run,
      isOffline: values.offline,
      isKept: values.keep,
      isReset: values.reset,
      help: values.help
    }))
  )

/** The stack or the pattern that a word names, without its folder and its ending. */
export const stackNamed = (word: string): string => word.replace(/^(\.\/)?stacks\//, '').replace(/\.ts$/, '')

/** What `--help` prints. */
export const SANDBOX_HELP = `Rehearses day 0 and every accident in a copy of the committed stacks, against a stand-in for AWS on this machine.

  npm run sandbox -- staging-eu            a shell in which seed, preflight, tofu and aws work
  npm run sandbox -- --all                 the same for every stack, each account on its own
  npm run sandbox -- --tour staging-eu     day 0 from beginning to end, step by step
  npm run sandbox -- --list                the accidents

In the shell
  seed, preflight, tofu, aws   as in real life; a stack that is not named is the shell's own
  use STACK                    go to another stack
  as WHO                       be bootstrap, operator, automation, person, stranger or other-account
  mfa                          the code that the device of this person shows now
  tour [--yes]                 day 0, step by step
  accidents, break NAME        the accidents, and one of them
  way-out [--yes], check       the lines that lead out of it, as they are printed; whether all is well again
  exit                         the end: nothing stays

Nothing that it does reaches AWS, this repository or your own state folder, and nothing of it is proof.

Options
  --all               every stack of this project
  --list              the accidents, a line each
  --tour              day 0 instead of a shell; it stops where a person decides
  --yes               answer instead of the person, for a recording
  --run LINE          run this line in the sandbox instead of a shell, after --tour where both are given
  --offline           fetch nothing: refuse where a tool is not on this machine
  --keep              keep the sandbox of these stacks: the next one goes on where it ended
  --reset             remove what was kept, and begin anew
  --debug             show where in the sandbox's own code a defect struck
  -h, --help          this text

Exit codes
  0    the shell or the line ended with 0
  1    it cannot be opened, or is not well
  2    not understood
  130  interrupted; nothing is left
  else what the shell or the line ended with
`
