import type { Diagnostic } from './diagnostic.ts'
import type { Sourced } from './origin.ts'

/** What a rule saw, good or bad. No field ever holds the value of a secret or something about a person. */
export type Judged = Passed | Failed

/** What a check saw, and where it saw it: a check cannot leave that out. */
export type Finding = Sourced<Judged>

type Right = Omit<Diagnostic, 'remedy'>
type Passed = { readonly outcome: 'passed' } & Right
type Failed = { readonly outcome: 'failed' } & Diagnostic

type AsPassed<S> = { readonly outcome: 'passed' } & S
type AsFailed<S> = { readonly outcome: 'failed' } & S

/** A finding that is as it must be. */
export const passed = <S extends Right>(seen: S): AsPassed<S> => ({ outcome: 'passed', ...seen })

/** A finding that refuses. */
export const failed = <S extends Diagnostic>(diagnostic: S): AsFailed<S> => ({ outcome: 'failed', ...diagnostic })

/** What a document says of a finding. It goes further than a screen, so it names no person. */
export const inDocument = ({ actual, unnamed }: Pick<Right, 'actual' | 'unnamed'>): string => unnamed ?? actual

/** A finding of which only one thing decides; the remedy is said only where it refuses. */
export const judged = <S extends Diagnostic>(
  isRight: boolean,
  { remedy, ...seen }: S
): AsPassed<Omit<S, 'remedy'>> | AsFailed<Omit<S, 'remedy'> & { readonly remedy: string }> =>
  isRight ? { outcome: 'passed', ...seen } : { outcome: 'failed', ...seen, remedy }

/** Diagnostics as findings, or one finding that says that there were none. */
export const findingsOf = <S extends Diagnostic, N extends Right>(
  diagnostics: ReadonlyArray<S>,
  none: N
): ReadonlyArray<AsPassed<N> | AsFailed<S>> => (diagnostics.length === 0 ? [passed(none)] : diagnostics.map(failed))
