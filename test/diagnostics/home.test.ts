import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { closed } from '../../src/diagnostics/closed.ts'
import { type Meaning, decode, meaning } from '../../src/diagnostics/decode.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'

/** Braces that an author left out: the fields of a record stand beside the place where it belongs. */
const test = suite('fields outside of their record')

const otherwise: Meaning = { rule: 'otherwise', clause: 'J.7.0 §4', remedy: 'Look it up.' }
const table: Meaning = { rule: 'table', clause: 'J.7.0 §5', remedy: 'Write a table.' }
const Stack = meaning(
  closed('a stack', {
    name: t.string,
    lockTable: closed('the lock table', { key: t.string, mode: t.string }, { note: t.string })
  }),
  table
)

const problems = (value: unknown): ReadonlyArray<Diagnostic> => {
  const decoded = decode(Stack, value, ['stack'], otherwise)
  return E.isLeft(decoded) ? decoded.left : []
}
const outside = (field: string, value: string): Diagnostic => ({
  rule: 'table',
  clause: 'J.7.0 §5',
  at: ['stack', field],
  expected: 'its fields inside of lockTable, the lock table',
  actual: value,
  remedy: 'Write lockTable: { … } around these fields.'
})

test('each field is told where it belongs, and that the record is missing is not said again', () => {
  assert.equal(problems({ name: 'a', key: 'k', mode: 'm' }), [outside('key', '"k"'), outside('mode', '"m"')])
})

test('where one field of the record is missing too, the record is missing', () => {
  const found = problems({ name: 'a', key: 'k' })
  assert.not.ok(found.some(({ remedy }) => remedy.startsWith('Write lockTable: {')))
  assert.ok(found.some(({ at }) => at?.join('.') === 'stack.lockTable'))
})

test('where the record is there, a field beside it is only one that is not known', () => {
  const found = problems({ name: 'a', key: 'k', mode: 'm', lockTable: { key: 'k', mode: 'm' } })
  assert.equal(
    found.map(({ at }) => at?.join('.')),
    ['stack.key', 'stack.mode']
  )
  assert.not.ok(found.some(({ expected }) => expected.startsWith('its fields inside')))
})

test.run()
