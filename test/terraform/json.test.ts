import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Json,
  asList,
  byCodeUnit,
  canonical,
  isList,
  isObject,
  onOneLine,
  sameJson,
  textAt,
  valueAt
} from '../../src/terraform/json.ts'

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

const root: Json = { a: [{ b: 'x' }, 'y'], '': 'empty', 'b.c': 1, constructor2: { '0': 'key' } }

test('the value at a path: a key of an object, a place in a list, and nothing where there is none', () => {
  for (const [path, value] of [
    [[], root],
    [['a'], root['a']],
    [['a', '0', 'b'], 'x'],
    [['a', '1'], 'y'],
    [['a', '2'], undefined],
    [['a', 'x'], undefined],
    [['a', '1', '0'], undefined],
    [['a', '0', 'b', 'c'], undefined],
    [[''], 'empty'],
    [['b.c'], 1],
    [['b', 'c'], undefined],
    [['constructor2', '0'], 'key'],
    [['constructor'], undefined],
    [['toString'], undefined]
  ] as ReadonlyArray<readonly [ReadonlyArray<string>, Json | undefined]>)
    assert.equal(valueAt(root, ...path), value, path.join('/'))
  assert.is(valueAt(undefined, 'a'), undefined)
})

test('the text at a path is empty where another value stands', () => {
  assert.is(textAt(root, 'a', '0', 'b'), 'x')
  for (const path of [['a'], ['b.c'], ['no'], ['a', '0']]) assert.is(textAt(root, ...path), '', path.join('/'))
  assert.is(textAt(undefined), '')
})

test('what is a list, and any value as one', () => {
  assert.equal([[], ['a'], {}, 'a', null].map(isList), [true, true, false, false, false])
  assert.equal(asList('a'), ['a'])
  assert.equal(asList(['a', 'b']), ['a', 'b'])
  assert.equal(asList({ '0': 'a' }), [{ '0': 'a' }])
})

/** Pairs that are not the same, in both directions. */
const different: ReadonlyArray<readonly [unknown, unknown]> = [
  [{ a: 1 }, { a: 1, b: 2 }],
  [
    { a: 1, b: 2 },
    { a: 1, c: 2 }
  ],
  [{ a: undefined }, { b: undefined }],
  [{ a: undefined }, {}],
  [{ a: { b: 1 } }, { a: { b: 2 } }],
  [['a'], ['a', 'b']],
  [
    ['a', 'b'],
    ['b', 'a']
  ],
  [['a'], { '0': 'a' }],
  [[], {}],
  ['1', 1],
  [0, -0],
  [null, undefined],
  [null, {}],
  [true, 'true']
]
test('two values are the same with their keys in any order, and lists in theirs', () => {
  for (const [a, b] of different) {
    assert.is(sameJson(a, b), false, JSON.stringify([a, b]))
    assert.is(sameJson(b, a), false, JSON.stringify([b, a]))
  }
  for (const value of different.flat()) assert.is(sameJson(value, structuredClone(value)), true, JSON.stringify(value))
  assert.is(sameJson({ a: [1, { c: 2, b: 3 }], d: null }, { d: null, a: [1, { b: 3, c: 2 }] }), true)
})

test.run()
