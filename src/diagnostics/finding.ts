import type { Diagnostic } from './diagnostic.ts'

/** What a check saw, good or bad. No field ever holds the value of a secret or something about a person. */
export type Finding = Passed | Failed

type Passed = { readonly outcome: 'passed' } & Omit<Diagnostic, 'remedy'>
type Failed = { readonly outcome: 'failed' } & Diagnostic

/** A finding that is as it must be. */
export const passed = (seen: Omit<Diagnostic, 'remedy'>): Finding => ({ outcome: 'passed', ...seen })

/** A finding that refuses. */
export const failed = (diagnostic: Diagnostic): Finding => ({ outcome: 'failed', ...diagnostic })

/** A finding of which only one thing decides; the remedy is said only where it refuses. */
export const judged = (isRight: boolean, { remedy, ...seen }: Diagnostic): Finding =>
  isRight ? passed(seen) : failed({ ...seen, remedy })

/** Diagnostics as findings, or one finding that says that there were none. */
export const findingsOf = (
  diagnostics: ReadonlyArray<Diagnostic>,
  none: Omit<Diagnostic, 'remedy'>
): ReadonlyArray<Finding> => (diagnostics.length === 0 ? [passed(none)] : diagnostics.map(failed))
