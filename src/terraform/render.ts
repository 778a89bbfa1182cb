import type { Path, Diagnostic } from '../diagnostics/diagnostic.ts'
import { shown } from '../diagnostics/shown.ts'
import { type Validated, unless } from '../diagnostics/validated.ts'
import type { Block, RenderedBlock } from './block.ts'
import {
  type Address,
  type Bare,
  type Expression,
  type Literal,
  type Template,
  escaped,
  isWritten,
  rendered
} from './expression.ts'
import type { Json } from './json.ts'

/** How deep values may nest: far deeper than any block that OpenTofu knows. */
const deepest = 64

/** The steps from a block's body to a value, innermost first, each with the value that it was taken from. */
type Trail = {
  readonly step: string | number
  readonly holder: object
  readonly depth: number
  readonly from: Trail | undefined
}

/** What is noted while a block is written. Most values are right, so a path is made only for one that is not. */
type Notes = { readonly at: Path; readonly refersTo: Set<Address>; readonly problems: Array<Diagnostic> }

/**
 * A block as it will be written, or its problems. There is one for each value that OpenTofu could not read back as it
 * was meant.
 */
export const renderBlock = (block: Block): Validated<RenderedBlock> => {
  const notes: Notes = { at: block.at, refersTo: new Set(), problems: [] }
  const body = written(block.body, undefined, notes)
  return unless(notes.problems, {
    type: block.type,
    labels: block.labels,
    at: block.at,
    body,
    refersTo: [...notes.refersTo]
  })
}

type Tagged = Expression | Template | Literal | Bare

/** The value as JSON. Where it cannot be written that is noted, and what stands in its place is never used. */
const written = (value: unknown, trail: Trail | undefined, notes: Notes): Json => {
  if (typeof value === 'string') return writtenText(value, trail, notes)
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return writtenNumber(value, trail, notes)
  if (typeof value === 'object' && value !== null) return writtenHolder(value, trail, notes)
  return refused(notes, trail, writableKinds, shown(value))
}

const writableKinds = 'text, a number, a boolean, a list, a record or an expression'

const writtenHolder = (value: object, trail: Trail | undefined, notes: Notes): Json => {
  if (holds(trail, value))
    return refused(notes, trail, 'a value that does not hold itself', 'one of those that it stands in')
  const depth = (trail?.depth ?? 0) + 1
  if (depth > deepest) return refused(notes, trail, `values that nest at most ${deepest} levels deep`, 'more levels')
  const below = (step: string | number): Trail => ({ step, holder: value, depth, from: trail })
  if (Array.isArray(value)) return Array.from(value, (item, index) => written(item, below(index), notes))
  if (isWritten(value)) return writtenTagged(value, trail, notes)
  return isPlainObject(value)
    ? writtenRecord(value, trail, below, notes)
    : refused(notes, trail, writableKinds, shown(value))
}

const holds = (trail: Trail | undefined, value: object): boolean =>
  trail !== undefined && (trail.holder === value || holds(trail.from, value))

const writtenRecord = (
  value: Readonly<Record<string, unknown>>,
  trail: Trail | undefined,
  below: (key: string) => Trail,
  notes: Notes
): Json => {
  const entries: Array<readonly [string, Json]> = []
  for (const [key, item] of Object.entries(value)) {
    const inside = below(key)
    const name = writtenText(key, inside, notes)
    entries.push([name, written(item, inside, notes)])
  }
  const record = Object.fromEntries(entries)
  if (Object.keys(record).length === entries.length) return record
  const names = entries.map(([name]) => name)
  const twice = names.find((name, index) => names.indexOf(name) < index) ?? ''
  return refused(notes, trail, 'keys that stay different in Unicode normal form C', `${shown(twice)} twice`)
}

const writtenTagged = (value: Tagged, trail: Trail | undefined, notes: Notes): Json => {
  switch (value._tag) {
    case 'Expression':
      for (const address of value.refersTo) notes.refersTo.add(address)
      return `\${${value.hcl}}`
    case 'Template':
      for (const piece of value.pieces)
        if (typeof piece === 'string') writtenText(piece, trail, notes)
        else for (const address of piece.refersTo) notes.refersTo.add(address)
      return rendered(value)
    case 'Literal':
      return /[$%]\{/.test(value.text)
        ? refused(notes, trail, literalKinds, shown(value.text))
        : writtenText(value.text, trail, notes)
    case 'Bare':
      notes.refersTo.add(value.address)
      return value.address
    default:
      return value satisfies never
  }
}

const literalKinds = 'a literal: this position means the same in every engine only without ${ and %{'

/** JSON would write a lone surrogate that OpenTofu silently replaces, and a NUL that later tools cut at. */
const writtenText = (text: string, trail: Trail | undefined, notes: Notes): string =>
  text.isWellFormed() && !text.includes('\0')
    ? escaped(text)
    : refused(notes, trail, 'text without lone surrogates and without NUL', shown(text))

/** JavaScript's numbers are exact up to 2^53 only; what goes beyond would be written as another number. */
const writtenNumber = (value: number, trail: Trail | undefined, notes: Notes): Json =>
  Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value))
    ? Object.is(value, -0)
      ? 0
      : value
    : refused(notes, trail, 'a number that is exact: an account id and the like are text', String(value))

const refused = (notes: Notes, trail: Trail | undefined, expected: string, actual: string): string => {
  notes.problems.push(unwritable([...notes.at, ...steps(trail)], expected, actual))
  return ''
}

const steps = (trail: Trail | undefined): Path => (trail === undefined ? [] : [...steps(trail.from), trail.step])

const unwritable = (at: Path, expected: string, actual: string): Diagnostic => ({
  rule: 'writable-value',
  clause: 'J.7.0 §4',
  at,
  expected,
  actual,
  remedy: 'Write the value in a form that Terraform JSON can hold without changing it.'
})

const isPlainObject = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
