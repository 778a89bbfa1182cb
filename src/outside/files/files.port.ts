import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'

/** Something local that could not be read. */
export type ReadFailure = {
  /** What was asked for: a path, or a command. */
  readonly what: string
  /** Why not, in the words of the system or of the program that was asked. */
  readonly cause: string
}

/** Why a private file or folder could not be used. Paths are absolute. */
export type PrivateFailure =
  /** The system refused: its own code (`ENOSPC`) and its own message. */
  | { readonly _tag: 'SystemRefused'; readonly path: string; readonly code: string; readonly message: string }
  /** Another user could read or change it, or it is not the thing that belongs there. */
  | { readonly _tag: 'NotPrivate'; readonly path: string; readonly why: string }

/** What was being done to a file or a folder when it failed. */
export type FileAction =
  'list' | 'look at' | 'read' | 'make' | 'open' | 'write' | 'sync' | 'close' | 'rename' | 'remove'

export type FileKind = 'folder' | 'regular file' | 'symbolic link' | 'special file'

/** Why a file or a folder could not be read or written. Paths are relative to the project, with `/`. */
export type FileFailure =
  /** The system refused: its own code (`ENOSPC`) and its own message. */
  | {
      readonly _tag: 'SystemRefused'
      readonly action: FileAction
      readonly path: string
      readonly code: string
      readonly message: string
    }
  /** A thing of another kind lies where a folder or a file of ours belongs. It was neither followed nor replaced. */
  | {
      readonly _tag: 'WrongKind'
      readonly path: string
      readonly expected: 'folder' | 'regular file'
      readonly found: FileKind
    }
  /** A folder `stacks` inside the one of a project; `.` where the project itself lies in one. */
  | { readonly _tag: 'NestedProject'; readonly path: string }
  /** A file was to be written anywhere but to `out/<one folder>/main.tf.json` or the `REVIEW.md` beside it. */
  | { readonly _tag: 'NotAnOutput'; readonly path: string }

/** A folder in `out/`, and all that lies in it, sorted by code unit. */
export type OutputFolder = {
  readonly name: string
  readonly entries: ReadonlyArray<{ readonly name: string; readonly kind: FileKind }>
}

/** What emit itself reads and writes of a project: the names in `stacks/`, and what lies in `out/`. */
export type OutputFiles = {
  /** All of `stacks/*.ts`, sorted by code unit; none when there is no folder `stacks`. */
  readonly sources: (project: AbsolutePath) => TE.TaskEither<FileFailure, O.Option<ReadonlyArray<string>>>
  /** Every `out/<folder>/main.tf.json` and `out/<folder>/REVIEW.md` that exists, sorted by code unit; a link in their place counts. */
  readonly outputs: (project: AbsolutePath) => TE.TaskEither<FileFailure, ReadonlyArray<string>>
  /** Every folder in `out/`, sorted by code unit. A link or a special file in the place of one is a failure. */
  readonly folders: (project: AbsolutePath) => TE.TaskEither<FileFailure, ReadonlyArray<OutputFolder>>
  /** The bytes of an emitted file, or none when it is not there. Follows no symbolic link below the project. */
  readonly read: (project: AbsolutePath, path: string) => TE.TaskEither<FileFailure, O.Option<Uint8Array>>
  /**
   * Puts the bytes at `out/<folder>/main.tf.json` or the `REVIEW.md` beside it, making both folders. At every moment, also after a SIGKILL or a
   * failure, that file is the old one or the new one. Follows no symbolic link below the project.
   */
  readonly write: (project: AbsolutePath, path: string, bytes: Uint8Array) => TE.TaskEither<FileFailure, void>
  /** Removes what interrupted runs left in `out/`; temporary files of a process that still runs stay. */
  readonly sweep: (project: AbsolutePath) => TE.TaskEither<FileFailure, void>
}

/** Makes stack files, and never changes one. */
export type StackWriter = {
  /** Puts the text at `stacks/<name>.ts`, whole or not at all; refuses where anything lies there. Makes the folder. */
  readonly create: (project: AbsolutePath, source: string, text: string) => TE.TaskEither<FileFailure, void>
}
