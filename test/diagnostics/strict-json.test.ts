import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { strictJson } from '../../src/diagnostics/strict-json.ts'

const test = suite('JSON that every reader reads alike')

const wrong = (text: string): string => {
  const read = strictJson(text)
  return E.isLeft(read) ? read.left : 'nothing'
}

/** By what is said of them. Go, encoding/json, takes the first five and gives another value than JSON.parse, or none. */
const refused: Readonly<Record<string, ReadonlyArray<string>>> = {
  'a key that is written twice': [
    '{"serial":1,"serial":2}',
    '{"a":{"b":[{"c":1,"d":2,"c":1}]}}',
    '{"serial":1,"s\\u0065rial":2}',
    '{"\\\\":1,"\\\\":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"a" :1,"a"\n:2}'
  ],
  'a number that is not kept as it is written': [
    '18446744073709551615',
    '9007199254740993',
    '0.1000000000000000055511151231257827',
    '-0',
    '-0.0',
    '4.0',
    '0.0',
    '0.50',
    '1e3',
    '1E400',
    '1.50',
    '[-00]'
  ],
  'more than 100 levels': ['['.repeat(101) + ']'.repeat(101), '{"a":'.repeat(101), '['.repeat(5_000_000)],
  'more than 200000 values': [`[${'0,'.repeat(200_000)}0]`, `[${'[],'.repeat(100_000)}0]`],
  'texts of more than 16777216 characters': [
    `"${'x'.repeat(2 ** 24)}"`,
    JSON.stringify(Array(17).fill('x'.repeat(2 ** 20)))
  ],
  'bytes that are not UTF-8': ['"\uFFFD"', '"\uD800"'],
  'a text that does not end or is not valid': [
    '"',
    '"\\"',
    '"\\ud800"',
    '"\\x"',
    '"a\\',
    `"${'\\"'.repeat(1_000_000)}`
  ],
  'a text that is not JSON': [
    '',
    ' ',
    '\uFEFF{}',
    'NaN',
    '{"a":NaN}',
    'Infinity',
    '{} {}',
    '{}\0',
    '[1,]',
    "{'a':1}",
    '{a:1}',
    '// x\n{}',
    '"a\nb"',
    '[1}',
    ']',
    '{"a":1'
  ]
}
for (const [what, texts] of Object.entries(refused))
  test(`refuses ${what}`, () => {
    for (const text of texts) assert.is(wrong(text).replace(/, at character \d+$/, ''), what, text.slice(0, 60))
  })

test('says where, and nothing of what stands there', () => {
  const text = '{"AKIAIOSFODNN7EXAMPLE":1,"AKIAIOSFODNN7EXAMPLE":2}'
  assert.is(wrong(text), 'a key that is written twice, at character 26')
})

test('the same key may stand in two objects, in a list, as a value, and in another case', () => {
  for (const text of ['[{"a":1},{"a":2}]', '{"a":{"a":1}}', '{"a":"a","b":["a","a"]}', '{"a":1,"A":2}', '{"a":1,"":2}'])
    assert.equal(strictJson(text), E.right(JSON.parse(text)))
})

test('reads as many values and characters as there may be', () => {
  for (const text of [`[${'0,'.repeat(199_999)}0]`, `[${'[],'.repeat(99_999)}[]]`, `"${'x'.repeat(2 ** 24 - 1)}"`])
    assert.equal(strictJson(text), E.right(JSON.parse(text)))
})

test('reads what JSON.stringify and Go write', () => {
  for (const text of [
    '0',
    '-1.5',
    '100000000000000000000',
    '0.30000000000000004',
    '"\\u003c\\u2028 ä"',
    '\t{ }\r\n',
    'null'
  ])
    assert.equal(strictJson(text), E.right(JSON.parse(text)))
})

test('gives the value of JSON.parse, or none: for any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (value, isWide) => {
      const text = JSON.stringify(value, undefined, isWide ? 2 : undefined)
      const read = strictJson(text)
      if (E.isRight(read)) assert.equal(read.right, JSON.parse(text))
      else assert.match(read.left, /not kept as it is written|not UTF-8|does not end or is not valid/)
    }),
    { seed: 15, numRuns: 2_000 }
  )
})

test('never throws and never takes what JSON.parse refuses: for any text', () => {
  const piece = fc.constantFrom(...'{}[]:,"\\0123456789.eE+-tfn u', '\\u00', '"a":', '"a"', '\0', '\uFEFF', '\uD800')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const read = strictJson(text)
      if (E.isRight(read)) assert.equal(read.right, JSON.parse(text))
    }),
    { seed: 15, numRuns: 5_000 }
  )
})

test.run()
