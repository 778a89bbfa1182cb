import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type UsageMistake, parsed } from '../../command-line/usage.ts'

/** What a command line of review asks for. */
export type ReviewArguments = {
  /** Commits and stacks as typed; which is which depends on what stacks there are (see `namedIn`). */
  readonly words: ReadonlyArray<string>
  readonly form: 'text' | 'markdown' | 'json'
  /** The file for the page to look at, as typed. */
  readonly html: string | undefined
  readonly help: boolean
}

/** The options of review. */
export const REVIEW_OPTIONS = {
  markdown: { type: 'boolean' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean' }
} as const

const refused = (message: string): E.Either<UsageMistake, never> => E.left({ _tag: 'NotUnderstood', message })

/** What a command line asks for, or the first thing in it that is not understood. */
export const reviewArguments = (argv: ReadonlyArray<string>): E.Either<UsageMistake, ReviewArguments> =>
  pipe(
    parsed(REVIEW_OPTIONS, argv),
    E.flatMap(({ values, positionals }): E.Either<UsageMistake, ReviewArguments> => {
      if (values.markdown && values.json) return refused('choose one of --markdown and --json')
      if (values.html === '') return refused('--html takes the name of a file')
      const form = values.json ? 'json' : values.markdown ? 'markdown' : 'text'
      return E.right({ words: positionals, form, html: values.html, help: values.help })
    })
  )

/** What the words of a command line name. */
export type Named = {
  /** Names of commits, as git takes them; none is the merge base with the main branch, or the working tree. */
  readonly base: string | undefined
  readonly head: string | undefined
  /** Stack files, names and patterns; empty means all stacks. */
  readonly stacks: ReadonlyArray<string>
}

/** What git takes for no name of a commit is a file or a pattern. Source: Git, git-check-ref-format. */
const isOfStacks = (word: string): boolean =>
  word.endsWith('.ts') || /^(?:.*\/)?stacks\//.test(word) || /[*?[]/.test(word)

/** Tells stacks and commits apart. A bare name is a stack where `stacks/` has one of that name. */
export const namedIn = (
  words: ReadonlyArray<string>,
  sources: ReadonlyArray<string>
): E.Either<UsageMistake, Named> => {
  const isStack = (word: string): boolean => isOfStacks(word) || sources.includes(`stacks/${word}.ts`)
  const [base, head, more] = words.filter((word) => !isStack(word))
  const odd = [base, head].find((name) => name === '' || name?.startsWith('-') === true)
  if (more !== undefined) return refused(`name at most two commits, BASE and HEAD; '${more}' is one more`)
  if (odd !== undefined) return refused(`'${odd}' is not the name of a commit`)
  return E.right({ base, head, stacks: words.filter(isStack) })
}
