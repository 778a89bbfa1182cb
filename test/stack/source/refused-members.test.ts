import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'

const isRefused = (name: string): boolean =>
  judgedSource('stacks/a.ts', `export const a = (b: { ${name}: 1 }) => b.${name}`, []).problems.length > 0

const namesOf = (value: object): ReadonlyArray<string> => Object.getOwnPropertyNames(value)

/** What calling a member of a value comes to, with and without arguments: results, and what JavaScript complains of. */
const outcomes = (value: object | string, name: string): ReadonlyArray<unknown> =>
  [[], [0, 1]].map((args) => {
    try {
      const member: unknown = (value as Record<string, unknown>)[name]
      return typeof member === 'function' ? Reflect.apply(member, value, args) : undefined
    } catch (error) {
      return error
    }
  })

const isIterator = (value: unknown): boolean => typeof value === 'object' && value !== null && 'next' in value

const test = suite('refused members')

test('every method that changes a list', () => {
  const changing = namesOf(Array.prototype).filter((name) =>
    outcomes(Object.freeze([2, 1]), name).some((outcome) =>
      /read only|not extensible|Cannot (add|delete|assign)/.test(String(outcome))
    )
  )
  for (const name of ['push', 'sort', 'copyWithin']) assert.ok(changing.includes(name), name)
  assert.equal(
    changing.filter((name) => !isRefused(name)),
    []
  )
})

test('every method that gives an iterator, and what takes from one', () => {
  const giving = [
    ...namesOf(Array.prototype).filter((name) => outcomes([1], name).some(isIterator)),
    ...namesOf(String.prototype).filter((name) => outcomes('a', name).some(isIterator))
  ]
  for (const name of ['entries', 'matchAll']) assert.ok(giving.includes(name), name)
  assert.equal(
    [...giving, 'next'].filter((name) => !isRefused(name)),
    []
  )
})

test('every method that asks for the language of the machine', () => {
  const asking = [Array, String, Number, BigInt, Date, Object]
    .flatMap(({ prototype }) => namesOf(prototype as object))
    .filter((name) => /locale/i.test(name))
  assert.ok(asking.length > 6)
  assert.equal(
    asking.filter((name) => !isRefused(name)),
    []
  )
})

test('all that functions have, but for their name, length and text', () => {
  const free = namesOf(Function.prototype).filter((name) => !isRefused(name))
  assert.equal(free.toSorted(), ['length', 'name', 'toString'])
})

test('all of every object, but for harmless questions', () => {
  const free = namesOf(Object.prototype).filter((name) => !isRefused(name))
  assert.equal(free.toSorted(), ['hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', 'toString', 'valueOf'])
})

test('what leads from a class to its instances, and from a call to its function', () => {
  for (const name of ['prototype', 'callee']) assert.ok(isRefused(name), name)
})

test.run()
