import type { Finding } from '../identity/finding.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'

/** A finding in the form of a problem: what, which clause, what to do. */
export const findingLines = (paint: Paint, finding: Finding): ReadonlyArray<string> => [
  `  ${paint('bold', finding.id)}`,
  `    expected  ${printable(finding.expected)}`,
  `    actual    ${paint('red', printable(finding.actual))}`,
  `    clause    ${finding.clause}`,
  `    to do     ${paint('cyan', printable(finding.remedy))}`,
  ''
]
