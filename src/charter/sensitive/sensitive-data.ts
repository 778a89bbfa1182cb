import type { Path } from '../../domain/problem.ts'
import { isObject } from '../../terraform/json.ts'
import type { Sensitive } from './sensitive-text.ts'
import { byLook, byName } from './sensitive-text.ts'

/** Something that may not stand in a stack. `what` says its kind and how long the text is; no field holds the text. */
export type SensitiveDatum = Sensitive & { readonly path: Path }

type Found = ReadonlyArray<SensitiveDatum>

const groups = /^(?:credentials?|diagnos[ei]s|passwords?|patients?|secrets?|tokens?)$/i

const takenOut = (declared: ReadonlyArray<string>): ((text: string) => string) => {
  const longestFirst = declared.filter((text) => text !== '').toSorted((a, b) => b.length - a.length)
  return (text) => longestFirst.reduce((rest, each) => (rest.includes(each) ? rest.replaceAll(each, '_') : rest), text)
}

const none: Found = []

const both = (some: Found, more: Found): Found =>
  some.length === 0 ? more : more.length === 0 ? some : [...some, ...more]

const below = (step: string | number, found: Found): Found =>
  found.length === 0 ? none : found.map((each) => ({ ...each, path: [step, ...each.path] }))

/**
 * All credentials and personal data in a JSON value, keys included (J.7.0 §6, §7). `declared` are texts that a stack
 * may hold wherever it likes, such as its account id: they are taken out before a text is judged. A key that is itself
 * sensitive stands in the path by its length alone.
 */
export const sensitiveData = (json: unknown, declared: ReadonlyArray<string>): Found => {
  const without = takenOut(declared)

  const inText = (name: string, text: string): Found => {
    const rest = without(text)
    const looks = byLook(rest)
    const found = looks.length > 0 ? looks : byName(name, rest)
    if (found.length === 0) return none
    return found.map(({ kind, what }) => ({ path: [], kind, what: `${what} (${text.length} characters)` }))
  }

  const inside = (value: unknown, name: string): Found => {
    if (typeof value === 'string' || typeof value === 'number') return inText(name, String(value))
    if (Array.isArray(value))
      return value.reduce<Found>((found, item, index) => both(found, below(index, inside(item, name))), none)
    if (!isObject(value)) return none
    const group = groups.test(name) ? name : undefined
    return Object.keys(value).reduce((found, key) => both(found, inEntry(key, value[key], group ?? key)), none)
  }

  const inEntry = (key: string, value: unknown, name: string): Found => {
    const found = inText('', key)
    const step = found.length === 0 ? key : `(a key of ${key.length} characters)`
    return both(below(step, found), below(step, inside(value, name)))
  }

  return inside(json, '')
}
