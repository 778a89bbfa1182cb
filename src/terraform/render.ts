import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type Path, type Problem, violation } from '../domain/problem.ts'
import { shown } from '../domain/shown.ts'
import { type Validated, all, invalid } from '../domain/validated.ts'
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

/** What a value is rendered in: where references are noted, and the values that hold it. */
type Around = { readonly refersTo: Set<Address>; readonly holders: ReadonlyArray<object> }

/** A block as it will be written, or a problem for each value that OpenTofu could not read back as it was meant. */
export const renderBlock = (block: Block): Validated<RenderedBlock> => {
  const refersTo = new Set<Address>()
  return pipe(
    renderValue(block.body, block.at, { refersTo, holders: [] }),
    E.map((body) => ({ type: block.type, labels: block.labels, at: block.at, body, refersTo: [...refersTo] }))
  )
}

type Tagged = Expression | Template | Literal | Bare

const renderValue = (value: unknown, at: Path, around: Around): Validated<Json> => {
  if (typeof value === 'string') return renderText(value, at)
  if (typeof value === 'boolean') return E.right(value)
  if (typeof value === 'number') return renderNumber(value, at)
  if (typeof value === 'object' && value !== null) return renderHolder(value, at, around)
  return invalid(unwritable(at, writableKinds, shown(value)))
}

const writableKinds = 'text, a number, a boolean, a list, a record or an expression'

const renderHolder = (value: object, at: Path, { refersTo, holders }: Around): Validated<Json> => {
  if (holders.includes(value))
    return invalid(unwritable(at, 'a value that does not hold itself', 'one of those that it stands in'))
  if (holders.length === deepest)
    return invalid(unwritable(at, `values that nest at most ${deepest} levels deep`, 'more levels'))
  const inside: Around = { refersTo, holders: [...holders, value] }
  if (Array.isArray(value)) return all(Array.from(value, (item, index) => renderValue(item, [...at, index], inside)))
  if (isWritten(value)) return renderTagged(value, at, refersTo)
  return isPlainObject(value) ? renderObject(value, at, inside) : invalid(unwritable(at, writableKinds, shown(value)))
}

const renderObject = (value: Readonly<Record<string, unknown>>, at: Path, inside: Around): Validated<Json> =>
  pipe(
    Object.entries(value).map(([key, item]) =>
      pipe(
        renderText(key, [...at, key]),
        E.chain((name) =>
          pipe(
            renderValue(item, [...at, key], inside),
            E.map((json): readonly [string, Json] => [name, json])
          )
        )
      )
    ),
    all,
    E.chain((entries) => {
      const names = entries.map(([name]) => name)
      const twice = names.find((name, index) => names.indexOf(name) !== index)
      return twice === undefined
        ? E.right(Object.fromEntries(entries))
        : invalid(unwritable(at, 'keys that stay different in Unicode normal form C', `${shown(twice)} twice`))
    })
  )

const renderTagged = (value: Tagged, at: Path, refersTo: Set<Address>): Validated<Json> => {
  switch (value._tag) {
    case 'Expression':
      for (const address of value.refersTo) refersTo.add(address)
      return E.right(`\${${value.hcl}}`)
    case 'Template':
      for (const piece of value.pieces)
        if (typeof piece !== 'string') for (const address of piece.refersTo) refersTo.add(address)
      return pipe(
        value.pieces.filter((piece) => typeof piece === 'string').map((piece) => renderText(piece, at)),
        all,
        E.map(() => rendered(value))
      )
    case 'Literal':
      return /[$%]\{/.test(value.text)
        ? invalid(
            unwritable(
              at,
              'a literal: this position means the same in every engine only without ${ and %{',
              shown(value.text)
            )
          )
        : pipe(
            renderText(value.text, at),
            E.map(() => value.text.normalize('NFC'))
          )
    case 'Bare':
      refersTo.add(value.address)
      return E.right(value.address)
    default:
      return value satisfies never
  }
}

/** JSON would write a lone surrogate that OpenTofu silently replaces, and a NUL that later tools cut at. */
const renderText = (text: string, at: Path): Validated<string> =>
  text.isWellFormed() && !text.includes('\0')
    ? E.right(escaped(text))
    : invalid(unwritable(at, 'text without lone surrogates and without NUL', shown(text)))

/** JavaScript's numbers are exact up to 2^53 only; what goes beyond would be written as another number. */
const renderNumber = (value: number, at: Path): Validated<number> =>
  Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value))
    ? E.right(Object.is(value, -0) ? 0 : value)
    : invalid(unwritable(at, 'a number that is exact: an account id and the like are text', String(value)))

const unwritable = (at: Path, expected: string, actual: string): Problem =>
  violation({
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
