import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accessTables, escalationTable, trustTable } from '../support/access-matrix-table.ts'
import { production, staging } from '../support/access-matrix/names.ts'

const test = suite('access matrix as tables')

const rowsOf = (markdown: string): ReadonlyArray<ReadonlyArray<string>> =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.slice(2, -2).split(' | '))

test('every row of a table has the columns of its head, so that no text breaks out of its cell', () => {
  for (const [markdown, columns] of [
    [accessTables(), 6],
    [trustTable(staging), 5],
    [trustTable(production), 5],
    [escalationTable(), 3]
  ] as const) {
    const rows = rowsOf(markdown)
    assert.ok(rows.length > 20)
    assert.equal(
      rows.filter((cells) => cells.length !== columns),
      []
    )
  }
})

test('what an operator may do with the state, and automation may not, stands in it', () => {
  const [, operator = '', automation = ''] = accessTables().split('#### ')
  assert.match(operator, /^operator role\n/)
  assert.match(
    operator,
    /^\| may \| `s3`: PutObject \| the state \| as usual, over TLS 1\.2 \| {2}\| J\.7\.0 §2: apply writes the state \|$/m
  )
  assert.match(
    automation,
    /^\| may not \| `s3`: PutObject \| the state \| {2}\| own grants, own denials \| J\.7\.0 §6: /m
  )
})

test.run()
