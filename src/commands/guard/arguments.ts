import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import type { Sourced } from '../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import { basename, resolve } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type GuardCommand, commands, isCommand, isRefusedCommand, refusedCommand } from './commands.ts'
import { StackName } from './forms.ts'
import { refusedFlag } from './refused-flags.ts'
import type { Route } from '../../caller/surroundings.ts'
import type { Options } from '../../command-line/npm-flags.ts'
import { ROUTE_OPTIONS, routeOf } from '../../command-line/route.ts'
import { namesStacks } from '../../command-line/selection.ts'
import type { UsageMistake } from '../../command-line/usage.ts'

/** A word of a command line: a flag with the value that was given to it, or a plain word. */
export type Token =
  | { readonly _tag: 'Flag'; readonly name: string; readonly value: string | undefined; readonly isLong: boolean }
  | { readonly _tag: 'Word'; readonly text: string }

const flag = /^(--?)([^=]*)(?:=(.*))?$/s

const token = (text: string): Token => {
  const [, dashes = '', name = '', value] = flag.exec(text) ?? []
  return dashes === '' || text === '-' ? { _tag: 'Word', text } : { _tag: 'Flag', name, value, isLong: dashes === '--' }
}

/**
 * The words of a command line as OpenTofu reads them: `-lock=false` and `--lock=false` are the same flag. Flags that take a
 * value take it after `=` or as the next word, whatever that is.
 */
const tokens = (args: ReadonlyArray<string>, takesValue: ReadonlySet<string>): ReadonlyArray<Token> => {
  const [first, ...rest] = args
  if (first === undefined) return []
  const read = token(first)
  const [next, ...later] = rest
  return read._tag === 'Flag' && read.value === undefined && takesValue.has(read.name) && next !== undefined
    ? [{ ...read, value: next }, ...tokens(later, takesValue)]
    : [read, ...tokens(rest, takesValue)]
}

/** What `--help` prints. */
export const GUARD_HELP = `Runs preflight, and then tofu on the proven file. tofu gets exactly the credentials, the way to AWS and the provider
that preflight saw, in an environment of its own. The guard has three commands, and no more (J.7.0 §2).

  npm run tofu -- stacks/staging-eu.ts init    fetches the provider, and binds it in out/staging-eu/.terraform.lock.hcl
  npm run tofu -- stacks/staging-eu.ts plan    plans, judges the plan, shows it, and keeps it for 15 minutes
  npm run tofu -- stacks/staging-eu.ts apply   applies the plan that was kept, after you typed the environment's name

It runs by hand at a terminal. A plan that deletes, replaces or forgets anything, or holds what the phase does not
authorise, is refused. A kept plan is applied only by the same role, with the same tofu, on the same commit, file,
provider and state. tofu runs in a private folder of the run's own, made of what was proven, not in the checkout. Each run
leaves its evidence in a private folder of yours, and says where.

Options
  --proxy URL         the way to AWS, for preflight and for tofu
  --ca-bundle FILE    the authorities that are trusted on it
  --tofu PATH         the tofu to run, where the first one on PATH is not it
  -no-color           no colours; the only flag that reaches tofu
  --debug             show where in the guard's own code a defect struck
  -h, --help          this text

Ctrl-C asks tofu once to stop, and waits for it. The guard never ends tofu.

Exit codes
  0    done
  1    refused, or not as it should be afterwards; nothing was applied unless it is said
  2    not understood, or not authorised: another command or flag of tofu, or a stack that has problems
  130  interrupted while tofu did not run
  Where tofu fails, its own exit code.
`

export type GuardArguments =
  | { readonly _tag: 'Help' }
  | {
      readonly _tag: 'Run'
      /** What names the stack, as typed, against the working directory. */
      readonly words: ReadonlyArray<string>
      readonly command: GuardCommand
      readonly route: Route
      /** The tofu to run; the first on PATH where none is named. */
      readonly tofu: AbsolutePath | undefined
      /** Whether tofu and the guard write without colours. */
      readonly isPlain: boolean
    }

