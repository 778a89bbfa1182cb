import { byCodeUnit, sameJson } from '../terraform/json.ts'
import type { Access } from './access.ts'
import { cellTexts, keyText, principalTexts } from './cell-text.ts'
import type { Cells } from './cells.ts'
import { type Change, difference } from './difference.ts'
import { levels } from './levels.ts'
import { principalDimension } from './principal.ts'
import type { Verdict } from './question.ts'
import { spellings } from './spelling.ts'

/** Requests that a principal may make now and not before, or the other way round, as a person reads them. */
export type Entry = {
  /** `may widen` stands for a change that could not be decided. A count of widenings includes it. */
  readonly turn: 'widens' | 'may widen' | 'narrows'
  readonly principals: ReadonlyArray<string>
  readonly actions: ReadonlyArray<string>
  readonly resources: ReadonlyArray<string>
  /** All of them must be met. Where there are none, the rest of the request does not matter. */
  readonly conditions: ReadonlyArray<string>
  /** What it rests on that cannot be decided. */
  readonly undecided: ReadonlyArray<string>
  readonly before: string
  readonly after: string
  /** One request of these, as the engine thought of it: text by dimension. */
  readonly example: Readonly<Record<string, string>>
}

/** What changes between two accesses. No entry means that no request at all is decided otherwise. */
export const accessEntries = (before: Access, after: Access): ReadonlyArray<Entry> => {
  if (sameJson(before, after)) return []
  const { changes, spaces, isComplete } = difference(before, after)
  const spelled = spellings(before, after)
  const entries = changes.map((change) => entry(change, spaces, spelled))
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
  conditions: [],
  undecided: ['the policies have more patterns than can be compared'],
  before: 'not known',
  after: 'not known',
  example: {}
}

type Spelling = (lower: string) => string

const entry = (change: Change, spaces: ReadonlyMap<string, Cells>, spelled: Spelling): Entry => {
  const space = (dimension: string): Cells => spaces.get(dimension) ?? { cells: [], criteria: [], isComplete: false }
  const of = (dimension: string, other: string): ReadonlyArray<string> => {
    const indexes = change.cells.get(dimension)
    const names = { other: `any other ${other}`, spelled }
    return indexes === undefined ? [`any ${other}`] : cellTexts(space(dimension), indexes, names).toSorted(byCodeUnit)
  }
  const who = change.cells.get(principalDimension)
  const keys = [...change.cells].filter(([dimension]) => dimension.startsWith('key '))
  return {
    turn: change.undecided.length === 0 ? change.turn : 'may widen',
    principals:
      change.roles.length > 0
        ? change.roles
        : principalTexts(space(principalDimension), who ?? []).toSorted(byCodeUnit),
    actions: of('action', 'action'),
    resources: of('resource', 'resource'),
    conditions: keys
      .map(([dimension, indexes]) => keyText(dimension, space(dimension), indexes, spelled))
      .toSorted(byCodeUnit),
    undecided: change.undecided,
    before: verdictText(change.before),
    after: verdictText(change.after),
    example: Object.fromEntries(
      [...change.cells].map(([dimension, indexes]) => [
        dimension,
        space(dimension).cells[indexes[0] ?? 0]?.carried.texts?.join(', ') ?? 'absent'
      ])
    )
  }
}

const verdictText = ({ level, by }: Verdict): string => {
  const said = levels[level] ?? levels[0]
  if (level > 0) return said
  return by.length === 0 ? 'denied: nothing allows it' : `denied by ${by.join(', ')}`
}
