import { type Json, byCodeUnit, isObject, sameJson } from '../terraform/json.ts'
import type { Access } from './access.ts'
import { cellTexts, cellsText, keyText, principalTexts } from './cell-text.ts'
import type { Cells } from './cells.ts'
import { type Change, difference } from './difference.ts'
import { levels } from './levels.ts'
import { principalDimension } from './principal.ts'
import type { Verdict } from './question.ts'
import { type Witness, exactWitness, witnesses } from './witnesses.ts'

/** Every text of some documents, values and keys. */
const textsIn = (value: Json | undefined): ReadonlyArray<string> => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return (value as ReadonlyArray<Json>).flatMap(textsIn)
  return isObject(value) ? Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]) : []
}

/** Names that IAM does not tell by their capitals, as the documents write them: `s3:getobject` is `s3:GetObject`. */
export const spellings = (...sides: ReadonlyArray<Access>): ((lower: string) => string) => {
  let known: ReadonlyMap<string, string> | undefined
  const read = (): ReadonlyMap<string, string> => {
    const documents = sides.flatMap(({ roles, buckets }) => [
      ...roles.flatMap(({ policies, boundary, trust }) => [...policies, boundary, trust]),
      ...buckets.map(({ policy }) => policy)
    ])
    return new Map(documents.flatMap(textsIn).map((text) => [text.toLowerCase(), text]))
  }
  return (lower) => (known ??= read()).get(lower) ?? lower
}

/** Requests that one cause allows now, or no longer, as a person reads them. */
export type Entry = {
  /** `may widen` stands for a change that could not be decided. A count of widenings includes it. */
  readonly turn: 'widens' | 'may widen' | 'narrows'
  readonly principals: ReadonlyArray<string>
  readonly actions: ReadonlyArray<string>
  readonly resources: ReadonlyArray<string>
  /** Both in a few words. */
  readonly said: { readonly actions: string; readonly resources: string }
  /** One of them must be met, with all that is in it. Where there are none, the rest of the request does not matter. */
  readonly conditions: ReadonlyArray<ReadonlyArray<string>>
  /** What it rests on that cannot be decided. */
  readonly undecided: ReadonlyArray<string>
  readonly before: ReadonlyArray<string>
  readonly after: ReadonlyArray<string>
  /** The effect of the statement that explains it, where one does. */
  readonly effect: Witness['effect']
  /** What it is exactly, each request in one of them; none where the entry is exact itself. */
  readonly parts: ReadonlyArray<Entry>
}

/** What changes between two accesses. No entry means that no request at all is decided otherwise. */
export const accessEntries = (before: Access, after: Access): ReadonlyArray<Entry> => {
  if (sameJson(before, after)) return []
  const { changes, spaces, isComplete } = difference(before, after)
  const spelled = spellings(before, after)
  const entries = witnesses(changes, spaces).map((one) => entryOf(one, spaces, spelled))
  const order = ['widens', 'may widen', 'narrows']
  const key = (one: Entry): string =>
    `${order.indexOf(one.turn)} ${JSON.stringify([one.principals, one.resources, one.actions, one.conditions, one.before, one.after])}`
  const sorted = entries.toSorted((a, b) => byCodeUnit(key(a), key(b)))
  return isComplete ? sorted : [tooMuch, ...sorted]
}

const tooMuch: Entry = {
  turn: 'may widen',
  principals: ['anybody'],
  actions: ['any action'],
  resources: ['any resource'],
  said: { actions: 'any action', resources: 'any resource' },
  conditions: [],
  undecided: ['the policies have more patterns than can be compared'],
  before: ['not known'],
  after: ['not known'],
  effect: undefined,
  parts: []
}

type Spelling = (lower: string) => string

const entryOf = (witness: Witness, spaces: ReadonlyMap<string, Cells>, spelled: Spelling): Entry => {
  const { turn, effect, parts, roles, box, ways, isExact } = witness
  const space = (dimension: string): Cells => spaces.get(dimension) ?? { cells: [], criteria: [], isComplete: false }
  const of = (dimension: string): readonly [ReadonlyArray<string>, string] => {
    const indexes = box.get(dimension)
    const names = { other: `any other ${dimension}`, spelled }
    if (indexes === undefined) return [[`any ${dimension}`], `any ${dimension}`]
    return [
      cellTexts(space(dimension), indexes, names).toSorted(),
      cellsText(space(dimension), indexes, { ...names, all: `any ${dimension}` })
    ]
  }
  const [[actions, inActions], [resources, inResources]] = [of('action'), of('resource')]
  const undecided = [...new Set(parts.flatMap((part) => part.undecided))].toSorted()
  const conditions = ways.map((way) =>
    [...way].map(([dimension, indexes]) => keyText(dimension, space(dimension), indexes, spelled)).toSorted()
  )
  const others = principalTexts(space(principalDimension), box.get(principalDimension) ?? [])
  const exactly = (part: Change): Entry => entryOf(exactWitness(part, effect), spaces, spelled)
  return {
    turn: undecided.length === 0 ? turn : 'may widen',
    principals: [...roles, ...others].toSorted(),
    actions,
    resources,
    said: { actions: inActions, resources: inResources },
    conditions: conditions.toSorted((a, b) => byCodeUnit(a.join(), b.join())),
    undecided,
    before: [...new Set(parts.map(({ before }) => verdictText(before)))].toSorted(),
    after: [...new Set(parts.map(({ after }) => verdictText(after)))].toSorted(),
    effect,
    parts: isExact ? [] : parts.map(exactly)
  }
}

const verdictText = ({ level, by }: Verdict): string => {
  const said = levels[level] ?? levels[0]
  if (level > 0) return said
  return by.length === 0 ? 'denied: nothing allows it' : `denied by ${by.join(', ')}`
}
