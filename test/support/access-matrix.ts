import { administratorRows } from './access-matrix/administrator-rows.ts'
import { automationRows } from './access-matrix/automation-rows.ts'
import { everybodyRows } from './access-matrix/everybody-rows.ts'
import { operatorRows } from './access-matrix/operator-rows.ts'
import type { Row } from './access-matrix/row.ts'

/**
 * Who may and may not do what, as the requirement says it: written by hand, with a clause and a reason in each row, and
 * the same for every stack. The tests put it to a simulator of IAM; docs/auditor/access.md shows it.
 */
export const accessMatrix: ReadonlyArray<Row> = [
  ...operatorRows,
  ...everybodyRows('operator'),
  ...automationRows,
  ...everybodyRows('automation'),
  ...administratorRows
]
