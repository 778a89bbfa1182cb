import * as E from 'fp-ts/lib/Either.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import { resolve } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type GuardCommand, commands, isCommand, refusedCommand } from './commands.ts'
import { refusedFlag } from './refused-flags.ts'
import type { Route } from '../../caller/surroundings.ts'
import type { Options } from '../../command-line/npm/swallowed.ts'
import { ROUTE_OPTIONS, routeOf } from '../../command-line/route.ts'
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

export type GuardArguments =
  | { readonly _tag: 'Help' }
  | {
      readonly _tag: 'Run'
      /** As typed, against the working directory. */
      readonly file: string
      readonly command: GuardCommand
      readonly route: Route
      /** The tofu to run, absolute; the first on PATH where none is named. */
      readonly tofu: string | undefined
      /** Whether tofu and the guard write without colours. */
      readonly isPlain: boolean
    }

/** A command line that was not understood, or one that asks for what is not authorised. */
export type GuardMistake =
  | { readonly _tag: 'Mistaken'; readonly mistake: UsageMistake }
  | { readonly _tag: 'NotAuthorised'; readonly diagnostics: ReadonlyNonEmptyArray<Diagnostic> }

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

/** The file is the word that is named like one; every other word is a command, of tofu or of nobody. */
const isFile = (word: string): boolean => word.endsWith('.ts')

const twice = (names: ReadonlyArray<string>): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index)

/** What a command line asks for: one stack file, one of the three commands, and flags that are known. */
export const guardArguments = (cwd: string, args: ReadonlyArray<string>): E.Either<GuardMistake, GuardArguments> => {
  const read = tokens(args, new Set(valued))
  const flags = read.flatMap((token) => (token._tag === 'Flag' ? [token] : []))
  const words = read.flatMap((token) => (token._tag === 'Word' ? [token.text] : []))
  const own = flags.filter(({ name }) => known.includes(name))
  const given = words.filter((word) => !isFile(word))
  const [first, ...diagnostics] = [
    ...given.filter((word) => !isCommand(word)).map(refusedCommand),
    ...flags.filter((one) => !own.includes(one)).map(({ name }) => refusedFlag(name))
  ]
  if (first !== undefined) return E.left({ _tag: 'NotAuthorised', diagnostics: [first, ...diagnostics] })
  if (own.some(({ name }) => name === 'help' || name === 'h')) return E.right({ _tag: 'Help' })

  const oddly = own.find(({ name, value }) => valued.includes(name) === (value === undefined || value === ''))
  if (oddly !== undefined)
    return E.left(mistaken(`--${oddly.name} ${valued.includes(oddly.name) ? 'needs a value' : 'takes no value'}`))
  const repeated = twice(own.map(({ name }) => name))
  if (repeated !== undefined) return E.left(mistaken(`--${repeated} is given twice`))

  const files = words.filter(isFile)
  const [file] = files
  if (file === undefined || files.length > 1)
    return E.left({ _tag: 'Mistaken', mistake: { _tag: 'NotOneStack', count: files.length } })
  const [command] = given.filter(isCommand)
  if (command === undefined || given.length > 1)
    return E.left(mistaken(`name one command after the stack file: ${commands.join(', ')}`))

  const valueOf = (name: string): string | undefined => own.find((one) => one.name === name)?.value
  const tofu = valueOf('tofu')
  return pipe(
    routeOf(cwd, { proxy: valueOf('proxy'), 'ca-bundle': valueOf('ca-bundle') }),
    E.bimap(
      (mistake): GuardMistake => ({ _tag: 'Mistaken', mistake }),
      (route) => ({
        _tag: 'Run',
        file,
        command,
        route,
        tofu: tofu === undefined ? undefined : resolve(cwd, tofu),
        isPlain: own.some(({ name }) => name === 'no-color')
      })
    )
  )
}
