import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Table } from '../../src/sensitive/table.ts'
import { firstOf, row } from '../../src/sensitive/table.ts'

const test = suite('table')

const numbers: Table = {
  needs: /\d/,
  before: '(?<!x)',
  after: '(?!x)',
  flags: '',
  rows: [row('even', /\d{2}/, (text) => Number(text) % 2 === 0), row('any', /\d{2}|\d{3}/)]
}
const words: Table = { needs: /a/i, before: '', after: '', flags: 'i', rows: [row('word', /ab/)] }

test('the first row that holds, in the order of rows and tables', () => {
  const kindIn = firstOf([numbers, words])
  assert.is(kindIn('12'), 'even')
  assert.is(kindIn('13'), 'any')
  assert.is(kindIn('13 12 ab'), 'even')
  assert.is(kindIn('13 ab'), 'any')
  assert.is(kindIn('AB'), 'word')
  assert.is(kindIn('none'), undefined)
})

test('what may stand around holds for every alternative of a row', () => {
  const kindIn = firstOf([numbers])
  assert.is(kindIn('x12'), undefined)
  assert.is(kindIn('123x'), 'even')
  assert.is(kindIn('x12x'), undefined)
})

test('a text without what a table needs is not searched', () => {
  assert.is(firstOf([{ ...words, needs: /never/ }])('ab'), undefined)
})

test('asked twice, it answers the same', () => {
  const kindIn = firstOf([numbers])
  assert.is(kindIn('12'), 'even')
  assert.is(kindIn('12'), 'even')
})

test.run()
