import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Json, byCodeUnit, canonical, isObject, onOneLine } from '../../src/terraform/json.ts'

const test = suite('json')

test('sorted keys, two spaces, line feeds, one at the end; lists as they are', () => {
  assert.is(
    canonical({ b: [3, 1, { d: true, c: 'x' }], a: {} }),
    '{\n  "a": {},\n  "b": [\n    3,\n    1,\n    {\n      "c": "x",\n      "d": true\n    }\n  ]\n}\n'
  )
})

test('keys by code unit, not in the order of a language, and numbers among them', () => {
  const keys = ['b', 'a', 'B', 'ä', 'z', '10', '9', '_', 'é', '\u{1f600}', '\uff5e']
  const text = canonical(Object.fromEntries(keys.map((key) => [key, true])))
  const found = [...text.matchAll(/^ {2}"(.*)": true/gm)].map(([, key]) => key)
  assert.equal(found.slice(0, 2), ['9', '10'], 'JavaScript itself puts whole numbers first, by their size')
  assert.equal(found.slice(2), ['B', '_', 'a', 'b', 'z', 'ä', 'é', '\u{1f600}', '\uff5e'])
})

test('the order of code units', () => {
  assert.equal([byCodeUnit('a', 'b'), byCodeUnit('b', 'a'), byCodeUnit('a', 'a'), byCodeUnit('Z', 'a')], [-1, 1, 0, -1])
})

const anyJson = fc
  .jsonValue({ maxDepth: 4 })
  .filter((value) => !JSON.stringify(value).includes('null')) as fc.Arbitrary<Json>

const shuffled = (value: Json): Json => {
  if (Array.isArray(value)) return (value as ReadonlyArray<Json>).map(shuffled)
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, shuffled(item)])
      )
    : value
}

test('any value comes back as it was, and the order of its keys changes nothing', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      assert.equal(JSON.parse(canonical(value)), JSON.parse(JSON.stringify(value)))
      assert.is(canonical(shuffled(value)), canonical(value))
      assert.match(canonical(value), /[^\n]\n$/)
      assert.equal(JSON.parse(onOneLine(value)), JSON.parse(JSON.stringify(value)))
      assert.is(onOneLine(shuffled(value)), onOneLine(value))
    }),
    { seed: 20260305, numRuns: 500 }
  )
})

test('what is an object', () => {
  assert.equal([{}, { a: 1 }, [], null, 'a', 1, undefined, () => 0].map(isObject), [
    true,
    true,
    false,
    false,
    false,
    false,
    false,
    false
  ])
})

test('a JSON value on one line: keys sorted, the spaces of a text kept', () => {
  assert.is(
    onOneLine({ b: [3, { d: true, c: 'x  \n y' }], a: {} }),
    '{ "a": {}, "b": [ 3, { "c": "x  \\n y", "d": true } ] }'
  )
})

test.run()
