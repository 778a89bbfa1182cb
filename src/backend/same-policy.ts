import type * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type Json, asList, byCodeUnit, canonical, isList, isObject } from '../terraform/json.ts'
import { strictJson } from '../diagnostics/strict-json.ts'

/** Elements whose values are sets: AWS may give them back in another order, and one alone without its list. */
const sets = new Set<string | undefined>(['Action', 'NotAction', 'Resource', 'NotResource', 'AWS'])

const normal = (value: Json, name?: string): Json => {
  if (isList(value)) {
    const items = value.map((item) => normal(item))
    return sets.has(name) ? inOrder(items) : items
  }
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, normal(item, key)]))
  return sets.has(name) ? [value] : value
}

const inOrder = (items: ReadonlyArray<Json>): ReadonlyArray<Json> =>
  items.toSorted((a, b) => byCodeUnit(canonical(a), canonical(b)))

/** Condition values mean the same alone and as a list of one, in any order. */
const conditions = (value: Json): Json => {
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([operator, keys]) => [
      operator,
      isObject(keys) ? Object.fromEntries(Object.entries(keys).map(([key, one]) => [key, inOrder(asList(one))])) : keys
    ])
  )
}

const statement = (value: Json): Json =>
  isObject(value)
    ? {
        ...(normal(value) as object),
        ...(value['Condition'] === undefined ? {} : { Condition: conditions(value['Condition']) })
      }
    : value

/** A live policy as JSON; none where two readers could read its text differently. */
export const policyIn = (text: string): O.Option<Json> => pipe(strictJson(text) as E.Either<string, Json>, O.fromEither)

/** A policy document in one form: sets in order and as lists, statements in the order that they have. */
export const normalPolicy = (value: Json): Json =>
  isObject(value) && isList(value['Statement']) ? { ...value, Statement: value['Statement'].map(statement) } : value

/** The one text of a policy document. Sets are sorted and are lists, keys are sorted, and statements keep their order. */
export const canonicalPolicy = (document: Json): string => canonical(normalPolicy(document))

/** Whether a text of AWS is this policy: the same statements in the same order, each with the same meaning. */
export const isSamePolicy = (expected: Json, actual: string): boolean =>
  pipe(
    policyIn(actual),
    O.exists((parsed) => canonicalPolicy(parsed) === canonicalPolicy(expected))
  )

/** The statements of a policy by their `Sid`. One without it, or with the same as another, goes by its place. */
const byName = (policy: Json): ReadonlyMap<string, string> => {
  const document = normalPolicy(policy)
  const statements = isObject(document) && isList(document['Statement']) ? document['Statement'] : []
  const named = new Map<string, string>()
  for (const [index, statement] of statements.entries()) {
    const sid = isObject(statement) ? statement['Sid'] : undefined
    const name = typeof sid === 'string' && !named.has(sid) ? sid : `number ${index + 1}`
    named.set(name, canonical(statement))
  }
  return named
}

/**
 * The statements of a live policy that differ from the declared one, a phrase for each. Lists that AWS gives back in another
 * order are the same. The order of the statements is not looked at.
 */
export const changedStatements = (declared: Json, live: Json): ReadonlyArray<string> => {
  const [wanted, found] = [byName(declared), byName(live)]
  const fromWanted = [...wanted].flatMap(([name, statement]) => {
    const other = found.get(name)
    if (other === undefined) return [`the statement ${name} is missing`]
    return other === statement ? [] : [`the statement ${name} is another one`]
  })
  return [
    ...fromWanted,
    ...[...found.keys()].filter((name) => !wanted.has(name)).map((name) => `the statement ${name} is not declared`)
  ]
}
