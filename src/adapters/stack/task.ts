import type { Problem } from '../../domain/problem.ts'
import type { Validated } from '../../domain/validated.ts'
import type { Emission } from '../../ports/stack-evaluator.ts'

/** What the worker is given. */
export type StackTask = {
  /** The project's folder, absolute. */
  readonly project: string
  readonly sources: ReadonlyArray<string>
  /** Sources that ended an earlier worker, and the problem that this is: they are not run again. */
  readonly stopped: ReadonlyMap<string, Problem>
  /** How many sources may be loading at once. Only with 1 is what stops the worker surely of the source that it is at. */
  readonly atOnce: number
}

/**
 * What the worker answers: each emission as soon as there is one, in the order of the sources, so that it need not keep
 * the text; and at last what is to be said of each once all are known.
 */
export type StackAnswer =
  | { readonly _tag: 'Emitted'; readonly emission: Emission }
  | { readonly _tag: 'Judged'; readonly verdicts: ReadonlyArray<Validated<void>> }
