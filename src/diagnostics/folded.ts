import type { Diagnostic } from './diagnostic.ts'

/** Where else the same was met, and what was found there. */
export type Elsewhere = Pick<Diagnostic, 'at' | 'source' | 'place' | 'actual'>

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
 * The key by which diagnostics are folded. In a stack, an expected value is of one place. Elsewhere one remedy can be about
 * several expected values.
 */
const keyOf = ({ rule, clause, remedy, source, at, expected }: Seen): string =>
  JSON.stringify([rule, clause, remedy, source ?? null, at === undefined ? null : expected])

const elsewhere = ({ at, source, place, actual }: Seen): Elsewhere => ({ at, source, place, actual })

/**
 * Folds diagnostics of the same rule, clause, file and remedy into one, in the order of the first of each. A remedy that is
 * done once for all of them is said once. What passed stays by itself.
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
