import type { Problem } from '../domain/problem.ts'

/** What the worker is given. It answers with a message for each source, in their order, once all are evaluated. */
export type StackTask = {
  /** The project's folder, absolute. */
  readonly project: string
  readonly sources: ReadonlyArray<string>
  /** Sources that ended an earlier worker, and the problem that this is: they are not run again. */
  readonly stopped: ReadonlyMap<string, Problem>
  /** Whether each stack is also emitted by itself, which costs time and tells which of them cannot be. */
  readonly isOneByOne: boolean
}

/** What a worker is at before it is at any source. */
export const STARTING = -1
