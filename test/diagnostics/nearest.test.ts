import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { closed } from '../../src/diagnostics/closed.ts'
import { decode } from '../../src/diagnostics/decode.ts'
import { didYouMean, nearest } from '../../src/diagnostics/nearest.ts'

const test = suite('misspelt names')

const fields = ['bucket', 'key', 'lockTable', 'encryption']

for (const [name, meant] of [
  ['lockTabel', 'lockTable'],
  ['LOCKTABLE', 'lockTable'],
  ['lock_table', 'lockTable'],
  ['encrypton', 'encryption'],
  ['kye', undefined],
  ['keys', 'key'],
  ['table', undefined],
  ['bucket', undefined],
  ['x'.repeat(1_000_000), undefined],
  ['', undefined]
] as const)
  test(`${name.slice(0, 20)} was meant as ${meant ?? 'none of them'}`, () => assert.is(nearest(name, fields), meant))

test('of one letter nothing is near but its capital', () => {
  assert.is(nearest('b', ['a', 'ab']), undefined)
  assert.is(nearest('b', ['B']), 'B')
})

test('a question names the one that was meant', () => {
  assert.is(didYouMean('chekc', ['check', 'json']), 'Did you mean check?')
  assert.is(didYouMean('zzz', ['check', 'json']), '')
})

test('a misspelt field is one problem, and what is missing beside it is another', () => {
  const codec = closed('a backend', { bucket: t.string, lockTable: t.string, key: t.string })
  const meaning = { rule: 'complete', clause: 'J.6.2 §7', remedy: 'Write it.' } as const
  const found = decode(codec, { bucket: 'b', lockTabel: 'l' }, ['backend'], meaning)
  assert.equal(E.isLeft(found) && found.left.map(({ at, actual, remedy }) => [at, actual, remedy]), [
    [['backend', 'key'], 'nothing: it is missing', 'Write it out; nothing has a default (J.6.2 §7).'],
    [['backend', 'lockTabel'], '"lockTabel", which is not a field here', 'Write lockTable for lockTabel.']
  ])
  const both = decode(codec, { bucket: 'b', lockTable: 'l', key: 'k', lockTabel: 'l' }, [], meaning)
  assert.equal(E.isLeft(both) && both.left.map(({ expected }) => expected), ['nothing: it is not authorised here'])
})

test.run()
