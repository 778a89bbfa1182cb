import type { LikeChange } from '../../review/like-changes.ts'
import { turns } from '../../access/sentences.ts'
import { isWidening } from '../../review/stack-changes.ts'
import { stopWordLine } from '../../command-line/diagnostic-text.ts'
import { counted, printable } from '../../command-line/printable.ts'
import type { Paint } from '../../command-line/terminal.ts'
import { toldLine } from '../../command-line/told-line.ts'
import type { Review } from './run.ts'
import type { Objection, Side } from './sides.ts'

/** So many characters of what was found are printed. */
const LONGEST = 2000

/** A side as a reader calls it, with the beginning of its id. */
export const sideText = ({ name, commit }: Side): string =>
  commit === undefined ? printable(name) : `${printable(name)} (${commit.slice(0, 12)})`

/** Some names of stacks in one line; the others are counted. */
export const stacksText = (stacks: ReadonlyArray<string>, most: number): string => {
  const shown = stacks.slice(0, most).map((name) => printable(name))
  const rest = stacks.length - shown.length
  return `${stacks.length === 1 ? '' : `${stacks.length} stacks: `}${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Who must apply a change, and what that does. */
export const consequenceText = ({ applier, apply, clause }: LikeChange): string => {
  if (applier === 'nobody') return `it cannot be applied: ${apply} (${clause})`
  return applier === 'anybody who plans' ? `${apply} (${clause})` : `the ${applier} applies it: ${apply} (${clause})`
}

/** How many changes there are of each kind, in words. */
export const countsText = ({ changes, stacks, count }: Review): string => {
  if (stacks.length === 0) return `none of ${counted(count, 'stack')} changes`
  const kinds = turns.flatMap((turn) => {
    const of = changes.filter((change) => change.turn === turn).length
    return of === 0 ? [] : [`${of} ${of === 1 ? turn : turn.replace(/s$/, '')}`]
  })
  return `${stacks.length} of ${counted(count, 'stack')} ${stacks.length === 1 ? 'changes' : 'change'}: ${kinds.join(', ')}`
}

const entryLines =
  (paint: Paint) =>
  (change: LikeChange): ReadonlyArray<string> => [
    '',
    toldLine(paint, change),
    `           in ${stacksText(change.stacks, 5)}`,
    `           ${consequenceText(change)}`
  ]

/** The lines for a person at a terminal. */
export const reviewLines = (paint: Paint, review: Review): ReadonlyArray<string> => [
  `${sideText(review.base)} → ${sideText(review.head)}`,
  paint(review.changes.some(isWidening) ? 'red' : 'green', countsText(review)),
  ...review.notes.map((note) => paint('dim', printable(note))),
  ...review.changes.flatMap(entryLines(paint))
]

/** The lines that say why there is no review. */
export const objectionLines = (paint: Paint, objections: ReadonlyArray<Objection>): ReadonlyArray<string> => [
  paint('red', `review: refused, ${counted(objections.length, 'problem')}; nothing was compared`),
  ...objections.flatMap(({ what, actual, remedy }) => [
    printable(what),
    `  actual    ${printable(actual, LONGEST)}`,
    `  to do     ${paint('cyan', printable(remedy))}`
  ]),
  stopWordLine('not-compared')
]
