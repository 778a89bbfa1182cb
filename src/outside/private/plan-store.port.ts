import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from './failure.port.ts'

/** Whose plan it is: two copies of a project do not share one. */
export type PlanOf = {
  /** The project's folder, absolute. */
  readonly project: string
  readonly stack: string
}

/** A saved plan, read once. */
export type StoredPlan = {
  /** The plan as OpenTofu wrote it. */
  readonly plan: Uint8Array
  /** What was written down about it, as text. */
  readonly record: string
}

/**
 * Plans that were judged and not yet applied, in a folder of this user that nobody else can read, outside of the project.
 * A stack has at most one.
 */
export type PlanStore = {
  /** Makes this plan the one that may be applied; the one before it is forgotten. */
  readonly keep: (of: PlanOf, stored: StoredPlan) => TE.TaskEither<PrivateFailure, void>
  readonly find: (of: PlanOf) => TE.TaskEither<PrivateFailure, O.Option<StoredPlan>>
  /** Takes the plan out, so that no other run can; false when another one was faster. */
  readonly take: (of: PlanOf) => TE.TaskEither<PrivateFailure, boolean>
  /** Removes the stack's plan, and what is written down about it. */
  readonly remove: (of: PlanOf) => TE.TaskEither<PrivateFailure, void>
  /** Removes the plans of all stacks that were written before this moment, in milliseconds since 1970. */
  readonly sweep: (before: number) => TE.TaskEither<PrivateFailure, void>
}

/** Where the evidence of runs is kept. */
export type EvidenceStore = {
  /**
   * Writes a document whole or not at all, over an earlier one of this name, and gives its path. `name` is a file name
   * without an ending.
   */
  readonly write: (stack: string, name: string, text: string) => TE.TaskEither<PrivateFailure, string>
}
