import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { notHalfApplied } from '../../../src/commands/guard/afterwards.ts'

const test = suite('an apply that did not end well')

const said = (code: number, interrupts: number): ReadonlyArray<string> =>
  notHalfApplied('staging-eu', { code, interrupts, isTerminalGone: false }).map(({ actual }) => actual)

test('says how tofu ended, and how often it was asked to', () => {
  assert.equal(said(137, 0), ['tofu ended with 137: a part of it may be applied'])
  assert.equal(said(1, 1), ['tofu ended with 1 after 1 request to stop: a part of it may be applied'])
  assert.equal(said(1, 2), ['tofu ended with 1 after 2 requests to stop: a part of it may be applied'])
})

test('says nothing of one that did', () => {
  assert.equal(said(0, 1), [])
})

test.run()
