import { isObject } from '../terraform/json.ts'

/**
 * Whether a value of a provider sets nothing. For a value that was not written, providers give back null, an empty
 * text, zero, false, an empty list or a block of only these, and not always the same one.
 */
export const isNothing = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return true
  if (Array.isArray(value)) return value.every(isNothing)
  return isObject(value) && Object.values(value).every(isNothing)
}

/** The attributes of a resource; none of what is not there. */
export const attributesOf = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {})

/** A value that stands under a name of its own; undefined where there is none. */
export const own = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** The paths of a value that is known only after it is made, from `after_unknown`. */
export const unknownPaths = (unknown: unknown, at = ''): ReadonlyArray<string> => {
  if (unknown === true) return [at]
  if (typeof unknown !== 'object' || unknown === null) return []
  return Object.entries(unknown).flatMap(([name, value]) => {
    const path = Array.isArray(unknown) ? at : at === '' ? name : `${at}.${name}`
    return unknownPaths(value, path)
  })
}
