import { replaced, textsOf, whole } from '../../support/whole-evidence.ts'
import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { EVIDENCE_SCHEMA, Evidence, writtenEvidence } from '../../../src/commands/guard/evidence.ts'

const test = suite('the evidence of a run')

test('the document says what each field of it is, and of no other', () => {
  const text = readFileSync(new URL('../../../docs/auditor/evidence.md', import.meta.url), 'utf8')
  const [, table = ''] = text.split('| Field | It says |')
  const rows = table.split('\n\n')[0]?.split('\n').slice(2) ?? []
  const fields = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([a-z]+)`/g)].map(([, name]) => name ?? '')
  )
  assert.equal(fields.toSorted(), Object.keys(Evidence.required).toSorted())
  assert.match(table, EVIDENCE_SCHEMA)
})

test('no text of it can be a path of a home, a sentence or an e-mail address', () => {
  assert.ok(E.isRight(Evidence.decode(whole)))
  const texts = textsOf(whole)
  assert.ok(texts.length > 20)
  for (const at of texts)
    for (const text of ['/home/a.person/bin/tofu', 'Lineage of A Person', 'a.person@example.com', '']) {
      const other = replaced(whole, at, text)
      assert.ok(E.isLeft(Evidence.decode(other)), `${at.join('.')} ${text}`)
      assert.throws(() => writtenEvidence(other as Evidence), /not of the form/)
    }
})

test('the evidence names a stack after an illness, since a system has that name', () => {
  const path = 'out/dementia-registry/main.tf.json'
  const named = { ...whole, stack: 'dementia-registry', file: whole.file && { ...whole.file, path } } as Evidence
  assert.ok(Evidence.is(named))
  assert.equal(JSON.parse(writtenEvidence(named)), named)
})

test.run()
