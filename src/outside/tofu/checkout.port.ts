import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { ReadFailure } from '../files/read-failure.port.ts'

/** What the guard asks and changes of a project on this machine, beside its files. */
export type Checkout = {
  /** Of these paths below the project, and of the way to them: what others could change, absolute. One that is not there has none. */
  readonly changeable: (
    project: string,
    paths: ReadonlyArray<string>
  ) => TE.TaskEither<ReadFailure, ReadonlyArray<string>>
  /** Puts a new file there, whole or not at all; false where one is there already. Follows no link below the project. */
  readonly create: (project: string, path: string, bytes: Uint8Array) => TE.TaskEither<ReadFailure, boolean>
}
