import type { Clause } from './problem.ts'

/** Something that is not as it must be, for the person who reads it. No field ever holds the value of a secret. */
export type Objection = {
  /** The rule's name: stable, kebab-case. */
  readonly id: string
  readonly clause: Clause
  readonly expected: string
  readonly actual: string
  readonly remedy: string
}

/** What a check saw, good or bad. No field ever holds the value of a secret or something about a person. */
export type Finding = Passed | Failed

type Passed = { readonly outcome: 'passed' } & Omit<Objection, 'remedy'>
type Failed = { readonly outcome: 'failed' } & Objection

/** A finding that is as it must be. */
export const passed = (seen: Omit<Objection, 'remedy'>): Finding => ({ outcome: 'passed', ...seen })

/** A finding that refuses. */
export const failed = (objection: Objection): Finding => ({ outcome: 'failed', ...objection })

/** A finding of which only one thing decides; the remedy is said only where it refuses. */
export const judged = (isRight: boolean, { remedy, ...seen }: Objection): Finding =>
  isRight ? passed(seen) : failed({ ...seen, remedy })

/** Objections as findings, or one finding that says that there were none. */
export const findingsOf = (
  objections: ReadonlyArray<Objection>,
  none: Omit<Objection, 'remedy'>
): ReadonlyArray<Finding> => (objections.length === 0 ? [passed(none)] : objections.map(failed))
