import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absent, closed } from '../../src/diagnostics/closed.ts'

const test = suite('closed')

const Person = closed('a person', { name: t.string }, { age: t.number })

/** The keys at which a value is refused, with what was expected there. */
const faults = (codec: t.Mixed, value: unknown): ReadonlyArray<string> => {
  const decoded = codec.decode(value)
  return E.isRight(decoded)
    ? []
    : decoded.left.map(({ context }) => `${context.map(({ key }) => key).join('.')}: ${context.at(-1)?.type.name}`)
}

test('the listed properties, and no others', () => {
  assert.equal(faults(Person, { name: 'a' }), [])
  assert.equal(faults(Person, { name: 'a', age: 1 }), [])
  assert.equal(faults(Person, { name: 'a', nmae: 'b' }), [`.nmae: ${absent.name}`])
})

test('a missing property is an error, an optional one is not, and all of them are said at once', () => {
  assert.equal(faults(Person, { age: 'old', x: 1 }), ['.name: string', '.age: number', `.x: ${absent.name}`])
})

test('a property that may not be written takes no value', () => {
  for (const value of [undefined, null, '', 'a', 0, {}]) {
    assert.is(absent.is(value), false)
    assert.is(E.isLeft(absent.decode(value)), true)
  }
})

test('a value other than a record is one error', () => {
  for (const value of [null, undefined, 'a', 1, [], ['name'], () => 0])
    assert.equal(faults(Person, value), [': a person'])
})

test('a property that is inherited is not there', () => {
  assert.equal(faults(Person, Object.create({ name: 'a' })), ['.name: string'])
  assert.equal(faults(Person, Object.assign(Object.create({ nmae: 'b' }) as object, { name: 'a' })), [])
})

test('names that every object inherits are unknown like any other', () => {
  for (const key of ['__proto__', 'constructor', 'toString'])
    assert.equal(faults(Person, JSON.parse(`{ "name": "a", "${key}": 1 }`)), [`.${key}: ${absent.name}`])
  assert.equal(faults(closed('odd', {}, { constructor: t.string }), {}), [])
})

test('the guard says what the decoder says', () => {
  assert.is(Person.is({ name: 'a' }), true)
  assert.is(Person.is({ name: 'a', age: 'old' }), false)
  assert.is(Person.is({ name: 'a', x: 1 }), false)
})

test('what comes out is a copy of what was read once, with what the inner codecs made of it', () => {
  let reads = 0
  const shifty = {
    get name(): string {
      return `read ${++reads}`
    }
  }
  const decoded = Person.decode(shifty)
  assert.equal(decoded, E.right({ name: 'read 1' }))
  assert.equal(decoded, E.right({ name: 'read 1' }))
  const upper = new t.Type<string, string, unknown>(
    'upper',
    t.string.is,
    (value) => t.success(String(value).toUpperCase()),
    t.identity
  )
  assert.equal(closed('shouted', { name: upper }).decode({ name: 'a' }), E.right({ name: 'A' }))
})

test.run()
