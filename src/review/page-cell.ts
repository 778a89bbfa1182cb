import type { Given } from '../access/answers.ts'
import { htmlText } from './markdown.ts'
import type { MatrixCell } from './matrix.ts'

const said = (of: Given | undefined): string => of?.verdict ?? 'denied'

const why = (of: Given | undefined): string => {
  if (of === undefined) return 'nothing allows it'
  if (of.verdict === 'left to its account') return 'not decided here: the policies of its own account do'
  const by = of.by.length === 0 ? 'nothing allows it' : `by ${of.by.join(', ')}`
  return of.conditions.length === 0 ? by : `${by}; if ${of.conditions.join(', or if ')}`
}

const rank = (of: Given | undefined): number =>
  ['denied', 'left to its account', 'allowed on conditions', 'not decided', 'allowed'].indexOf(said(of))

/**
 * A cell, and why it is so. What stays denied for another reason is marked as neither more nor less. HTML alone shows the
 * reason to a mouse, a tap and the keyboard, and Escape hides it. Source: WHATWG HTML, "The popover attribute"; Open UI,
 * "Interest Invokers".
 */
export const cellText = ({ before, after }: MatrixCell, hasBefore: boolean, id: string): string => {
  const isTurned = said(before) !== said(after)
  const isChanged = hasBefore && (isTurned || why(before) !== why(after))
  const kind =
    !isChanged || (!isTurned && said(after) === 'denied') ? '' : rank(after) >= rank(before) ? 'more' : 'less'
  const turn = isTurned ? `was: ${htmlText(said(before))}` : 'for another reason than before'
  const was = isChanged ? ` <span class="${kind}">(${turn})</span>` : ''
  const tip = `${why(after)}${isChanged ? `. Before: ${why(before)}` : ''}`
  return `<td class="${kind}"><button type="button" aria-describedby="${id}" popovertarget="${id}" interestfor="${id}">${htmlText(said(after))}</button><span role="tooltip" popover id="${id}">${htmlText(tip)}</span>${was}</td>`
}
