import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { shown } from '../../src/diagnostics/shown.ts'

const test = suite('shown')

test('JSON, in one line', () => {
  assert.is(shown('a "b"\n'), '"a \\"b\\"\\n"')
  assert.is(shown({ a: [1, true, null] }), '{"a":[1,true,null]}')
})

test('words for what JSON does not have', () => {
  assert.is(shown(undefined), 'nothing: it is missing')
  assert.is(
    shown(() => 0),
    'a function'
  )
  assert.is(shown(Symbol('s')), 'a symbol')
  assert.is(shown(1n), 'a bigint')
})

test('what cannot be written at all is said to be so', () => {
  const ring: { self?: unknown } = {}
  ring.self = ring
  for (const value of [ring, [1n]]) assert.is(shown(value), 'an object that JSON cannot hold')
})

test('no function of a value is called, also not one by which it would write itself', () => {
  const sulky = {
    a: 1,
    toJSON: (): never => {
      throw new Error('no')
    }
  }
  assert.equal([shown(sulky), shown([() => 1]), shown({ in: sulky })], ['{"a":1}', '[null]', '{"in":{"a":1}}'])
})

test('of a long value the beginning is kept, and its length said', () => {
  assert.is(shown('x'.repeat(5000)), `"${'x'.repeat(3999)}… (5002 characters)`)
  assert.is(shown('x'.repeat(1000)), `"${'x'.repeat(1000)}"`)
})

test('what lies behind the beginning is not worked on', () => {
  let asked = 0
  const item = {
    get name(): string {
      return `item ${(asked += 1)}`
    }
  }
  assert.match(shown(Array.from({ length: 100_000 }, () => item)), /… \(more than is shown\)$/)
  assert.ok(asked <= 200, String(asked))
  const huge = 'x'.repeat(2 ** 28)
  assert.ok(shown({ a: [huge, huge, huge], [huge]: huge }).length < 5000)
})

test('any value is shown, and not at any length', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }), (value) => {
      const text = shown(value)
      assert.ok(text.length > 0 && text.length < 5000)
    }),
    { seed: 20260303, numRuns: 500 }
  )
})

test.run()
