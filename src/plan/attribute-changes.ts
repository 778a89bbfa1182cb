import { isObject, sameJson } from '../terraform/json.ts'
import type { Change } from './plan-form.ts'
import { own } from './value.ts'

/** One side of a changed attribute; the value of a sensitive one is never given. */
export type Side =
  | { readonly _tag: 'Value'; readonly value: unknown }
  | { readonly _tag: 'Sensitive' }
  | { readonly _tag: 'KnownAfterApply' }

/** One attribute that differs, by its path: `tags.Purpose`. */
export type AttributeChange = { readonly path: string; readonly before: Side; readonly after: Side }

type Sides = {
  readonly before: unknown
  readonly after: unknown
  readonly unknown: unknown
  readonly secretBefore: unknown
  readonly secretAfter: unknown
}

const side = (value: unknown, secret: unknown): Side =>
  holdsTrue(secret) ? { _tag: 'Sensitive' } : { _tag: 'Value', value }

const holdsTrue = (mark: unknown): boolean =>
  mark === true || (typeof mark === 'object' && mark !== null && Object.values(mark).some(holdsTrue))

const at = (value: unknown, key: string | number): unknown =>
  typeof key === 'number' ? (Array.isArray(value) ? (value[key] as unknown) : undefined) : own(value, key)

/** A mark stands for all that is below it. */
const marks = (value: unknown, key: string | number): unknown => (value === true ? true : at(value, key))

const below = (sides: Sides, key: string | number): Sides => ({
  before: at(sides.before, key),
  after: at(sides.after, key),
  unknown: marks(sides.unknown, key),
  secretBefore: marks(sides.secretBefore, key),
  secretAfter: marks(sides.secretAfter, key)
})

const isRecord = (value: unknown): boolean => isObject(value) || value === null || value === undefined

const compared = (path: string, sides: Sides): ReadonlyArray<AttributeChange> => {
  const { before, after, unknown, secretBefore, secretAfter } = sides
  if (unknown === true) return [{ path, before: side(before, secretBefore), after: { _tag: 'KnownAfterApply' } }]
  if (sameJson(before, after) && !holdsTrue(unknown)) return []
  if ((isObject(before) && isRecord(after)) || (isObject(after) && isRecord(before))) {
    const names = new Set([before, after, unknown].flatMap((value) => (isObject(value) ? Object.keys(value) : [])))
    return [...names].flatMap((name) => compared(path === '' ? name : `${path}.${name}`, below(sides, name)))
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === 1 && after.length === 1)
    return compared(path, below(sides, 0))
  return [{ path, before: side(before, secretBefore), after: side(after, secretAfter) }]
}

/** What `tags` says already is not said again by `tags_all`. */
const isRepeated = (all: ReadonlyArray<AttributeChange>, { path }: AttributeChange): boolean =>
  path.startsWith('tags_all.') && all.some((other) => other.path === path.replace('tags_all.', 'tags.'))

/** The attributes that a change makes another value of, with both sides; a mark of sensitivity covers all below it. */
export const attributeChanges = (change: Change): ReadonlyArray<AttributeChange> => {
  const all = compared('', {
    before: change.before,
    after: change.after,
    unknown: change.after_unknown,
    secretBefore: change.before_sensitive,
    secretAfter: change.after_sensitive
  })
  return all.filter((one) => !isRepeated(all, one))
}
