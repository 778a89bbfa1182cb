import { isRecord } from '../diagnostics/record.ts'

/** A value of JSON. */
export type Json = string | number | boolean | ReadonlyArray<Json> | JsonObject
export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: unknown): value is JsonObject => isRecord(value)

export const isList = (value: unknown): value is ReadonlyArray<Json> => Array.isArray(value)

/** A list as it is, and any other value as a list of one. */
export const asList = (value: Json): ReadonlyArray<Json> => (isList(value) ? value : [value])

/** The value at a path of keys, and of places in lists; undefined where there is none. */
export const valueAt = (root: Json | undefined, ...path: ReadonlyArray<string>): Json | undefined =>
  path.reduce<Json | undefined>((holder, key) => {
    if (isList(holder)) return holder[Number(key)]
    return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined
  }, root)

/** The text at a path, or an empty text where another value or nothing stands. */
export const textAt = (root: Json | undefined, ...path: ReadonlyArray<string>): string => {
  const found = valueAt(root, ...path)
  return typeof found === 'string' ? found : ''
}

/** The order by UTF-16 code unit. It is the same everywhere, with any language of the machine. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted((a, b) => byCodeUnit(a[0], b[0]))
      .map((entry) => [entry[0], sorted(entry[1])])
  )
}

/** The one text of a JSON value: keys sorted, two spaces, LF, a final newline. Arrays keep their order. */
export const canonical = (value: Json): string => `${JSON.stringify(sorted(value), undefined, 2)}\n`

/**
 * The same JSON on one line, as a part of a sentence. Every line break of that text lies between values, since JSON
 * writes one in a string as `\n`; so what stands in a string stays as it is.
 */
export const onOneLine = (value: Json): string => JSON.stringify(sorted(value), undefined, 2).replace(/\n */g, ' ')

/** Whether two JSON values are the same, with their keys in any order. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  if (!isObject(a) || !isObject(b)) return Object.is(a, b)
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
}
