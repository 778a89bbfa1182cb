import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { decode } from '../../src/diagnostics/decode.ts'
import { Tags } from '../../src/declaration/tags.ts'
import * as E from 'fp-ts/lib/Either.js'

const test = suite('tags')
const otherwise = { rule: 'none', clause: 'J.7.0 §4', remedy: 'None.' } as const

/** The keys of the tags that are refused; `all` when the record as a whole is. */
const refused = (value: unknown): ReadonlyArray<unknown> => {
  const decoded = decode(Tags, value, [], otherwise)
  return E.isRight(decoded) ? [] : decoded.left.map((problem) => problem.at?.[0] ?? 'all')
}

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`Key${index}`, 'value']))

test('letters of any language, digits, spaces and _ . : / = + - @, as AWS documents them', () => {
  assert.equal(refused({ CostCenter: '1234', 'a b': 'x_.:/=+-@y', Straße: '東京 1', Ünïcode: 'été', k: '٣' }), [])
})

test('keys of 1 to 128 and values of 1 to 256 characters', () => {
  assert.equal(refused({ ['k'.repeat(128)]: 'v'.repeat(256) }), [])
  assert.equal(refused({ ['k'.repeat(129)]: 'v' }), ['k'.repeat(129)])
  assert.equal(refused({ k: 'v'.repeat(257), '': 'v', l: '' }), ['k', '', 'l'])
})

test('no key of AWS, in any capitals', () => {
  assert.equal(refused({ 'aws:tag': 'v', 'AWS:tag': 'v', awstag: 'v' }), ['aws:tag', 'AWS:tag'])
})

test('no character that AWS or OpenTofu would read in another way', () => {
  const values = {
    a: '${x}',
    b: '%{x}',
    c: 'a\nb',
    d: 'a\tb',
    e: 'a"b',
    f: 'a\\b',
    g: '<a>',
    h: 'a,b',
    i: '😀',
    j: '\ud800',
    k: 'a\u2028b',
    l: 'a\u2029b'
  }
  assert.equal(refused(values), Object.keys(values))
  assert.equal(refused(Object.fromEntries(Object.values(values).map((text) => [text, 'v']))), Object.values(values))
})

test('no space at an end', () => {
  assert.equal(refused({ ' a': 'v', 'b ': 'v', c: ' v', d: 'v\u00a0' }), [' a', 'b ', 'c', 'd'])
})

test('only text that is written as it is: normal form C', () => {
  assert.equal(refused({ a: '\u212b', b: '\u00c5', c: '\u1112\u1161' }), ['a', 'c'])
  assert.equal(refused({ '\u212b': 'v' }), ['\u212b'])
})

test('no two keys that IAM takes for one', () => {
  assert.equal(refused({ Owner: 'a', owner: 'b', OWNER: 'c', Other: 'd' }), ['owner', 'OWNER'])
})

test('values are text', () => {
  assert.equal(refused({ a: 1, b: true, c: null, d: undefined, e: ['v'], f: { g: 'v' }, h: () => 'v' }), [...'abcdefh'])
})

test('1 to 25 of them: a resource has two lots, and AWS takes 50 tags', () => {
  assert.equal(refused(many(1)), [])
  assert.equal(refused(many(25)), [])
  for (const value of [{}, many(26), [], ['a'], 'a=b', null, undefined, 1, () => 0, new Map([['a', 'b']])])
    assert.equal(refused(value), ['all'])
})

test('names that JavaScript knows are keys like others', () => {
  const odd = JSON.parse('{ "__proto__": "a", "constructor": "b", "_tag": "Literal", "toString": "c" }') as unknown
  assert.equal(refused(odd), [])
  const decoded = decode(Tags, odd, [], otherwise)
  assert.equal(E.isRight(decoded) && Object.keys(decoded.right), ['__proto__', 'constructor', '_tag', 'toString'])
})

test('what comes out stays as it was judged', () => {
  const value = { Owner: 'team' }
  const decoded = decode(Tags, value, [], otherwise)
  value.Owner = '${secret}'
  assert.equal(decoded, E.right({ Owner: 'team' }))
})

test.run()
