import { didYouMean, nearest } from '../diagnostics/nearest.ts'
import { printable } from './printable.ts'
import type { StopWord } from '../registry/stops.ts'
import * as E from 'fp-ts/lib/Either.js'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** A command line that asks for nothing that could be done. */
export type UsageMistake =
  | { readonly _tag: 'NotUnderstood'; readonly message: string }
  | { readonly _tag: 'NotAPatience'; readonly value: string }
  | { readonly _tag: 'NotAStackFile'; readonly file: string }
  | { readonly _tag: 'TwoProjects'; readonly projects: readonly [string, string] }
  | { readonly _tag: 'NoStacksFolder'; readonly folder: string }
  | { readonly _tag: 'NoStacks'; readonly project: string }
  | { readonly _tag: 'NotOneStack'; readonly count: number; readonly stacks: ReadonlyArray<string> }
  | { readonly _tag: 'NotAProxy' }
  | { readonly _tag: 'NoSuchStack'; readonly source: string; readonly stacks: ReadonlyArray<string> }
  | { readonly _tag: 'NotACheck'; readonly name: string; readonly names: ReadonlyArray<string> }

/** The word that explains a mistake. */
export const usageWords: Readonly<Record<UsageMistake['_tag'], StopWord>> = {
  NotUnderstood: 'not-understood',
  NotAPatience: 'not-a-patience',
  NotAStackFile: 'not-a-stack-file',
  TwoProjects: 'two-projects',
  NoStacksFolder: 'no-stacks-folder',
  NoStacks: 'no-stacks',
  NotOneStack: 'not-one-stack',
  NotAProxy: 'not-a-proxy',
  NoSuchStack: 'no-such-stack',
  NotACheck: 'not-a-check'
}

/** So many stacks are named in a message. */
const MOST = 10

const thereAre = (stacks: ReadonlyArray<string>): string => {
  if (stacks.length === 0) return ''
  const names = stacks.slice(0, MOST).map(nameOf)
  const more = stacks.length > MOST ? ` and ${stacks.length - MOST} more` : ''
  return `; there ${stacks.length === 1 ? 'is' : 'are'} ${names.join(', ')}${more}`
}

/** The name of a stack by its file in the project: `staging-eu` of `stacks/staging-eu.ts`. */
export const stackNameOf = (source: string): string => source.replace(/^stacks\/|\.ts$/g, '')

const nameOf = (source: string): string => printable(stackNameOf(source))

/** An example of a stack's name: one of the project's own, where it has any. */
const suchAs = ([first]: ReadonlyArray<string>): string => (first === undefined ? '' : `, such as ${nameOf(first)}`)

/** The question for the stack that was most likely meant. A message lists a few of a hundred stacks alone. */
const meantStack = ({ source, stacks }: { readonly source: string; readonly stacks: ReadonlyArray<string> }): string =>
  didYouMean(nameOf(source), stacks.map(nameOf))

/** What is wrong with the command line and what to type instead, in one line. */
export const usageText = (mistake: UsageMistake): string => {
  switch (mistake._tag) {
    case 'NotUnderstood':
      return printable(mistake.message)
    case 'NotAPatience':
      return `--patience takes a number of seconds from 0.1 to 3600, not '${printable(mistake.value)}'`
    case 'NotAStackFile':
      return `'${printable(mistake.file)}' is not a stack file; name a stack, its file directly in a folder 'stacks', or several by a quoted pattern ('stacks/*-eu')`
    case 'TwoProjects':
      return 'the stacks named lie in two projects; run it once in each'
    case 'NoStacksFolder':
      return `no folder 'stacks' is here, nor where the named stack would lie; run this in the project, or name stack files`
    case 'NoStacks':
      return `the folder 'stacks' has no stack file; a stack is a file such as stacks/staging-eu.ts`
    case 'NotOneStack':
      return `name one stack${suchAs(mistake.stacks)}; ${mistake.count === 0 ? 'none was' : `${mistake.count} were`} named${thereAre(mistake.stacks)}`
    case 'NotAProxy':
      return '--proxy takes an address such as http://proxy.example:3128, without a user, a password or a path; for a proxy with a password, run a relay on this machine that adds it and name the relay'
    case 'NoSuchStack':
      return `${printable(mistake.source)} does not exist${thereAre(mistake.stacks)}. ${meantStack(mistake)}`.replace(
        /\. $/,
        ''
      )
    case 'NotACheck':
      return `--check takes one of ${mistake.names.join(', ')}; not '${printable(mistake.name)}'. ${didYouMean(mistake.name, mistake.names)}`.trimEnd()
  }
}

/** parseArgs says what is wrong first, and then what to type, which is not always right behind npm run. */
const firstSentence = (error: unknown): string => {
  const { message } = E.toError(error)
  return message.split(/\.\s/)[0] ?? message
}

/** The same words, and the option that was most likely meant by an unknown one. */
const meantOption = (message: string, options: ReadonlyArray<string>): string => {
  const [, unknown] = /^Unknown option '--([^']+)'/.exec(message) ?? []
  const meant = unknown === undefined ? undefined : nearest(unknown, options)
  return meant === undefined ? message : `${message}. Did you mean --${meant}?`
}

/** Options and files of a command line, or the first thing in it that is not understood. */
export const parsed = <O extends NonNullable<ParseArgsConfig['options']>>(options: O, args: ReadonlyArray<string>) =>
  E.tryCatch(
    () => parseArgs({ args: [...args], options, allowPositionals: true, strict: true }),
    (error): UsageMistake => ({
      _tag: 'NotUnderstood',
      message: meantOption(firstSentence(error), Object.keys(options))
    })
  )

/** How many seconds one stack file may take to load where no other time is given. */
export const PATIENCE_SECONDS = 10
