import type { Clause } from './clause.ts'

/** Something that is not as it must be, for the person who reads it. No field ever holds the value of a secret. */
export type Objection = {
  /** The rule's name: stable, kebab-case. */
  readonly id: string
  readonly clause: Clause
  readonly expected: string
  readonly actual: string
  readonly remedy: string
}
