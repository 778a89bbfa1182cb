import { declaredAs, seenAs } from '../../support/seen.ts'
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

const whole: Evidence = {
  schema: EVIDENCE_SCHEMA,
  program: 'b'.repeat(64),
  sandbox: false,
  command: 'apply',
  completed: true,
  began: '2026-01-31T12:00:00.000Z',
  ended: '2026-01-31T12:01:00.000Z',
  stack: 'staging-eu',
  declared: {
    account: '111122223333',
    region: 'eu-central-1',
    provider: { version: '5.100.0', proof: 'proven by run' }
  },
  caller: {
    kind: 'operator role',
    seen: seenAs('ZentheaStagingEuOperator'),
    declared: declaredAs('arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator')
  },
  commit: 'a'.repeat(40),
  file: { path: 'out/staging-eu/main.tf.json', sha256: 'b'.repeat(64) },
  tofu: { version: '1.12.6', sha256: 'c'.repeat(64) },
  providers: { sha256: 'd'.repeat(64), hashes: [`h1:${'A'.repeat(43)}=`] },
  plan: { sha256: 'e'.repeat(64), hasChanges: true },
  checks: [{ check: 'identity', outcome: 'Proven' }],
  findings: [{ of: 'plan', id: 'plan-actions', clause: 'J.6.2 §7', outcome: 'passed' }],
  confirmed: true,
  applied: true,
  runs: [{ command: 'apply', exitCode: 0, interrupts: 0, terminalGone: false }],
  outcome: { reason: 'Done', objections: [], exitCode: 0 },
  state: { before: null, after: { serial: 1, versionId: 'v1' } }
}

/** Every text in a document, as a path of keys. */
const textsOf = (value: unknown, at: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> => {
  if (typeof value === 'string') return [at]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, [...at, key]))
}
const replaced = (value: unknown, [key, ...rest]: ReadonlyArray<string>, by: string): unknown => {
  if (key === undefined) return by
  const copy: Record<string, unknown> = { ...(value as object) }
  copy[key] = replaced(copy[key], rest, by)
  return Array.isArray(value) ? Object.values(copy) : copy
}

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

test.run()
