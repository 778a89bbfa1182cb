import type { Problem } from '../domain/problem.ts'

/**
 * What the worker is given. Once all are evaluated it answers with emissions, in the
 * order of the sources, some at a time and more whenever it gets another message.
 */
export type StackTask = {
  /** The project's folder, absolute. */
  readonly project: string
  readonly sources: ReadonlyArray<string>
  /** Sources that ended an earlier worker, and the problem that this is: they are not run again. */
  readonly stopped: ReadonlyMap<string, Problem>
}
