import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Table, firstOf, plain, remembered, row } from '../../src/sensitive/reading.ts'

const test = suite('reading')

test('reading: remembered: the same answers as the original, asked once for each text, undefined included', () => {
  const asked: Array<string> = []
  const of = remembered((text) => {
    asked.push(text)
    return text === 'b' ? undefined : text.length
  })
  for (const text of ['a', 'b', 'ccc', 'a', 'b', 'ccc', 'constructor', '__proto__'])
    assert.is(of(text), text === 'b' ? undefined : text.length)
  assert.equal(asked, ['a', 'b', 'ccc', 'constructor', '__proto__'])
})

test('reading: remembered: long texts are asked again, and so is everything after 10,000 others', () => {
  const asked: Array<string> = []
  const of = remembered((text) => asked.push(text))
  const long = 'x'.repeat(201)
  of(long)
  of(long)
  assert.is(asked.length, 2)
  of('first')
  for (let each = 0; each < 10_000; each += 1) of(String(each))
  of('first')
  assert.is(asked.filter((text) => text === 'first').length, 2)
})

test('reading: plain: plain texts stay as they are', () => {
  for (const text of ['', 'abc', 'a b\tc\r\nd', '~!"', 'jürgen', 'naïve']) assert.is(plain(text), text)
})

test('reading: plain: the sign for a number is read as letters, and that for a degree is not', () => {
  assert.is(plain('dossier n° 471'), 'dossier no 471')
  assert.is(plain('N°12, nº 3'), 'No12, no 3')
  assert.is(plain('an° 4, 12n° 4, 20 °C'), 'an° 4, 12n° 4, 20 °C')
})

test('reading: plain: wide letters and digits become narrow, spaces plain, dashes one, invisible characters nothing', () => {
  assert.is(plain('\uff21\uff22\uff13'), 'AB3')
  assert.is(plain('1\u00a02\u20093'), '1 2 3')
  assert.is(plain('1\u20112\u20133\u20144'), '1-2-3-4')
  assert.is(plain('pass\u200bword\ufeff\u00ad'), 'password')
})

const numbers: Table = {
  needs: /\d/,
  before: '(?<!x)',
  after: '(?!x)',
  flags: '',
  rows: [row('even', /\d{2}/, (text) => Number(text) % 2 === 0), row('any', /\d{2}|\d{3}/)]
}
const words: Table = { needs: /a/i, before: '', after: '', flags: 'i', rows: [row('word', /ab/)] }

test('table: the first row that holds, in the order of rows and tables', () => {
  const kindIn = firstOf([numbers, words])
  assert.is(kindIn('12'), 'even')
  assert.is(kindIn('13'), 'any')
  assert.is(kindIn('13 12 ab'), 'even')
  assert.is(kindIn('13 ab'), 'any')
  assert.is(kindIn('AB'), 'word')
  assert.is(kindIn('none'), undefined)
})

test('table: what may stand around holds for every alternative of a row', () => {
  const kindIn = firstOf([numbers])
  assert.is(kindIn('x12'), undefined)
  assert.is(kindIn('123x'), 'even')
  assert.is(kindIn('x12x'), undefined)
})

test('table: a text without what a table needs is not searched', () => {
  assert.is(firstOf([{ ...words, needs: /never/ }])('ab'), undefined)
})

test('table: asked twice, it answers the same', () => {
  const kindIn = firstOf([numbers])
  assert.is(kindIn('12'), 'even')
  assert.is(kindIn('12'), 'even')
})

test.run()
