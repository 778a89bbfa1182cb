import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { shown, unusable } from '../../src/diagnostics/shown.ts'

/** How much of a value is worked on: 200 values and 4,000 characters, each bound on both sides. */
const test = suite('bounds of a value that is shown')

const many = (count: number): string => 'x'.repeat(count)
const list = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

test('a text that takes 4,000 characters with its quotes is whole, and a longer one says how long it is', () => {
  assert.is(shown(many(3_998)), `"${many(3_998)}"`)
  assert.is(shown(many(3_999)), `"${many(3_999)}… (4001 characters)`)
  assert.is(shown(many(4_001)), `"${many(3_999)}… (4003 characters)`)
})

test('a list and its items are 200 values at most', () => {
  assert.is(shown(list(199)), JSON.stringify(list(199)))
  assert.is(shown(list(200)), `${JSON.stringify(list(199))}… (more than is shown)`)
})

test('a record and its fields are 200 values at most', () => {
  const record = (count: number) => Object.fromEntries(list(count).map((index) => [`k${index}`, index]))
  assert.is(shown(record(199)), JSON.stringify(record(199)))
  assert.is(shown(record(200)), `${JSON.stringify(record(199))}… (more than is shown)`)
})

test('what stands behind 4,000 characters is left out', () => {
  assert.match(shown([many(2_000), many(2_000), 1]), /… \(4007 characters\)$/)
  assert.match(shown([many(1_999), many(2_000), 1]), /… \(4008 characters\)$/)
  assert.match(shown({ [many(2_000)]: many(2_000), c: 1 }), /… \(4007 characters\)$/)
  assert.match(shown({ [many(2_000)]: many(1_999), c: 1 }), /… \(4012 characters\)$/)
})

test('of a long key and a long text inside of a value 4,000 characters are kept', () => {
  assert.match(shown({ [many(5_000)]: 1 }), /… \(4006 characters\)$/)
  assert.match(shown([many(5_000)]), /… \(4004 characters\)$/)
  assert.is(shown({ [many(5_000)]: 1 }).length, 4_000 + '… (4006 characters)'.length)
})

test('a value that stands twice is shown twice, and one that stands in itself is not shown', () => {
  const one = { a: 1 }
  assert.is(shown([one, one, { one }]), '[{"a":1},{"a":1},{"one":{"a":1}}]')
  const ring: Array<unknown> = []
  ring.push({ ring })
  assert.is(shown(ring), 'an object that JSON cannot hold')
})

test('numbers that JSON does not have, and words for what is not usable', () => {
  assert.is(shown([Number.NaN, -Infinity, 1.5]), '["NaN","-Infinity",1.5]')
  assert.is(shown(Number.NaN), 'NaN')
  assert.is(shown(unusable('a promise')), 'a promise')
  assert.is(shown({ a: unusable('a promise'), b: [Symbol('s'), undefined] }), '{"a":"a promise","b":[null,null]}')
})

test.run()
