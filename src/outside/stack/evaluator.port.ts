import type * as T from 'fp-ts/lib/Task.js'
import type { EmittedFile } from '../../declaration/emitted-file.ts'
import type { Validated } from '../../diagnostics/validated.ts'

/** What came of one stack file. */
export type Emission = {
  /** The stack file, relative to the project: `stacks/staging-eu.ts`. */
  readonly source: string
  /** The other files of `stacks/` that it is made of, named in the same way, each once. */
  readonly imports: ReadonlyArray<string>
  readonly file: Validated<EmittedFile>
}

/** Turns stack files into emitted files without letting any of their code touch this process. */
export type StackEvaluator = {
  /**
   * One emission for each source, in the order given. Isolation is judged over all of them, so all stacks of the
   * project must be given. Never fails and always ends: a file that throws, loops or waits for ever is a problem.
   */
  readonly emitAll: (project: string, sources: ReadonlyArray<string>) => T.Task<ReadonlyArray<Emission>>
}
