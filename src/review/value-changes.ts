import { type FileAccess, readAccess } from '../access/access-in-file.ts'
import { type Json, type JsonObject, byCodeUnit, isObject, sameJson } from '../terraform/json.ts'

/** A value that is another one, or is on one side alone, with all that is in it. */
export type ValueChange = {
  readonly path: ReadonlyArray<string>
  readonly before: Json | undefined
  readonly after: Json | undefined
}

type Side = { readonly value: Json | undefined; readonly isRead: FileAccess['isRead'] }

/**
 * What differs between two emitted files outside of what is read for who may do what. What one side alone has is one
 * change: a resource with all of its settings is one.
 */
export const valueChanges = (before: JsonObject, after: JsonObject): ReadonlyArray<ValueChange> =>
  differing(
    { value: byAddress(before), isRead: readAccess(before).isRead },
    { value: byAddress(after), isRead: readAccess(after).isRead },
    []
  )

/** The imports by what they are for, so that one that goes leaves the others where they are. */
const byAddress = (root: JsonObject): JsonObject => {
  const list = root['import']
  if (!Array.isArray(list)) return root
  const named = (list as ReadonlyArray<Json>).map((one) =>
    isObject(one) && typeof one['to'] === 'string' ? ([one['to'], one] as const) : undefined
  )
  const known = named.filter((one) => one !== undefined)
  return new Set(known.map(([to]) => to)).size === list.length ? { ...root, import: Object.fromEntries(known) } : root
}

const differing = (was: Side, is: Side, path: ReadonlyArray<string>): ReadonlyArray<ValueChange> => {
  const isFolder = isOfNames(path)
  const [before, after] = [was, is].map(({ value }) => (value === undefined && isFolder ? {} : value))
  if (before !== undefined && after !== undefined && sameJson(before, after)) return []
  if (isToldByAccess([was, is], path)) return []
  const isWalked =
    isFolder ||
    (typeof before === 'object' && typeof after === 'object' && ![was, is].some(({ isRead }) => isRead(path)))
  if (!isWalked || !isObject(before) !== !isObject(after) || isDocument(path)) return [{ path, before, after }]
  const inner = ({ isRead }: Side, value: Json | undefined, key: string): Side => ({
    isRead,
    value:
      typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Readonly<Record<string, Json>>)[key]
        : undefined
  })
  return [...new Set([before, after].flatMap((value) => (typeof value === 'object' ? Object.keys(value) : [])))]
    .toSorted(byCodeUnit)
    .flatMap((key) => differing(inner(was, before, key), inner(is, after, key), [...path, key]))
}

/** Whether a path holds things by their names: the file, and the resources of one type. None is a thing itself. */
const isOfNames = ([kind, ...rest]: ReadonlyArray<string>): boolean =>
  kind === undefined ||
  (kind === 'resource' || kind === 'data'
    ? rest.length < 2
    : (kind === 'import' || kind === 'locals') && rest.length === 0)

/** What both sides read for who may do what, or the one that has it. */
const isToldByAccess = (sides: ReadonlyArray<Side>, path: ReadonlyArray<string>): boolean =>
  sides.some(({ isRead }) => isRead(path)) && sides.every(({ value, isRead }) => value === undefined || isRead(path))

const isBlock = (value: Json | undefined): value is JsonObject | ReadonlyArray<Json> =>
  typeof value === 'object' && Object.keys(value).length > 0

/** Whether a path is that of a local value. It is one value with all that is in it. */
export const isDocument = (path: ReadonlyArray<string>): boolean => path[0] === 'locals' && path.length === 2

/** Each value within a change that has no value in it, by its path. */
export const leavesOf = ({ path, before, after }: ValueChange): ReadonlyArray<ValueChange> => {
  const walk = (item: Json, at: ReadonlyArray<string>): ReadonlyArray<readonly [ReadonlyArray<string>, Json]> =>
    isBlock(item) ? Object.entries(item).flatMap(([key, inner]) => walk(inner, [...at, key])) : [[at, item]]
  if (before !== undefined && after !== undefined) return [{ path, before, after }]
  if (after === undefined)
    return before === undefined
      ? []
      : walk(before, path).map(([at, value]) => ({ path: at, before: value, after: undefined }))
  return walk(after, path).map(([at, value]) => ({ path: at, before: undefined, after: value }))
}
