import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from './private-failure.ts'

/** Whose plan it is: two copies of a project do not share one. */
export type PlanOf = {
  /** The project's folder, absolute. */
  readonly project: string
  readonly stack: string
}

/** A saved plan as it lies there now. */
export type StoredPlan = {
  /** Absolute. */
  readonly path: string
  /** What was written down about it, as text. */
  readonly record: string
  /** Of the plan's bytes: 64 lower-case hexadecimal digits. */
  readonly sha256: string
}

/**
 * Plans that were judged and not yet applied, in a folder of this user that nobody else can read, outside of the project.
 * A stack has at most one.
 */
export type PlanStore = {
  /** Makes an empty file for tofu to write a plan to, and forgets the plan that was there before. */
  readonly begin: (of: PlanOf) => TE.TaskEither<PrivateFailure, string>
  /** The digest of what tofu wrote there. */
  readonly digest: (plan: string) => TE.TaskEither<PrivateFailure, string>
  /** Makes the plan at this path the one that may be applied. */
  readonly keep: (of: PlanOf, plan: string, record: string) => TE.TaskEither<PrivateFailure, void>
  readonly find: (of: PlanOf) => TE.TaskEither<PrivateFailure, O.Option<StoredPlan>>
  /** Takes the plan out, so that no other run can; false when another one was faster. Its file stays until it is removed. */
  readonly take: (of: PlanOf) => TE.TaskEither<PrivateFailure, boolean>
  /** Removes a plan's file, and what is written down about the stack's plan. */
  readonly remove: (of: PlanOf, plan: string) => TE.TaskEither<PrivateFailure, void>
  /** Removes the plans of all stacks that were written before this moment, in milliseconds since 1970. */
  readonly sweep: (before: number) => TE.TaskEither<PrivateFailure, void>
}

/** Where the evidence of runs is kept. */
export type EvidenceStore = {
  /** Writes a new document whole or not at all, and gives its path. `name` is a file name without an ending. */
  readonly write: (stack: string, name: string, text: string) => TE.TaskEither<PrivateFailure, string>
}
