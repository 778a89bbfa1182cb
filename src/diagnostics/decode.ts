import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { ClosedType, absent } from './closed.ts'
import { nearest } from './nearest.ts'
import { isRecord } from './record.ts'
import type { Clause, Path, Diagnostic } from './diagnostic.ts'
import { shown } from './shown.ts'
import type { Validated } from './validated.ts'

/** What a codec stands for. An error can then say which rule was broken and what to do about it. */
export type Meaning = {
  readonly rule: string
  readonly clause: Clause
  readonly expected?: string
  readonly remedy: string
}

/** Where a codec keeps its meaning: on itself, since a charter makes thousands of them. */
const key = Symbol('meaning')

/** The same codec, with a meaning that the errors below it carry. */
export const meaning = <C extends t.Mixed>(codec: C, of: Meaning): C => Object.assign(codec, { [key]: of })

/** The meaning of a codec, if it was given one. */
export const meaningOf = (codec: unknown): Meaning | undefined => (codec as { readonly [key]?: Meaning })[key]

/**
 * The value as the codec knows it, or a problem for each place where it differs. `at` is the path of the value itself;
 * `otherwise` is the meaning of whatever carries none of its own.
 */
export const decode = <A>(codec: t.Decoder<unknown, A>, value: unknown, at: Path, otherwise: Meaning): Validated<A> =>
  pipe(
    codec.decode(value),
    E.mapLeft(withoutEchoes),
    E.mapLeft(([first = { value, context: [] }, ...others]) => [
      toProblem(first, at, otherwise),
      ...others.slice(0, mostProblems - 1).map((error) => toProblem(error, at, otherwise)),
      ...more(others.length + 1 - mostProblems, at, otherwise)
    ])
  )

/** So many mistakes of one value are told one by one. A person does not read a hundred thousand. */
const mostProblems = 1_000

const more = (count: number, at: Path, { rule, clause }: Meaning): ReadonlyArray<Diagnostic> =>
  count <= 0
    ? []
    : [
        {
          rule,
          clause,
          at,
          expected: `no more than the ${mostProblems} problems that are listed one by one`,
          actual: `${count} more`,
          remedy: 'Correct these first, and run it again.'
        }
      ]

/** A name that is not authorised, and the field that it was most likely meant to be. */
type Misspelt = { readonly written: string; readonly field: string }

/** The misspelt name at the end of a context. The field that was meant is missing beside it. */
const misspeltIn = ({ context }: t.ValidationError): Misspelt | undefined => {
  const [parent, leaf] = [context.at(-2), context.at(-1)]
  const { type, actual } = parent ?? {}
  if (leaf?.type !== absent || !(type instanceof ClosedType) || !isRecord(actual)) return undefined
  const missing = [type.required, type.optional].flatMap(Object.keys).filter((field) => !Object.hasOwn(actual, field))
  const field = nearest(leaf.key, missing)
  return field === undefined ? undefined : { written: leaf.key, field }
}

const placeIn = (context: t.Context): string => JSON.stringify(context.map(({ key }) => key))

/** A record that is missing: the name of its field, and its form in words. */
type Home = { readonly name: string; readonly form: string }

/** The missing record that a field was most likely meant to stand in. All its fields stand beside the field. */
const homeOf = ({ context }: t.ValidationError): Home | undefined => {
  const [parent, leaf] = [context.at(-2), context.at(-1)]
  const { type, actual } = parent ?? {}
  if (leaf?.type !== absent || !(type instanceof ClosedType) || !isRecord(actual)) return undefined
  const home = Object.entries<t.Mixed>(type.required as Readonly<Record<string, t.Mixed>>).find(([name, field]) => {
    if (Object.hasOwn(actual, name) || !(field instanceof ClosedType)) return false
    const fields = Object.keys(field.required as object)
    return fields.includes(leaf.key) && fields.every((one) => Object.hasOwn(actual, one))
  })
  return home === undefined ? undefined : { name: home[0], form: home[1].name }
}

