import { byCodeUnit } from '../terraform/json.ts'
import { type Slot, type Variant, sameVariant, slotsIn } from './access-slots.ts'
import { own } from './value.ts'

/** What became of an access, in words that stand before it. */
export type Turn =
  | 'now allowed'
  | 'no longer allowed'
  | 'now denied'
  | 'no longer denied'
  | 'allowed on fewer conditions'
  | 'allowed on more conditions'
  | 'allowed on other conditions'
  | 'denied on fewer conditions'
  | 'denied on more conditions'
  | 'denied on other conditions'

/** One access that a change of a policy document gives or takes. */
export type Access = {
  readonly turn: Turn
  readonly principal: string
  readonly action: string
  readonly resource: string
  readonly conditions: ReadonlyArray<string>
  /** The conditions of before, where it is they that changed. */
  readonly before: ReadonlyArray<string> | undefined
}

/**
 * What one policy document gives beyond another. A denial that ends is a gain. Conditions that are neither fewer nor
 * more are a gain too: what they let through is not known. `unread` says what was not understood and differs.
 */
export type AccessDifference = {
  readonly gained: ReadonlyArray<Access>
  readonly lost: ReadonlyArray<Access>
  readonly unread: ReadonlyArray<string>
}

const losses: ReadonlySet<Turn> = new Set([
  'no longer allowed',
  'now denied',
  'allowed on more conditions',
  'denied on fewer conditions'
])

const butFor = (what: string, list: ReadonlyArray<string>): string =>
  list.length === 0 ? what : `${what} but ${list.join(', ')}`

const access = (slot: Slot, turn: Turn, { conditions, exceptActions, exceptResources }: Variant): Access => ({
  turn,
  principal: slot.principal,
  action: butFor(slot.action, exceptActions),
  resource: butFor(slot.resource, exceptResources),
  conditions,
  before: undefined
})

const begins = (slot: Slot): Turn => (slot.effect === 'Allow' ? 'now allowed' : 'now denied')
const ends = (slot: Slot): Turn => (slot.effect === 'Allow' ? 'no longer allowed' : 'no longer denied')

const without = (list: ReadonlyArray<string>, others: ReadonlyArray<string>): ReadonlyArray<string> =>
  list.filter((item) => !others.some((other) => other.toLowerCase() === item.toLowerCase()))

/** An exception that begins takes what it names out of the statement, so it turns the other way round. */
const exceptions = (slot: Slot, before: Variant, after: Variant): ReadonlyArray<Access> => {
  const bare: Variant = { conditions: after.conditions, exceptActions: [], exceptResources: [] }
  const ofAction = (turn: Turn, list: ReadonlyArray<string>): ReadonlyArray<Access> =>
    list.map((action) => ({ ...access(slot, turn, bare), action }))
  const ofResource = (turn: Turn, list: ReadonlyArray<string>): ReadonlyArray<Access> =>
    list.map((resource) => ({ ...access(slot, turn, bare), resource }))
  const isIn = (list: ReadonlyArray<string>) => (item: string) => !list.includes(item)
  return [
    ...ofAction(ends(slot), without(after.exceptActions, before.exceptActions)),
    ...ofAction(begins(slot), without(before.exceptActions, after.exceptActions)),
    ...ofResource(ends(slot), after.exceptResources.filter(isIn(before.exceptResources))),
    ...ofResource(begins(slot), before.exceptResources.filter(isIn(after.exceptResources)))
  ]
}

const turned = (slot: Slot, before: Variant, after: Variant): ReadonlyArray<Access> => {
  const verb = slot.effect === 'Allow' ? 'allowed' : 'denied'
  const isMore = before.conditions.every((condition) => after.conditions.includes(condition))
  const isFewer = after.conditions.every((condition) => before.conditions.includes(condition))
  const turn: Turn = `${verb} on ${isMore ? 'more' : isFewer ? 'fewer' : 'other'} conditions`
  return [{ ...access(slot, turn, after), before: before.conditions }]
}

const same = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => JSON.stringify(a) === JSON.stringify(b)

const changed = (before: Slot | undefined, after: Slot | undefined): ReadonlyArray<Access> => {
  const slot = after ?? before
  if (slot === undefined) return []
  const [was, is] = [before?.variants ?? [], after?.variants ?? []]
  const gone = was.filter((variant) => !is.some((other) => sameVariant(variant, other)))
  const come = is.filter((variant) => !was.some((other) => sameVariant(variant, other)))
  const [one, other] = [gone[0], come[0]]
  if (one !== undefined && other !== undefined && gone.length === 1 && come.length === 1) {
    if (same(one.conditions, other.conditions)) return exceptions(slot, one, other)
    if (sameVariant({ ...one, conditions: [] }, { ...other, conditions: [] })) return turned(slot, one, other)
  }
  return [
    ...gone.map((variant) => access(slot, ends(slot), variant)),
    ...come.map((variant) => access(slot, begins(slot), variant))
  ]
}

/** The version that a document without one has. Source: IAM, "Version". */
const versionOf = (document: unknown): string => {
  const version = own(document, 'Version')
  return typeof version === 'string' ? version : '2008-10-17'
}

/** What changes between two policy documents, by meaning; undefined or null stands for no document at all. */
export const accessDifference = (before: unknown, after: unknown): AccessDifference => {
  const [was, is] = [slotsIn(before), slotsIn(after)]
  const keys = [...new Set([...was.slots.keys(), ...is.slots.keys()])].toSorted(byCodeUnit)
  const all = keys.flatMap((key) => changed(was.slots.get(key), is.slots.get(key)))
  const isBoth = own(before, 'Statement') !== undefined && own(after, 'Statement') !== undefined
  return {
    gained: all.filter(({ turn }) => !losses.has(turn)),
    lost: all.filter(({ turn }) => losses.has(turn)),
    unread: [
      ...is.unread.filter((text) => !was.unread.includes(text)).map((text) => `a new statement: ${text.trim()}`),
      ...was.unread.filter((text) => !is.unread.includes(text)).map((text) => `a statement less: ${text.trim()}`),
      ...(isBoth && versionOf(before) !== versionOf(after)
        ? [`the version of the policy language: ${versionOf(before)}, then ${versionOf(after)}`]
        : [])
    ]
  }
}

/** Accesses that differ in nothing but their action, their resource or their principal, as one. */
export type GroupedAccess = Pick<Access, 'turn' | 'conditions' | 'before'> & {
  readonly principals: ReadonlyArray<string>
  readonly actions: ReadonlyArray<string>
  readonly resources: ReadonlyArray<string>
}

type Part = 'principals' | 'actions' | 'resources'

/** Joins what differs in one part alone; the order of the first of each stays. */
const joined = (part: Part, all: ReadonlyArray<GroupedAccess>): ReadonlyArray<GroupedAccess> => {
  const groups = new Map<string, GroupedAccess>()
  for (const one of all) {
    const key = JSON.stringify({ ...one, [part]: [] })
    const known = groups.get(key)
    groups.set(key, known === undefined ? one : { ...one, [part]: [...known[part], ...one[part]] })
  }
  return [...groups.values()]
}

/** Accesses as few sentences: the same number of actions, resources and principals as before, none twice. */
export const groupedAccess = (all: ReadonlyArray<Access>): ReadonlyArray<GroupedAccess> => {
  const single = all.map(({ turn, principal, action, resource, conditions, before }): GroupedAccess => ({
    turn,
    principals: [principal],
    actions: [action],
    resources: [resource],
    conditions,
    before
  }))
  return joined('principals', joined('resources', joined('actions', single)))
}
