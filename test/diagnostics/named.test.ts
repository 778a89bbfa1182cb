import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { choice, guarded, named, wholeNumber } from '../../src/diagnostics/named.ts'
import { type Meaning, meaningOf } from '../../src/diagnostics/decode.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('named')
const of: Meaning = { rule: 'planted', clause: 'J.7.0 §4', remedy: 'None.' }
const odd = [
  undefined,
  null,
  '',
  'a',
  0,
  -0,
  1.5,
  Number.NaN,
  Infinity,
  true,
  [],
  ['a'],
  {},
  () => 'a',
  1n,
  Symbol('a')
]

test('a named text is only a text that follows the rule, and every other value is refused', () => {
  assert.equal(
    accepted(
      named(of, () => true),
      odd.slice(0, -1)
    ),
    ['', 'a']
  )
  assert.equal(
    accepted(
      named(of, (text) => text === 'a'),
      odd.slice(0, -1)
    ),
    ['a']
  )
})

test('a whole number lies between its bounds, both included', () => {
  assert.equal(accepted(wholeNumber(of, -1, 2), [...odd.slice(0, -1), -1, 2, -2, 3]), [0, -0, -1, 2])
})

test('a choice is one value', () => {
  assert.equal(accepted(choice('a', of), odd.slice(0, -1)), ['a'])
  assert.equal(accepted(choice(true, of), [...odd.slice(0, -1), 'true', 1]), [true])
})

test('each of them carries its meaning', () => {
  const codecs = [named(of, () => true), wholeNumber(of, 0, 1), choice('c', of), guarded(of, Array.isArray)]
  for (const codec of codecs) assert.is(meaningOf(codec), of)
})

test.run()
