import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { shown } from '../../src/domain/shown.ts'

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
  const sulky = {
    toJSON: (): never => {
      throw new Error('no')
    }
  }
  for (const value of [ring, [1n], sulky, { toJSON: () => undefined }])
    assert.is(shown(value), 'an object that JSON cannot hold')
})

test('a long value is cut, and its length said', () => {
  const text = shown('x'.repeat(1000))
  assert.is(text, `"${'x'.repeat(159)}… (1002 characters)`)
})

test('any value is shown, and shortly', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }), (value) => {
      const text = shown(value)
      assert.ok(text.length > 0 && text.length < 200)
    }),
    { seed: 20260303, numRuns: 500 }
  )
})

test.run()
