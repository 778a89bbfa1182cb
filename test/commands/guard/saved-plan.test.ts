import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type SavedPlan, readSavedPlan, stateAt, writtenSavedPlan } from '../../../src/commands/guard/saved-plan.ts'
import { momentAt } from '../../../src/diagnostics/kinds.ts'
import { commitId, digest } from '../../support/kinds.ts'

/** What is written down beside a plan, and read again before the apply. */
const test = suite('a saved plan')

const saved = {
  schema: 'zenthea-foundation/saved-plan/2',
  stack: 'staging-eu',
  commit: commitId('a'.repeat(40)),
  fileSha256: digest('b'.repeat(64)),
  principal: 'operator role',
  tofu: { version: '1.12.6', sha256: digest('c'.repeat(64)) },
  planSha256: digest('d'.repeat(64)),
  providerLockSha256: digest('e'.repeat(64)),
  state: null,
  hasChanges: true,
  createdAt: momentAt(1_769_860_800_000)
} as unknown as SavedPlan

test('is read as it was written, with and without a state', () => {
  const state = { serial: 7, lineage: 'x', versionId: null }
  for (const one of [saved, { ...saved, state }, { ...saved, state: { ...state, versionId: 'v7' } }]) {
    const text = writtenSavedPlan(one)
    assert.match(text, /^\{\n {2}"schema": [^]*\n\}\n$/)
    assert.equal(readSavedPlan(text), E.right(one))
  }
})

test('of another form is refused, with the way out', () => {
  const fields = Object.keys(saved)
  const lacking = fields.map((field) => JSON.stringify({ ...saved, [field]: undefined }))
  const others = fields.map((field) => JSON.stringify({ ...saved, [field]: { of: 'another kind' } }))
  const more = [JSON.stringify({ ...saved, hasChanges: false }), JSON.stringify({ ...saved, colour: 'blue' }), '{', '']
  for (const text of [...lacking, ...others, ...more])
    assert.equal(
      readSavedPlan(text),
      E.left({
        rule: 'saved-plan-readable',
        clause: 'J.7.0 §4',
        from: { kind: 'plan', name: 'as it was saved' },
        expected: 'a plan that this guard saved, with all that was written down about it',
        actual: 'a file of another form',
        remedy: 'Run plan again.'
      }),
      text
    )
})

test('a state is written down by what changes with every write; before the first apply it is null', () => {
  assert.is(stateAt(O.none), null)
  for (const versionId of ['v7', undefined])
    assert.equal(stateAt(O.some({ serial: 7, lineage: 'x', versionId })), {
      serial: 7,
      lineage: 'x',
      versionId: versionId ?? null
    })
})

test.run()
