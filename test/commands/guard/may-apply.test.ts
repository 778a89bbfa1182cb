import { commitId, digest } from '../../support/kinds.ts'
import { momentAt } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Present, mayApply } from '../../../src/commands/guard/may-apply.ts'
import { type SavedPlan, readSavedPlan, writtenSavedPlan } from '../../../src/commands/guard/saved-plan.ts'

const test = suite('which saved plan may be applied')

const createdAt = momentAt(Date.UTC(2026, 0, 31, 12))
const tofu = { version: '1.12.6', sha256: digest<'tofu'>('d'.repeat(64)) }
const state = { serial: 7, lineage: '8a2c7d1e-0000-4000-8000-000000000000', versionId: 'v7' }
const saved: SavedPlan = {
  schema: 'zenthea-foundation/saved-plan/2',
  stack: 'staging-eu',
  commit: commitId('a'.repeat(40)),
  fileSha256: digest('b'.repeat(64)),
  principal: 'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator',
  tofu,
  planSha256: digest('c'.repeat(64)),
  providerLockSha256: digest('e'.repeat(64)),
  state,
  hasChanges: true,
  createdAt
}
const present: Present = { ...saved, now: momentAt(createdAt + 60_000) }
const minutes = (count: number) => ({ now: momentAt(createdAt + count * 60_000) })

test('one that was made a minute ago, with nothing changed since', () => {
  assert.equal(mayApply(saved, present), [])
})

const changes: ReadonlyArray<readonly [what: string, id: string, changed: Partial<Present>]> = [
  ['another stack', 'plan-same-stack', { stack: 'production-eu' }],
  ['another commit', 'plan-same-commit', { commit: commitId(`${'a'.repeat(39)}b`) }],
  ['an edited file', 'plan-same-file', { fileSha256: digest('c'.repeat(64)) }],
  [
    'other credentials',
    'plan-same-principal',
    { principal: 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap' }
  ],
  ['another tofu', 'plan-same-tofu', { tofu: { ...tofu, sha256: digest('e'.repeat(64)) } }],
  ['a tofu that says another version', 'plan-same-tofu', { tofu: { ...tofu, version: '1.12.7' } }],
  ['other provider hashes', 'plan-same-providers', { providerLockSha256: digest('f'.repeat(64)) }],
  ['an edited plan', 'plan-unchanged', { planSha256: digest('d'.repeat(64)) }],
  ['more than a quarter of an hour', 'plan-fresh', minutes(15.01)],
  ['a clock that was put back', 'plan-fresh', minutes(-0.01)],
  ['a write of the state', 'plan-not-overtaken', { state: { ...state, serial: 8 } }],
  ['another state of the same serial', 'plan-not-overtaken', { state: { ...state, lineage: 'other' } }],
  ['a state that was put back', 'plan-not-overtaken', { state: { ...state, versionId: 'v9' } }],
  ['a state that is gone', 'plan-not-overtaken', { state: null }]
]
for (const [what, id, changed] of changes)
  test(`none after ${what}`, () => {
    assert.equal(
      mayApply(saved, { ...present, ...changed }).map((diagnostic) => diagnostic.rule),
      [id]
    )
  })

test('one of exactly a quarter of an hour', () => {
  assert.equal(mayApply(saved, { ...present, ...minutes(15) }), [])
})

test('one that was made before there was a state, as long as there is none', () => {
  assert.equal(mayApply({ ...saved, state: null }, { ...present, state: null }), [])
  assert.equal(
    mayApply({ ...saved, state: null }, present).map(({ rule }) => rule),
    ['plan-not-overtaken']
  )
})

test('every reason is said at once', () => {
  const all = changes.reduce<Partial<Present>>((sum, [, , changed]) => ({ ...sum, ...changed }), {})
  assert.is(new Set(mayApply(saved, { ...present, ...all, ...minutes(16) }).map(({ rule }) => rule)).size, 9)
})

test('what is written down is read back, and nothing else is', () => {
  assert.equal(readSavedPlan(writtenSavedPlan(saved)), E.right(saved))
  const lacking = { ...saved, state: undefined }
  for (const other of ['', '{}', JSON.stringify(lacking), JSON.stringify({ ...saved, more: 1 })])
    assert.ok(E.isLeft(readSavedPlan(other)), other)
  assert.ok(E.isLeft(readSavedPlan(JSON.stringify({ ...saved, schema: 'zenthea-foundation/saved-plan/1' }))))
})

test.run()