/** A command line that was not understood, or one that asks for what is not authorised. */
export type GuardMistake =
  | { readonly _tag: 'Mistaken'; readonly mistake: UsageMistake }
  | { readonly _tag: 'NotAuthorised'; readonly diagnostics: ReadonlyNonEmptyArray<Sourced<Diagnostic>> }

/** The options of the guard. */
export const GUARD_OPTIONS: Options = {
  ...ROUTE_OPTIONS,
  tofu: { type: 'string' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean' },
  h: { type: 'boolean' },
  debug: { type: 'boolean' }
}

const known = Object.keys(GUARD_OPTIONS)
const valued = known.filter((name) => GUARD_OPTIONS[name]?.type === 'string')

const mistaken = (message: string): GuardMistake => ({
  _tag: 'Mistaken',
  mistake: { _tag: 'NotUnderstood', message }
})

/** Whether a word names a stack. Every other word is a command, whether tofu has it or not. */
const isStack = (word: string): boolean => namesStacks(word) && !isRefusedCommand(word)

const twice = (names: ReadonlyArray<string>): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)

/** The stack and the command that a command line names, for its evidence. Anything else in the line may be wrong. */
export const namedIn = (
  args: ReadonlyArray<string>
): { readonly stack: string | null; readonly command: GuardCommand | null } => {
  const words = tokens(args, new Set(valued)).flatMap((token) => (token._tag === 'Word' ? [token.text] : []))
  const stacks = words.filter(isStack).map((file) => basename(file, '.ts'))
  return { stack: stacks.find(StackName.is) ?? null, command: words.find(isCommand) ?? null }
}

/** The stack's file that a command line names, for a line to copy; `STACK` where it names none. */
export const stackFileIn = (args: ReadonlyArray<string>): string => {
  const { stack } = namedIn(args)
  return stack === null ? 'STACK' : `stacks/${stack}.ts`
}

/** What a command line asks for: what names a stack, one of the three commands, and flags that are known. */
export const guardArguments = (cwd: string, args: ReadonlyArray<string>): E.Either<GuardMistake, GuardArguments> => {
  const read = tokens(args, new Set(valued))
  const flags = read.flatMap((token) => (token._tag === 'Flag' ? [token] : []))
  const words = read.flatMap((token) => (token._tag === 'Word' ? [token.text] : []))
  const own = flags.filter(({ name }) => known.includes(name))
  const given = words.filter((word) => !isStack(word))
  const [first, ...diagnostics] = [
    ...given.filter((word) => !isCommand(word)).map((word) => refusedCommand(word, stackFileIn(args))),
    ...flags.filter((one) => !own.includes(one)).map(({ name }) => refusedFlag(name))
  ]
  if (first !== undefined) return E.left({ _tag: 'NotAuthorised', diagnostics: [first, ...diagnostics] })
  if (own.some(({ name }) => name === 'help' || name === 'h')) return E.right({ _tag: 'Help' })

  const oddly = own.find(({ name, value }) => valued.includes(name) === (value === undefined || value === ''))
  if (oddly !== undefined)
    return E.left(mistaken(`--${oddly.name} ${valued.includes(oddly.name) ? 'needs a value' : 'takes no value'}`))
  const repeated = twice(own.map(({ name }) => name))
  if (repeated !== undefined) return E.left(mistaken(`--${repeated} is given twice`))

  const command = given.find(isCommand)
  if (command === undefined || given.length > 1)
    return E.left(mistaken(`name one command after the stack: ${commands.join(', ')}`))

  const valueOf = (name: string): string | undefined => own.find((one) => one.name === name)?.value
  const tofu = valueOf('tofu')
  return pipe(
    routeOf(cwd, { proxy: valueOf('proxy'), 'ca-bundle': valueOf('ca-bundle') }),
    E.bimap(
      (mistake): GuardMistake => ({ _tag: 'Mistaken', mistake }),
      (route) => ({
        _tag: 'Run',
        words: words.filter(isStack),
        command,
        route,
        tofu: tofu === undefined ? undefined : absolutePath(resolve(cwd, tofu)),
        isPlain: own.some(({ name }) => name === 'no-color')
      })
    )
  )
}
