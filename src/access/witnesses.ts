import { byCodeUnit } from '../terraform/json.ts'
import { type Box, expanded, hullOf, isWithin } from './boxes.ts'
import type { Cells } from './cells.ts'
import { type Change, joined } from './difference.ts'
import { principalDimension } from './principal.ts'

/** All requests that one cause explains: what they are exactly, and one box around them. */
export type Witness = {
  readonly turn: Change['turn']
  /** The effect of the statement that explains them; undefined where no statement does. */
  readonly effect: 'Allow' | 'Deny' | undefined
  /** Each request is in exactly one of them. */
  readonly parts: ReadonlyArray<Change>
  readonly roles: ReadonlyArray<string>
  /** Who else, which actions and which resources; a dimension that is not here does not matter. */
  readonly box: Box
  /** The condition keys: one of these boxes is met. None means that no condition is. */
  readonly ways: ReadonlyArray<Box>
  /** Whether every request of the box is one. */
  readonly isExact: boolean
}

type Cause = {
  readonly id: string
  readonly effect: Witness['effect']
  readonly keys: ReadonlyArray<string> | undefined
}

/** What explains a change: each of them alone. */
const causesOf = ({ causes, undecided }: Change): ReadonlyArray<Cause> => {
  if (undecided.length > 0) return undecided.map((what) => ({ id: what, effect: undefined, keys: undefined }))
  return causes.length > 0 ? causes : [{ id: '', effect: undefined, keys: undefined }]
}

/** What one sentence can tell together. What is only left to an own account is told apart, but for a denial that ends. */
const kindOf = (change: Change): string => {
  const { turn, undecided, after } = change
  const isOfDenial = causesOf(change).some(({ effect }) => effect === 'Deny')
  const level = turn === 'narrows' ? after.level : Number(after.level === 1 && !isOfDenial)
  return `${turn} ${undecided.length > 0 ? 'or not' : 'for certain'} ${level}`
}

/** Whether what a sentence of one kind says is said by a sentence of another as well. */
const isOfKind = (kind: string, other: string): boolean =>
  kind === other || kind.replace(/^(widens .*) 1$/, '$1 0') === other

/**
 * The fewest causes that together explain every change, each with its requests. Chosen greedily: the cause of the most
 * changes first. None of them is explained by the others, and what another one says already is part of that one.
 */
export const witnesses = (
  changes: ReadonlyArray<Change>,
  spaces: ReadonlyMap<string, Cells>
): ReadonlyArray<Witness> => {
  const kinds = [...new Set(changes.map(kindOf))]
  const all = kinds.flatMap((kind) => covered(changes.filter((one) => kindOf(one) === kind)))
  return absorbed(all, spaces)
}

type Explained = { readonly cause: Cause; readonly changes: ReadonlyArray<Change> }

const covered = (changes: ReadonlyArray<Change>): ReadonlyArray<Explained> => {
  const causes = new Map(changes.flatMap(causesOf).map((cause) => [cause.id, cause]))
  const of = new Map(changes.map((change) => [change, new Set(causesOf(change).map(({ id }) => id))]))
  const chosen: Array<Cause> = []
  let left = changes
  while (left.length > 0) {
    const counts = new Map<string, number>()
    for (const change of left) for (const id of of.get(change) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1)
    const [best] = [...counts].toSorted(([a, m], [b, n]) => n - m || byCodeUnit(a, b))
    const most = causes.get(best?.[0] ?? '')
    if (most === undefined) break
    chosen.push(most)
    left = left.filter((change) => of.get(change)?.has(most.id) !== true)
  }
  const needed = chosen.reduce<ReadonlyArray<Cause>>((list, cause) => {
    const others = list.filter((other) => other !== cause)
    return changes.every((change) => others.some(({ id }) => of.get(change)?.has(id) === true)) ? others : list
  }, chosen)
  const owner = (change: Change): Cause | undefined => needed.find(({ id }) => of.get(change)?.has(id) === true)
  return needed.map((cause) => ({ cause, changes: changes.filter((change) => owner(change) === cause) }))
}

