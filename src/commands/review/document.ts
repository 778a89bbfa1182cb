import type { Review } from './run.ts'
import type { Objection, Side } from './sides.ts'

/** What `--json` prints; docs/reference/review.schema.json is its schema. A new `version` when a key changes its meaning. */
export type ReviewDocument = {
  readonly version: 1
  readonly exitCode: 0 | 1 | 3
  readonly widens: boolean | null
  readonly base: { readonly name: string; readonly commit: string | null } | null
  readonly head: { readonly name: string; readonly commit: string | null } | null
  readonly compared: number
  readonly notes: ReadonlyArray<string>
  readonly stacks: ReadonlyArray<{ readonly stack: string; readonly what: 'changed' | 'new' | 'gone' }>
  readonly changes: ReadonlyArray<{
    readonly turn: 'widens' | 'may widen' | 'narrows' | 'moves'
    readonly sentence: string
    /** What the sentence sums up; empty where it is exact itself. */
    readonly parts: ReadonlyArray<string>
    readonly general: boolean
    readonly stacks: ReadonlyArray<string>
    readonly applier: string
    readonly apply: string
    readonly clause: string
  }>
  /** `explain` answers the word. */
  readonly refusals: ReadonlyArray<Objection & { readonly word: 'not-compared' }>
}

const side = ({ name, commit }: Side) => ({ name, commit: commit ?? null })

/** A review as data. */
export const reviewDocument = ({ base, head, count, stacks, changes, notes, widens }: Review): ReviewDocument => ({
  version: 1,
  exitCode: widens ? 3 : 0,
  widens,
  base: side(base),
  head: side(head),
  compared: count,
  notes,
  stacks: stacks.map(({ stack, what }) => ({ stack, what })),
  changes: changes.map(({ turn, sentence, parts = [], isOfMany, stacks: where, applier, apply, clause }) => ({
    turn,
    sentence,
    parts,
    general: isOfMany,
    stacks: where,
    applier,
    apply,
    clause
  })),
  refusals: []
})

/** Why there is no review, as data. */
export const refusalDocument = (objections: ReadonlyArray<Objection>): ReviewDocument => ({
  version: 1,
  exitCode: 1,
  widens: null,
  base: null,
  head: null,
  compared: 0,
  notes: [],
  stacks: [],
  changes: [],
  refusals: objections.map(({ what, actual, remedy }) => ({ what, actual, remedy, word: 'not-compared' }))
})
