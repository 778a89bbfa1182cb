import { types } from 'node:util'
import { unusable } from '../../diagnostics/shown.ts'
import type { Realm } from './realm.ts'

/** More than any declaration has. */
const DEEPEST = 100
const MOST_VALUES = 50_000
const LONGEST_TEXT = 1_000_000

/**
 * A value of a realm as plain frozen data of this one, taken once and by its properties alone. Nothing of the realm is
 * called, and nothing of it is left. A call of the authoring surface is made here, with copies of what it was given. Each
 * value that is not plain data is an `unusable` in its place.
 */
export const copied = (realm: Realm, value: unknown): unknown => {
  let values = 0
  let characters = 0

  const copy = (original: unknown, around: ReadonlyArray<object>): unknown => {
    values += 1
    if (values > MOST_VALUES) return unusable(`more than ${MOST_VALUES} values in one stack`)
    if (typeof original === 'string') return text(original)
    if (typeof original === 'function') return unusable('a function')
    if (typeof original === 'symbol') return unusable('a symbol')
    if (typeof original !== 'object' || original === null) return original
    if (types.isProxy(original)) return unusable('a proxy')
    if (around.includes(original)) return unusable('one of the values that it stands in')
    if (around.length >= DEEPEST) return unusable(`values that nest more than ${DEEPEST} levels deep`)
    const inside = [...around, original]
    const call = realm.callOf(original)
    if (call !== undefined) return call.by(...(list(call.args as object, inside) as ReadonlyArray<never>))
    if (Array.isArray(original)) return isOf(realm.plainPrototypes.list, original) ? list(original, inside) : instance
    return isOf(realm.plainPrototypes.object, original) ? record(original, inside) : instance
  }

  const text = (original: string): unknown => {
    characters += original.length
    return characters > LONGEST_TEXT ? unusable(`more than ${LONGEST_TEXT} characters in one stack`) : original
  }

  const property = (holder: object, key: string, around: ReadonlyArray<object>): unknown => {
    const found = Object.getOwnPropertyDescriptor(holder, key)
    if (found === undefined) return unusable('an empty place')
    return 'value' in found ? copy(found.value, around) : unusable('a getter or a setter')
  }

  const list = (original: object, around: ReadonlyArray<object>): unknown => {
    const length: unknown = Object.getOwnPropertyDescriptor(original, 'length')?.value
    if (typeof length !== 'number' || length > MOST_VALUES) return unusable(`a list of more than ${MOST_VALUES} values`)
    if (Reflect.ownKeys(original).some((key) => !isIndex(key, length) && key !== 'length'))
      return unusable('a list with names beside its values')
    return Object.freeze(Array.from({ length }, (_, index) => property(original, String(index), around)))
  }

  const record = (original: object, around: ReadonlyArray<object>): unknown => {
    const keys = Reflect.ownKeys(original)
    if (!keys.every((key) => typeof key === 'string')) return unusable('an object with a symbol for a key')
    return Object.freeze(
      Object.fromEntries(keys.flatMap((key) => [[String(text(key)), property(original, key, around)]]))
    )
  }

  return copy(value, [])
}

const instance = unusable('an object of a kind of its own')

const isOf = (prototype: unknown, value: object): boolean => {
  const own: unknown = Object.getPrototypeOf(value)
  return own === prototype || own === null
}

const isIndex = (key: string | symbol, length: number): boolean =>
  typeof key === 'string' && /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < length