/** The errors without echoes: of fields that are missing because a name is misspelt or braces are left out. */
const withoutEchoes = (errors: t.Errors): t.Errors => {
  const echoes = new Set(
    errors.flatMap((error) => {
      const meant = misspeltIn(error)?.field ?? homeOf(error)?.name
      const { context } = error
      return meant === undefined ? [] : [placeIn([...context.slice(0, -1), { ...entry, key: meant }])]
    })
  )
  return echoes.size === 0 ? errors : errors.filter(({ context }) => !echoes.has(placeIn(context)))
}

const entry: Omit<t.ContextEntry, 'key'> = { type: absent }

/** The problem of a field whose name is misspelt. */
const misspeltProblem = (at: Path, { written, field }: Misspelt, { rule, clause }: Meaning): Diagnostic => ({
  rule,
  clause,
  at,
  expected: `the field ${field}`,
  actual: `${shown(written)}, which is not a field here`,
  remedy: `Write ${field} for ${written}.`
})

/** The problem of fields that stand beside the place where their record is missing. */
const outsideProblem = (at: Path, value: unknown, { name, form }: Home, { rule, clause }: Meaning): Diagnostic => ({
  rule,
  clause,
  at,
  expected: `its fields inside of ${name}, ${form}`,
  actual: shown(value),
  remedy: `Write ${name}: { … } around these fields.`
})

const toProblem = ({ context, value }: t.ValidationError, at: Path, otherwise: Meaning): Diagnostic => {
  const leaf = context.at(-1)
  const known = context.findLast(({ type }) => meaningOf(type) !== undefined)
  const found = known === undefined ? otherwise : (meaningOf(known.type) ?? otherwise)
  const isAbsent = leaf?.type === absent
  const misspelt = misspeltIn({ context, value })
  if (misspelt !== undefined) return misspeltProblem([...at, ...pathOf(context)], misspelt, found)
  const home = homeOf({ context, value })
  if (home !== undefined) return outsideProblem([...at, ...pathOf(context)], value, home, found)
  const isUndefined = isWrittenUndefined(context, value)
  return {
    rule: found.rule,
    clause: found.clause,
    at: [...at, ...pathOf(context)],
    expected: isAbsent ? absent.name : known === leaf ? (found.expected ?? nameOf(leaf)) : nameOf(leaf),
    actual: isUndefined ? 'undefined: the expression here gives no value' : shown(value),
    remedy: isUndefined
      ? 'Write a value that is always there; nothing has a default (J.6.2 §7).'
      : remedyFor(leaf, value, found)
  }
}

/** Whether a field is written, and its value is undefined all the same. */
const isWrittenUndefined = (context: t.Context, value: unknown): boolean => {
  const [parent, leaf] = [context.at(-2), context.at(-1)]
  const list: unknown = parent?.actual
  return (
    value === undefined &&
    leaf !== undefined &&
    typeof list === 'object' &&
    list !== null &&
    Object.hasOwn(list, leaf.key)
  )
}

const remedyFor = (leaf: t.ContextEntry | undefined, value: unknown, { remedy }: Meaning): string => {
  if (leaf?.type === absent) return 'Remove it, or correct its spelling.'
  if (value === undefined) return 'Write it out; nothing has a default (J.6.2 §7).'
  if (leaf?.type instanceof ClosedType && !isRecord(value)) return 'Write one object here, its fields between { and }.'
  return isListType(leaf?.type) && !Array.isArray(value) ? 'Write a list here, between [ and ], also of one.' : remedy
}

const isListType = (type: unknown): boolean =>
  ['ReadonlyArrayType', 'ArrayType'].includes(String((type as { readonly _tag?: unknown } | undefined)?._tag))

const nameOf = (entry: t.ContextEntry | undefined): string => entry?.type.name ?? 'another value'

/**
 * The keys of a context without its root, which is the value itself. The indices that intersections and unions add are left out
 * too: they are not a part of the value.
 */
const pathOf = (context: t.Context): Path =>
  context.flatMap(({ key }, index) => {
    const parent = context[index - 1]
    const tag = parent === undefined ? undefined : (parent.type as { readonly _tag?: string })._tag
    if (index === 0 || tag === 'IntersectionType' || tag === 'UnionType') return []
    return [tag === 'ReadonlyArrayType' || tag === 'ArrayType' || tag === 'TupleType' ? Number(key) : key]
  })
