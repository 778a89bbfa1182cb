import { originText } from '../diagnostics/origin.ts'
import type { Diagnostic, Path } from '../diagnostics/diagnostic.ts'
import { type Elsewhere, type Folded, folded } from '../diagnostics/folded.ts'
import { redacted } from '../charter/redacted.ts'
import { counted, printable } from './printable.ts'
import type { StopWord } from '../registry/stops.ts'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Paint } from './terminal.ts'

/** A key of so many characters is printed whole. So one that a refusal has cut is not cut a second time. */
const MOST_OF_KEY = 240
/** JSON writes one character in six at most. */
const WHOLE_KEY = 6 * MOST_OF_KEY + 2
const CUT_KEY = 120

const step = (key: string | number): string => {
  if (typeof key === 'number') return `[${key}]`
  if (/^[A-Za-z_$][\w$]{0,99}$/.test(key)) return `.${key}`
  return `[${printable(JSON.stringify(key), key.length <= MOST_OF_KEY ? WHOLE_KEY : CUT_KEY)}]`
}

/** A path as its author would write it: `parts[2].trust.roles[0]`, `tags["cost centre"]`. */
export const pathText = (path: Path): string =>
  path.length === 0 ? 'the stack as a whole' : path.map(step).join('').replace(/^\./, '')

/** A stack that emits nothing, and why. */
export type Refusal = { readonly source: string; readonly problems: ReadonlyNonEmptyArray<Diagnostic> }

/** Where in a stack something is wrong; undefined for what stands in no stack. */
const where = ({ at, source, place }: Omit<Elsewhere, 'rule'>): string | undefined => {
  const path = at === undefined ? undefined : pathText(at)
  if (source === undefined) return path
  const position = place === undefined ? '' : `:${place.line}:${place.column}`
  return `${printable(source)}${position}${path === undefined ? '' : `  ${path}`}`
}

/** What is to be copied is not cut. */
const WHOLE = 2_000

/** Where the value came from, where it did not come out of a stack. */
const fromLines = ({ from }: Pick<Diagnostic, 'from'>): ReadonlyArray<string> =>
  from === undefined ? [] : [`    from      ${printable(originText(from))}`]

/** So many other places of one diagnostic are listed. */
const FEW = 10

/** The line of a file at which one of several places is found: its name alone says less. */
const lineText = ({ from }: Elsewhere): string => (from?.line === undefined ? '' : `  (${printable(originText(from))})`)

const elsewhereLines = (paint: Paint, { rule, also, more }: Folded): ReadonlyArray<string> => {
  const left = more + Math.max(0, also.length - FEW)
  return [
    ...also.slice(0, FEW).map((other) => {
      const place = where(other) ?? (other.rule === rule ? undefined : other.rule)
      return `    also      ${place === undefined ? '' : `${place}  `}${paint('red', printable(other.actual))}${lineText(other)}`
    }),
    ...(left === 0 ? [] : [`    also      ${counted(left, 'more place')}`])
  ]
}

/** The line below a list of diagnostics: how to ask what a rule means. The first of them is the example. */
export const explainLines = ([first]: ReadonlyArray<Pick<Diagnostic, 'rule'>>): ReadonlyArray<string> =>
  first === undefined ? [] : [`What a rule means and why: npm run explain -- ${first.rule}`]

/** The line below a message that no rule makes: how to ask what it means. The registry has every such word. */
export const stopWordLine = (word: StopWord): string => `What this means and why: npm run explain -- ${word}`

/**
 * Why a command ended where no rule refuses: what happened, what to do, and how to ask what it means. What happened is
 * told without a credential and a personal datum, whichever of its words has one.
 */
export const stoppedLines = (paint: Paint, word: StopWord, says: string, remedy?: string): ReadonlyArray<string> => [
  paint('red', redacted(says)),
  ...(remedy === undefined ? [] : [`  to do     ${paint('cyan', remedy)}`]),
  stopWordLine(word)
]

/** So many problems are printed at once; with --json there are more. */
const MOST = 100

const moreLine = (count: number): ReadonlyArray<string> =>
  count <= 0 ? [] : [`  and ${counted(count, 'problem')} more: correct these first, and run it again`, '']

/**
 * The lines of diagnostics on the screen of every command. Those of one cause and one remedy are one, with the other
 * places. The head is the place in the stack, else the rule.
 */
export const diagnosticsLines = (paint: Paint, diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<string> => {
  const all = folded(diagnostics)
  return [
    ...all.slice(0, MOST).flatMap((one) => foldedLines(paint, one)),
    ...moreLine(all.length - MOST),
    ...explainLines(diagnostics)
  ]
}

/** The lines of one diagnostic. */
export const diagnosticLines = (paint: Paint, diagnostic: Diagnostic): ReadonlyArray<string> =>
  foldedLines(paint, { ...diagnostic, also: [], more: 0 })

/** The lines of one cause. */
export const foldedLines = (paint: Paint, diagnostic: Folded): ReadonlyArray<string> => {
  const place = where(diagnostic)
  return [
    `  ${paint('bold', place ?? diagnostic.rule)}`,
    `    expected  ${printable(diagnostic.expected)}`,
    `    actual    ${paint('red', printable(diagnostic.actual))}`,
    ...elsewhereLines(paint, diagnostic),
    ...fromLines(diagnostic),
    `    clause    ${diagnostic.clause}${place === undefined ? '' : `, rule ${diagnostic.rule}`}`,
    `    to do     ${paint('cyan', printable(diagnostic.remedy, WHOLE))}`,
    ''
  ]
}

const refusalLines =
  (paint: Paint) =>
  ({ source, problems }: Refusal): ReadonlyArray<string> => {
    const all = folded(problems)
    return [
      `${paint('bold', printable(source))}: ${paint('red', counted(all.length, 'problem'))}`,
      '',
      ...all.slice(0, MOST).flatMap((problem) => foldedLines(paint, problem)),
      ...moreLine(all.length - MOST)
    ]
  }

/** Every problem of every refused stack, grouped by stack file, and how many there are; no lines without a refusal. */
export const refusalText = (paint: Paint, refusals: ReadonlyArray<Refusal>): ReadonlyArray<string> => {
  if (refusals.length === 0) return []
  const problems = refusals.flatMap((refusal) => folded(refusal.problems))
  return [
    ...refusals.flatMap(refusalLines(paint)),
    ...explainLines(problems),
    `${paint('red', counted(problems.length, 'problem'))} in ${counted(refusals.length, 'stack')}; nothing was written`
  ]
}
