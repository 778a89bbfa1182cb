import * as E from 'fp-ts/lib/Either.js'
import { type Comment, type Program, parseSync } from 'oxc-parser'
import type { Place } from '../../diagnostics/diagnostic.ts'

/** What a rule has against a place in a source file. */
export type Refusal = {
  /** Where, as an offset into the text. */
  readonly at: number
  readonly expected: string
  readonly actual: string
  readonly remedy: string
}

/**
 * The most characters of a file, and then the most `<` in it. A declaration has a few thousand characters and next to
 * no `<`, for which the time to parse grows by the square.
 */
const LONGEST = 32_768
const MOST_ANGLES = 500

/** Why a text should not even be parsed. Text that no declaration needs can keep a parser busy, or bring it down. */
export const excessOf = (text: string): ReadonlyArray<Refusal> => {
  const excess = (most: number, what: string, actual: number): ReadonlyArray<Refusal> =>
    actual <= most
      ? []
      : [
          {
            at: 0,
            expected: `at most ${most} ${what}`,
            actual: `${actual} ${what}`,
            remedy: 'Write out what is declared, and nothing else.'
          }
        ]
  return [
    ...excess(LONGEST, 'characters in a file', text.length),
    ...excess(MOST_ANGLES, '`<` in a file', text.split('<').length - 1)
  ]
}

/** What the parser made of a text. */
export type Parsed = { readonly program: Program; readonly comments: ReadonlyArray<Comment> }

/** A line by which git marks a side of a merge in conflict. */
const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/m

/** The program of a source text, or each place where it is not a module of that language. Each place has the parser's words. */
export const parsedSource = (text: string, lang: 'ts' | 'js' = 'ts'): E.Either<ReadonlyArray<Refusal>, Parsed> => {
  const { errors, program, comments } = parseSync(`stack.${lang}`, text, {
    lang,
    sourceType: 'module',
    preserveParens: false,
    showSemanticErrors: true
  })
  return errors.length === 0
    ? E.right({ program, comments })
    : E.left(
        errors.map(({ message, labels, helpMessage }) => ({
          at: labels[0]?.start ?? 0,
          expected: 'a TypeScript module',
          actual: message,
          remedy: conflict.test(text)
            ? 'Finish the merge here: keep what holds of both sides, and remove the lines of <<<<<<<, ======= and >>>>>>>.'
            : (helpMessage?.replaceAll('\n', ' ') ?? 'Correct the syntax here.')
        }))
      )
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/g

/**
 * Where an offset into a text lies: line and column, from 1. Offsets and columns count UTF-16 units, as JavaScript and
 * the parser do.
 */
export const placeIn = (text: string): ((offset: number) => Place) => {
  const starts = [0, ...[...text.matchAll(lineBreak)].map((found) => found.index + found[0].length)]
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}
