import type { Diagnostic } from './diagnostic.ts'

/** Where else the same was met, and what was found there. */
export type Elsewhere = Pick<Diagnostic, 'rule' | 'at' | 'source' | 'place' | 'actual' | 'unnamed' | 'from'>

/** A diagnostic, or something that passed and has no remedy. */
type Seen = Omit<Diagnostic, 'remedy'> & { readonly remedy?: string }

/** Diagnostics of one cause and one remedy, as one: the first of them, and where the others are. */
export type Folded<D extends Seen = Diagnostic> = D & {
  /** At most 50; `more` counts those beyond. */
  readonly also: ReadonlyArray<Elsewhere>
  readonly more: number
}

const MOST = 50

/**
 * The key by which diagnostics are folded. In a stack, an expected value is of one place. What was found outside of a stack,
 * in one kind of place and with one remedy, has one cause, whichever rules see it.
 */
const keyOf = ({ rule, clause, remedy, source, at, expected, from }: Seen): string =>
  JSON.stringify(
    from !== undefined && source === undefined && at === undefined
      ? [remedy, from.kind, from.file]
      : [rule, clause, remedy, source, at && expected]
  )

const elsewhere = ({ rule, at, source, place, actual, unnamed, from }: Seen): Elsewhere => ({
  rule,
  at,
  source,
  place,
  actual,
  unnamed,
  from
})

/**
 * Folds diagnostics of one cause and one remedy into one, in the order of the first of each. A remedy that is done once for
 * all of them is said once. What passed stays by itself.
 */
export const folded = <D extends Seen>(diagnostics: ReadonlyArray<D>): ReadonlyArray<Folded<D>> => {
  const groups = new Map<string, { readonly first: D; readonly also: Array<Elsewhere>; more: number }>()
  for (const diagnostic of diagnostics) {
    const key = diagnostic.remedy === undefined ? `${groups.size}` : keyOf(diagnostic)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: diagnostic, also: [], more: 0 })
    else if (group.also.length < MOST) group.also.push(elsewhere(diagnostic))
    else group.more += 1
  }
  return [...groups.values()].map(({ first, also, more }) => ({ ...first, also, more }))
}
