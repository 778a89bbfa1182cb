import { page } from '../../review/page.ts'
import { printable, printableDocument } from '../../command-line/printable.ts'
import type { Review } from './run.ts'
import { consequenceText, countsText, sideText, stacksText } from './text.ts'

/** So many stacks are drawn. */
const DRAWN = 10

/** The page to look at: of the stacks that change, or of all where none does. */
export const reviewPage = (review: Review): string => {
  const { base, head, stacks, changes, notes } = review
  const changed = stacks.map(({ stack }) => stack)
  const wanted = (changed.length > 0 ? changed : [...head.files.keys()]).flatMap((stack) => {
    const [before, after] = [base.files.get(stack), head.files.get(stack)]
    return after === undefined ? [] : [{ stack: printable(stack), before, after }]
  })
  const drawn = wanted.slice(0, DRAWN).map(({ stack, before, after }) => ({
    stack,
    before: before && printableDocument(before),
    after: printableDocument(after)
  }))
  return page({
    sides: `${sideText(base)} → ${sideText(head)}`,
    counts: countsText(review),
    notes: notes.map((note) => printable(note)),
    changes: changes.map((change) => ({
      change: {
        ...change,
        sentence: printable(change.sentence, 5000),
        ...(change.parts && { parts: change.parts.map((part) => printable(part, 5000)) })
      },
      where: stacksText(change.stacks, 20),
      consequence: consequenceText(change)
    })),
    drawn,
    undrawn: Math.max(0, wanted.length - DRAWN)
  })
}
