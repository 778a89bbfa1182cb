import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { jsonOf, strictJson, textOf } from '../../src/diagnostics/strict-json.ts'

/** What OpenTofu writes into a state or a plan must be read: each edge of what is refused, from its other side. */
const test = suite('JSON at the edges of what is refused')

const reads = (text: string): void => assert.equal(strictJson(text), E.right(JSON.parse(text)), text.slice(0, 60))

test('a quote and backslashes in a text or a key, as a policy in a state has them', () => {
  for (const text of [
    String.raw`"{\"Version\":\"2012-10-17\"}"`,
    String.raw`"\\"`,
    String.raw`["\\","a"]`,
    String.raw`"\\\""`,
    String.raw`["\\\\","\\\\\"",":"]`,
    String.raw`{"a\"":1,"a\"b":2,"a\\":3}`,
    String.raw`{"a":"1e3","b":"-0","c":"{","d":"]"}`,
    String.raw`"\u00e9\ud83d\ude00\/\b"`,
    '""',
    '{"":""}'
  ])
    reads(text)
})

/** By IEEE 754: a number is kept where the nearest double, written in the shortest way, is the same decimal. */
const numbers: Readonly<Record<string, boolean>> = {
  '0': true,
  '-1': true,
  '10': true,
  '-0.5': true,
  '0.1': true,
  '0.000001': true,
  '0.0000001': true,
  '123456789012345': true,
  '1234567890123456': true,
  '9007199254740991': true,
  '9007199254740992': true,
  '9007199254740993': false,
  '9007199254740994': true,
  '-9007199254740992': true,
  '-9007199254740993': false,
  '12345678901234567': false,
  '100000000000000000000': true,
  '1000000000000000000000': true,
  '1000000000000000000001': false,
  '123456789012345680000': true,
  '123456789012345678901': false,
  '0.12345678901234568': true,
  '0.123456789012345678': false,
  '1.7976931348623157': true,
  '-0': false,
  '-0.0': false,
  '00': false,
  '01': false,
  '1.': false,
  '1.0': false,
  '10.10': false,
  '1e0': false,
  '1E5': false,
  '1e-5': false
}

for (const [token, isKept] of Object.entries(numbers))
  test(`${token} is ${isKept ? 'kept' : 'refused'}, alone, in a list and under a key`, () => {
    for (const text of [token, `[1,${token}]`, `{"a":${token}}`])
      if (isKept) reads(text)
      else
        assert.equal(
          strictJson(text),
          E.left(`a number that is not kept as it is written, at character ${text.lastIndexOf(token)}`)
        )
  })

test('a hundred levels are read, and none more', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}']
  ] as const) {
    const nested = (levels: number): string => `${open.repeat(levels)}[]${close.repeat(levels)}`
    reads(nested(99))
    assert.equal(strictJson(nested(100)), E.left('more than 100 levels'))
  }
  reads(`[${'[[]],'.repeat(200)}0]`)
})

test('a text of 64 Mi characters is read, and none longer', () => {
  const spaces = ' '.repeat(67_108_863)
  assert.equal(strictJson(`${spaces}0`), E.right(0))
  assert.equal(strictJson(`${spaces}10`), E.left('a text of more than 67108864 characters'))
})

test('a key is told by its colon, behind any space', () => {
  for (const space of ['', ' ', '\n', '\r', '\t', ' \t\r\n'])
    assert.equal(
      strictJson(`{"a"${space}:1,"a"${space}:2}`),
      E.left(`a key that is written twice, at character ${7 + space.length}`)
    )
  reads('{"a":["b","b"],"c":"a"}')
})

test('bytes as text: a byte order mark stays, and what is not UTF-8 is marked', () => {
  assert.is(textOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])), '\uFEFF{}')
  assert.is(textOf(new Uint8Array([0x22, 0xff, 0x22])), '"\uFFFD"')
})

test('a text from outside holds a value, or none', () => {
  assert.equal(jsonOf('{"a":1}'), O.some({ a: 1 }))
  assert.equal(jsonOf('{"a":1,"a":1}'), O.none)
})

test.run()
