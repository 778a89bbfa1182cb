import { page } from '../../review/page.ts'
import { printable } from '../../command-line/printable.ts'
import type { Review } from './run.ts'
import { consequenceText, countsText, sideText, stacksText } from './text.ts'

/** So many stacks are drawn. */
const DRAWN = 10

/** The page to look at: of the stacks that change, or of all where none does. */
export const reviewPage = (review: Review): string => {
  const { base, head, stacks, changes, notes } = review
  const changed = stacks.map(({ stack }) => stack)
  const wanted = (changed.length > 0 ? changed : [...head.files.keys()]).flatMap((stack) => {
    const after = head.files.get(stack)
    return after === undefined ? [] : [{ stack, before: base.files.get(stack), after }]
  })
  return page({
    sides: `${sideText(base)} → ${sideText(head)}`,
    counts: countsText(review),
    notes,
    changes: changes.map((change) => ({
      change: { ...change, sentence: printable(change.sentence, 5000) },
      where: stacksText(change.stacks, 20),
      consequence: consequenceText(change)
    })),
    drawn: wanted.slice(0, DRAWN),
    undrawn: Math.max(0, wanted.length - DRAWN)
  })
}
