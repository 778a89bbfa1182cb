import { byCodeUnit, canonical, isObject, type Json } from '../terraform/json.ts'
import { own } from './value.ts'

/** On what a statement depends, and what it leaves out; equal ones have equal texts. */
export type Variant = {
  /** Each condition as `operator key = value or value`; all of them must be met. */
  readonly conditions: ReadonlyArray<string>
  readonly exceptActions: ReadonlyArray<string>
  readonly exceptResources: ReadonlyArray<string>
}

/** One action of one principal on one resource, allowed or denied, in every variant that a document has of it. */
export type Slot = {
  readonly effect: 'Allow' | 'Deny'
  /** Empty in a policy of a role, which speaks of that role alone. */
  readonly principal: string
  /** In the case that the document has; `*` where NotAction names all others. */
  readonly action: string
  /** Empty in a trust policy, which speaks of its role alone. */
  readonly resource: string
  readonly variants: ReadonlyArray<Variant>
}

/** A policy document taken apart. Nothing is dropped: a statement that is not understood stands in `unread`. */
export type Slots = { readonly slots: ReadonlyMap<string, Slot>; readonly unread: ReadonlyArray<string> }

const elements: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition'
])

const listOf = (value: unknown): ReadonlyArray<unknown> =>
  Array.isArray(value) ? (value as ReadonlyArray<unknown>) : value === undefined ? [] : [value]

const textsOf = (value: unknown): ReadonlyArray<string> => [...new Set(listOf(value).map(String))].toSorted(byCodeUnit)

/** An account stands for its root, and everybody may be written in two ways. Source: IAM, "Principal". */
const principalText = (kind: string, name: string): string => {
  if (kind !== 'AWS') return `${kind} ${name}`
  if (name === '*') return 'anyone'
  const account = /^(?:arn:[a-z-]+:iam::)?([0-9]{12})(?::root)?$/.exec(name)?.[1]
  return account === undefined ? name : `account ${account}`
}

const principalsOf = (value: unknown): ReadonlyArray<string> =>
  isObject(value)
    ? Object.entries(value).flatMap(([kind, names]) => textsOf(names).map((name) => principalText(kind, name)))
    : textsOf(value).map((name) => principalText('AWS', name))

const subjectsOf = (statement: unknown): ReadonlyArray<string> => {
  const but = own(statement, 'NotPrincipal')
  if (but !== undefined) return [`anyone but ${[...new Set(principalsOf(but))].toSorted(byCodeUnit).join(', ')}`]
  const some = own(statement, 'Principal')
  return some === undefined ? [''] : principalsOf(some)
}

/** Names of condition keys have no case; values of one key are alternatives. Source: IAM, "Condition". */
const conditionsOf = (value: unknown): ReadonlyArray<string> =>
  isObject(value)
    ? Object.entries(value)
        .flatMap(([operator, keys]) =>
          Object.entries(isObject(keys) ? keys : { '?': keys }).map(
            ([key, values]) => `${operator} ${key.toLowerCase()} = ${textsOf(values).join(' or ')}`
          )
        )
        .toSorted(byCodeUnit)
    : textsOf(value)

const isRead = (statement: unknown): boolean => {
  if (!isObject(statement)) return false
  const keys = Object.keys(statement)
  const isOne = (a: string, b: string): boolean => !(keys.includes(a) && keys.includes(b))
  const effect = statement['Effect']
  return (
    keys.every((key) => elements.has(key)) &&
    (effect === 'Allow' || effect === 'Deny') &&
    (keys.includes('Action') || keys.includes('NotAction')) &&
    isOne('Action', 'NotAction') &&
    isOne('Resource', 'NotResource') &&
    isOne('Principal', 'NotPrincipal')
  )
}

/** Actions have no case. Source: IAM, "Action". */
const keyOf = ({ effect, principal, action, resource }: Omit<Slot, 'variants'>, isAllBut: string): string =>
  JSON.stringify([effect, principal, action.toLowerCase(), resource, isAllBut])

const lower = (texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...new Set(texts.map((text) => text.toLowerCase()))].toSorted(byCodeUnit)

type Placed = readonly [string, Slot]

const slotsOf = (statement: Readonly<Record<string, unknown>>): ReadonlyArray<Placed> => {
  const [exceptActions, exceptResources] = [textsOf(statement['NotAction']), textsOf(statement['NotResource'])]
  const actions = 'NotAction' in statement ? ['*'] : textsOf(statement['Action'])
  const named = textsOf(statement['Resource'])
  const resources = 'NotResource' in statement ? ['*'] : named.length === 0 ? [''] : named
  const variant = { conditions: conditionsOf(statement['Condition']), exceptActions, exceptResources }
  const isAllBut = `${'NotAction' in statement} ${'NotResource' in statement}`
  const effect = statement['Effect'] === 'Allow' ? 'Allow' : 'Deny'
  return subjectsOf(statement).flatMap((principal) =>
    actions.flatMap((action) =>
      resources.map((resource): Placed => {
        const slot = { effect, principal, action, resource } as const
        return [keyOf(slot, isAllBut), { ...slot, variants: [variant] }]
      })
    )
  )
}

/** Whether two variants are the same: their lists are in order already. */
export const sameVariant = (a: Variant, b: Variant): boolean =>
  JSON.stringify([a.conditions, lower(a.exceptActions), a.exceptResources]) ===
  JSON.stringify([b.conditions, lower(b.exceptActions), b.exceptResources])

/** A policy document by what it says of each action on each resource; no document says nothing. */
export const slotsIn = (document: unknown): Slots => {
  if (document === undefined || document === null) return { slots: new Map(), unread: [] }
  const statements = isObject(document) ? listOf(own(document, 'Statement')) : [document]
  const slots = new Map<string, Slot>()
  for (const statement of statements.filter(isRead))
    for (const [key, slot] of slotsOf(statement as Readonly<Record<string, unknown>>)) {
      const known = slots.get(key)?.variants ?? []
      const added = slot.variants.filter((variant) => !known.some((other) => sameVariant(other, variant)))
      slots.set(key, { ...slot, variants: [...known, ...added] })
    }
  return { slots, unread: statements.filter((statement) => !isRead(statement)).map((odd) => canonical(odd as Json)) }
}
