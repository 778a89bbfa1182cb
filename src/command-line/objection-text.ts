import type { Objection } from '../diagnostics/finding.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'

/** An objection in the form of a problem: what, which clause, what to do. */
export const objectionLines = (paint: Paint, objection: Objection): ReadonlyArray<string> => [
  `  ${paint('bold', objection.id)}`,
  `    expected  ${printable(objection.expected)}`,
  `    actual    ${paint('red', printable(objection.actual))}`,
  `    clause    ${objection.clause}`,
  `    to do     ${paint('cyan', printable(objection.remedy))}`,
  ''
]