/** What another one says already is part of that one, so that no sentence follows from another. */
const absorbed = (list: ReadonlyArray<Explained>, spaces: ReadonlyMap<string, Cells>): ReadonlyArray<Witness> => {
  const made = list.map((one) => ({ one, witness: witness(one, spaces) }))
  for (const inner of made)
    for (const outer of made)
      if (
        inner !== outer &&
        isSaidBy(inner.one, outer.one) &&
        inner.witness.parts.every((part) => isIn(part, outer.witness))
      )
        return absorbed(
          list.flatMap((one) => {
            if (one === inner.one) return []
            return one === outer.one ? [{ ...one, changes: [...one.changes, ...inner.one.changes] }] : [one]
          }),
          spaces
        )
  return made.map((one) => one.witness)
}

const isSaidBy = ({ changes: [inner] }: Explained, { changes: [outer] }: Explained): boolean =>
  inner !== undefined && outer !== undefined && isOfKind(kindOf(inner), kindOf(outer))

const isIn = ({ roles, cells }: Change, { roles: others, box, ways }: Witness): boolean => {
  const [who, people] = [cells.get(principalDimension), box.get(principalDimension)]
  const isSame = roles.length > 0 ? roles.every((role) => others.includes(role)) : isAmong(who, people)
  const things = new Map([...box].filter(([dimension]) => isThing(dimension)))
  return isSame && isWithin(cells, things) && (ways.length === 0 || ways.some((way) => isWithin(cells, way)))
}

const isAmong = (inner: ReadonlyArray<number> | undefined, outer: ReadonlyArray<number> | undefined): boolean =>
  inner !== undefined && inner.every((index) => outer?.includes(index) === true)

const isKey = (dimension: string): boolean => dimension.startsWith('key ')
const isThing = (dimension: string): boolean => !isKey(dimension) && dimension !== principalDimension

/** So many ways to meet the conditions are told apart. */
const mostWays = 3

const witness = ({ cause, changes }: Explained, spaces: ReadonlyMap<string, Cells>): Witness => {
  const parts = joined(
    changes.map((one) => ({ ...one, causes: [] })),
    spaces
  )
  const [first, ...more] = parts
  if (first !== undefined && more.length === 0) return exactWitness(first, cause.effect)
  const strangers = parts.filter(({ roles }) => roles.length === 0).map(({ cells }) => cells)
  const who = hullOf(strangers).get(principalDimension)
  const isWanted = (dimension: string): boolean =>
    isKey(dimension) && (cause.keys === undefined || cause.keys.includes(dimension))
  const keys = parts.map(({ cells }) => new Map([...cells].filter(([dimension]) => isWanted(dimension))))
  return {
    turn: first?.turn ?? 'widens',
    effect: cause.effect,
    parts,
    roles: [...new Set(parts.flatMap(({ roles }) => roles))],
    box: new Map([
      ...[...hullOf(parts.map(({ cells }) => cells))].filter(([dimension]) => isThing(dimension)),
      ...(who === undefined ? [] : [[principalDimension, who] as const])
    ]),
    ways: first === undefined ? [] : waysOf(first, keys, spaces),
    isExact: false
  }
}

/** The requests of one change, and nothing around them. */
export const exactWitness = (change: Change, effect: Witness['effect']): Witness => {
  const { turn, roles, cells } = change
  const keys = new Map([...cells].filter(([dimension]) => isKey(dimension)))
  return {
    turn,
    effect,
    parts: [change],
    roles,
    box: new Map([...cells].filter(([dimension]) => !isKey(dimension))),
    ways: keys.size === 0 ? [] : [keys],
    isExact: true
  }
}

/** The boxes of condition keys alone, few and wide. None where one of them asks for nothing. */
const waysOf = (like: Change, keys: ReadonlyArray<Box>, spaces: ReadonlyMap<string, Cells>): ReadonlyArray<Box> => {
  const alike = keys.map((cells): Change => ({ ...like, cells }))
  const ways = expanded(
    joined(alike, spaces).map(({ cells }) => cells),
    spaces
  )
  if (ways.length > mostWays) return [hullOf(ways)].filter(({ size }) => size > 0)
  return ways.some(({ size }) => size === 0) ? [] : ways
}
