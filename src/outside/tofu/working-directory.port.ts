import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { FileKind } from '../files/output-files.port.ts'
import type { ReadFailure } from '../files/read-failure.port.ts'

/** One name in a folder. */
export type Entry = { readonly name: string; readonly kind: FileKind }

/** Reads files of a project. Paths are relative to it, with `/`. A symbolic link on the way is a failure, never followed. */
export type WorkingDirectory = {
  /** What lies in the folder, sorted by code unit; none when there is no such folder. */
  readonly list: (project: string, folder: string) => TE.TaskEither<ReadFailure, O.Option<ReadonlyArray<Entry>>>
  /** The bytes of a regular file of at most 4 MiB; none when it is not there. Anything else is a failure. */
  readonly read: (project: string, path: string) => TE.TaskEither<ReadFailure, O.Option<Uint8Array>>
}
