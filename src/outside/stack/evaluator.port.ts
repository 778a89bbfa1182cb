import type { AbsolutePath, Sha256 } from '../../diagnostics/kinds.ts'
import type * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'
import type { EmittedFile } from '../../declaration/declaration.ts'
import type { Validated } from '../../diagnostics/validated.ts'

/**
 * The TypeScript files of `stacks/` as they were read, by their names in the project. Each has the SHA-256 of its bytes, or
 * why it was not read.
 */
export type SourcesRead = ReadonlyMap<string, E.Either<string, Sha256<'a source'>>>

/** What came of one stack file. */
export type Emission = {
  /** The stack file, relative to the project: `stacks/staging-eu.ts`. */
  readonly source: string
  /** The other files of `stacks/` that it is made of, named in the same way, each once. */
  readonly imports: ReadonlyArray<string>
  /** All that was read when it was evaluated, its own files and those of all other stacks. */
  readonly read: SourcesRead
  readonly file: Validated<EmittedFile>
}

/** Turns stack files into emitted files without letting any of their code touch this process. */
export type StackEvaluator = {
  /**
   * One emission for each source, in the order given. Isolation is judged over all of them, so all stacks of the
   * project must be given. Never fails and always ends: a file that throws, loops or waits for ever is a problem.
   */
  readonly emitAll: (project: AbsolutePath, sources: ReadonlyArray<string>) => T.Task<ReadonlyArray<Emission>>
}
