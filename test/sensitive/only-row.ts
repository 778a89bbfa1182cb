import type { Row, Table } from '../../src/sensitive/table.ts'
import { firstOf } from '../../src/sensitive/table.ts'

/** Whether a text holds what one row of a table of numbers is for, whatever the other rows say. */
export const onlyRow = (
  rows: ReadonlyArray<Row>,
  kind: string,
  table: (rows: ReadonlyArray<Row>) => Table
): ((text: string) => boolean) => {
  const chosen = rows.filter((row) => row.kind === kind)
  if (chosen.length !== 1) throw new Error(`${chosen.length} rows of the kind ${kind}`)
  const find = firstOf([table(chosen)])
  return (text) => find(text) !== undefined
}
