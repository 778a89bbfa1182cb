import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  erroredStays,
  noErroredState,
  notHalfApplied,
  nothingLeft,
  stateMoved
} from '../../../src/commands/guard/afterwards.ts'
import type { StateAt } from '../../../src/commands/guard/saved-plan.ts'
import type { Finding } from '../../../src/diagnostics/finding.ts'

const test = suite('what is found after an apply')

const at = (serial: number, lineage = 'one'): StateAt => ({ serial, lineage, versionId: null })
const ended = (code: number, interrupts = 0) => ({ code, interrupts, isTerminalGone: false })
const told = (finding: Finding) => [finding.outcome, finding.expected, finding.actual]

/** A state before and after, whether the apply wrote, and whether it moved as an apply moves it. */
const moves: ReadonlyArray<readonly [before: StateAt, after: StateAt, isWritten: boolean, outcome: string]> = [
  [null, at(0), true, 'passed'],
  [at(4), at(5), true, 'passed'],
  [at(4), at(9), true, 'passed'],
  [at(4), at(4), true, 'failed'],
  [at(4), at(3), true, 'failed'],
  [at(4), at(5, 'two'), true, 'failed'],
  [at(4), null, true, 'failed'],
  [null, null, true, 'failed'],
  [at(4), at(4), false, 'passed'],
  [at(4), at(5), false, 'passed'],
  [at(4), at(3), false, 'failed'],
  [at(4), at(4, 'two'), false, 'failed'],
  [at(0), null, false, 'failed'],
  [null, null, false, 'passed'],
  [null, at(0), false, 'passed']
]
for (const [before, after, isWritten, outcome] of moves)
  test(`${JSON.stringify(before)} to ${JSON.stringify(after)}, ${isWritten ? '' : 'not '}written: ${outcome}`, () => {
    assert.is(stateMoved('staging-eu', before, after, isWritten).outcome, outcome)
  })

test('a state is told by its serial, and by its lineage where that is another', () => {
  assert.equal(told(stateMoved('a', at(4), at(5), true)), [
    'passed',
    'a state after serial 4, of the same lineage',
    'serial 5'
  ])
  assert.equal(told(stateMoved('a', at(4), at(3), false)), [
    'failed',
    'serial 4 or a later one, of the same lineage',
    'serial 3'
  ])
  assert.is(stateMoved('a', at(4), at(5, 'two'), true).actual, 'serial 5 of another lineage')
  assert.is(stateMoved('a', at(4), null, true).actual, 'no state of another lineage')
  assert.is(stateMoved('a', null, at(1), true).expected, 'a state after no state, of the same lineage')
  assert.match(JSON.stringify(stateMoved('staging-eu', at(4), null, true)), 'npm run preflight -- stacks/staging-eu.ts')
})

test('a state that could not be stored is told by its file, and another one is not there', () => {
  const expected = 'no errored.tfstate: the state is stored where it belongs'
  assert.equal(told(noErroredState('out/a', false)), ['passed', expected, 'there is none'])
  const left = noErroredState('out/a', true)
  assert.equal(told(left), ['failed', expected, 'there is out/a/errored.tfstate'])
  assert.equal(left.from, { kind: 'file', name: 'out/a/errored.tfstate', line: undefined })
  // The command stands at the end: a word after it would be copied with it.
  assert.match('remedy' in left ? left.remedy : '', /state push errored\.tfstate && rm out\/a\/errored\.tfstate$/)
  assert.match(
    'remedy' in left ? left.remedy : '',
    'so that OpenTofu refuses it where another run has written: export '
  )
  const stays = erroredStays('/run/errored.tfstate')
  assert.is(stays.outcome, 'failed')
  assert.is(stays.actual, 'there may be /run/errored.tfstate, which could not be moved into the checkout')
})

test('a fresh plan: nothing to do, something to do, or no plan', () => {
  const expected = 'a fresh plan has nothing to do'
  const plan = 'npm run tofu -- stacks/staging-eu.ts plan'
  const leftOver = `Plan, and apply what is left, or find out who else changes it: ${plan}`
  const unknown = `Correct what stopped it, which is told above. Then plan, which shows whether anything is left: ${plan}`
  for (const [code, outcome, actual, remedy] of [
    [O.some(0), 'passed', 'nothing to do', undefined],
    [O.some(2), 'failed', 'it has', leftOver],
    [O.some(1), 'failed', 'it could not be made: tofu ended with 1', unknown],
    [O.some(130), 'failed', 'it could not be made: tofu ended with 130', unknown],
    [O.none, 'failed', 'it could not be made: tofu could not be started', unknown]
  ] as const) {
    const found = nothingLeft('staging-eu', code)
    assert.equal(told(found), [outcome, expected, actual])
    assert.is('remedy' in found ? found.remedy : undefined, remedy)
  }
})

test('an apply that did not end well is told with its code, and how often a person asked it to stop', () => {
  assert.equal(notHalfApplied('a', ended(0)), [])
  const actual = (code: number, interrupts: number) => notHalfApplied('staging-eu', ended(code, interrupts)).map(told)
  const expected = 'all of the plan is applied'
  assert.equal(actual(1, 0), [['failed', expected, 'tofu ended with 1: a part of it may be applied']])
  assert.equal(actual(1, 1), [
    ['failed', expected, 'tofu ended with 1 after 1 request to stop: a part of it may be applied']
  ])
  assert.is(actual(137, 2)[0]?.[2], 'tofu ended with 137 after 2 requests to stop: a part of it may be applied')
  assert.match(JSON.stringify(notHalfApplied('staging-eu', ended(1))), 'npm run tofu -- stacks/staging-eu.ts plan.')
})

test.run()
