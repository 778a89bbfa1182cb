import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fuzzLock } from './support/fuzz/fuzz-lock.ts'
import { fuzzPlan } from './support/fuzz/fuzz-plan.ts'
import { fuzzState } from './support/fuzz/fuzz-state.ts'

/** 2,000 of them, and test/outside/git/mutations.process.test.ts 150 of git's objects; test/e2e/mutations.test.ts tries 21,000 others, and asks a real tofu about states. */
const test = suite('a second reading never contradicts what passes')

test('of 600 mutations of a state', () => {
  const { passed, faults } = fuzzState(600, 15)
  assert.equal(faults, [])
  assert.ok(passed.length > 50, 'some change nothing that is judged')
})

test('of 1,200 mutations of a lock item', () => {
  const { passed, faults } = fuzzLock(1_200, 15)
  assert.equal(faults, [])
  assert.ok(passed.length > 50)
})

test('of 200 mutations of a plan', () => {
  const { passed, faults } = fuzzPlan('first-apply', 200, 15)
  assert.equal(faults, [])
  assert.ok(passed.length > 5)
})

test.run()
