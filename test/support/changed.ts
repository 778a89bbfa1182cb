import type { Path } from '../../src/diagnostics/diagnostic.ts'

/** In the place of a value: the key goes too. */
export const gone: unique symbol = Symbol('gone')

/** A copy of plain data in which the value at a path is another one. What the path lacks is made on the way. */
export const changed = (data: unknown, path: Path, value: unknown): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(data)) {
    const items: ReadonlyArray<unknown> = data
    if (rest.length === 0 && value === gone) return items.filter((_, index) => index !== key)
    const kept = items.map((item, index) => (index === key ? changed(item, rest, value) : item))
    return Number(key) < items.length ? kept : [...kept, changed(undefined, rest, value)]
  }
  const entries = Object.entries(typeof data === 'object' && data !== null ? data : {})
  const inner = changed(entries.find(([name]) => name === key)?.[1], rest, value)
  if (rest.length === 0 && value === gone) return Object.fromEntries(entries.filter(([name]) => name !== key))
  return entries.some(([name]) => name === key)
    ? Object.fromEntries(entries.map(([name, item]) => [name, name === key ? inner : item]))
    : Object.fromEntries([...entries, [key, inner]])
}

/** A change of one value. */
export type Change = readonly [Path, unknown]

/** One change after the other. */
export const changedAll = (data: unknown, changes: ReadonlyArray<Change>): unknown =>
  changes.reduce((done, [path, value]) => changed(done, path, value), data)
