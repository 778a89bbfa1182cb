import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { EVIDENCE_SCHEMA, Evidence } from '../../src/guard/evidence.ts'

const test = suite('the evidence of a run')

test('SECURITY.md says what each field of it is, and of no other', () => {
  const text = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8')
  const [, table = ''] = text.split('| Field | It says |')
  const rows = table.split('\n\n')[0]?.split('\n').slice(2) ?? []
  const fields = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([a-z]+)`/g)].map(([, name]) => name ?? '')
  )
  assert.equal(fields.toSorted(), Object.keys(Evidence.required).toSorted())
  assert.match(table, EVIDENCE_SCHEMA)
})

test.run()
