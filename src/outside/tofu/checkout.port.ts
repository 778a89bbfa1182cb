import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { FileKind, PrivateFailure, ReadFailure } from '../files/files.port.ts'
import type * as O from 'fp-ts/lib/Option.js'

/** What the guard asks and changes of a project on this machine, beside its files. */
export type Checkout = {
  /**
   * What others could change of these paths below the project, of git around it, and of the way to them. A path
   * that is not there has none.
   */
  readonly changeable: (
    project: AbsolutePath,
    paths: ReadonlyArray<string>
  ) => TE.TaskEither<ReadFailure, ReadonlyArray<AbsolutePath>>
  /** Puts a new file there, whole or not at all; false where one is there already. Follows no link below the project. */
  readonly create: (project: AbsolutePath, path: string, bytes: Uint8Array) => TE.TaskEither<PrivateFailure, boolean>
}

/** One name in a folder. */
export type Entry = { readonly name: string; readonly kind: FileKind }

/** Reads files of a project. Paths are relative to it, with `/`. A symbolic link on the way is a failure, never followed. */
export type WorkingDirectory = {
  /** What lies in the folder, sorted by code unit; none when there is no such folder. */
  readonly list: (project: AbsolutePath, folder: string) => TE.TaskEither<ReadFailure, O.Option<ReadonlyArray<Entry>>>
  /** The bytes of a regular file of at most 4 MiB; none when it is not there. Anything else is a failure. */
  readonly read: (project: AbsolutePath, path: string) => TE.TaskEither<ReadFailure, O.Option<Uint8Array>>
}
