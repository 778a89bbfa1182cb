import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isRecord, lookedUp } from '../../src/diagnostics/record.ts'

const test = suite('a table asked with a name from outside')

test('has nothing under the names that every object has', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])
    assert.is(lookedUp({ id: 1 }, name), undefined)
  assert.is(lookedUp({ id: 1 }, 'id'), 1)
})

test('is an object with names: no list, no null, no text', () => {
  for (const value of [{}, { id: 1 }, Object.create(null)]) assert.is(isRecord(value), true)
  for (const value of [[], null, undefined, '{}', 1, () => ({})]) assert.is(isRecord(value), false)
})

test.run()
