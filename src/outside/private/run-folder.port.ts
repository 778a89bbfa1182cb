import type { AbsolutePath, Moment } from '../../diagnostics/kinds.ts'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from '../files/files.port.ts'
import type * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'

/** A folder that is made for one run and removed after it. No other user can read it. */
export type PrivateFolder = {
  /** An empty home folder. */
  readonly home: AbsolutePath
  /** For temporary files; its path is short, since a plugin's socket lies there. */
  readonly temporary: AbsolutePath
  /** A file that holds nothing. */
  readonly nothing: AbsolutePath
  /** OpenTofu's CLI configuration, as it was given. */
  readonly cliConfiguration: AbsolutePath
  /** The authorities that tofu trusts instead of the system's; undefined where none were given. */
  readonly authorities: AbsolutePath | undefined
  /** A project of the run alone. `out/<stack>` lies in it, made of the bytes that were given, and there tofu runs. */
  readonly project: AbsolutePath
  /** Not there yet: the data directory into which tofu fetches the provider, before it was hashed. */
  readonly fetched: AbsolutePath
  /** Not there yet: where tofu writes its plan. */
  readonly plan: AbsolutePath
}

/** What a folder of a run is made of. */
export type RunFiles = {
  /** The checkout: the folder is made outside of it, since what a run leaves may hold a state. */
  readonly checkout: AbsolutePath
  /** The text of OpenTofu's CLI configuration. */
  readonly cliConfiguration: string
  readonly stack: string
  /** The text of `main.tf.json`. */
  readonly emitted: string
  /** The bytes of `.terraform.lock.hcl`; none before the first init. */
  readonly lock: Uint8Array | undefined
  /** The authorities with which AWS was believed, as PEM; undefined for the system's own. */
  readonly authorities: string | undefined
}

/** Makes, fills and removes them. */
export type PrivateFolders = {
  readonly make: (files: RunFiles) => TE.TaskEither<PrivateFailure, PrivateFolder>
  /** A new file of the run with these bytes; its path. One of that name is a failure. */
  readonly write: (
    folder: PrivateFolder,
    name: string,
    bytes: string | Uint8Array
  ) => TE.TaskEither<PrivateFailure, AbsolutePath>
  /** The plan that tofu wrote, read once. It is a regular file of at most 64 MiB that no other user could have written. */
  readonly readPlan: (folder: PrivateFolder) => TE.TaskEither<PrivateFailure, Uint8Array>
  /** Moves a file that tofu left in the run's `out/<stack>` to this new path, and says whether there was one. */
  readonly moveOut: (
    folder: PrivateFolder,
    stack: string,
    name: string,
    to: string
  ) => TE.TaskEither<PrivateFailure, boolean>
  /**
   * From here on the end of this process, however it comes, leaves the folder and says where it is. What tofu leaves
   * there may be all that knows what tofu made. `remove` alone removes the folder.
   */
  readonly hold: (folder: PrivateFolder) => TE.TaskEither<PrivateFailure, void>
  /** A folder that was already removed is not a failure. One that still holds an `errored.tfstate` stays. */
  readonly remove: (folder: PrivateFolder) => TE.TaskEither<PrivateFailure, void>
}

/** Who is at work on a stack. */
export type Holder = {
  readonly command: string
  readonly pid: number
  readonly since: Moment
  /** The user of this machine whose run it is, by number, where it is another one. */
  readonly user: number | undefined
}

/** One run of a stack at a time, of whichever user of this machine. A run that died holds nothing. */
export type RunLock = {
  /** Left names the run that is at work; right releases it again. `of` is a file name without an ending. */
  readonly take: (
    of: string,
    command: string,
    since: Moment
  ) => TE.TaskEither<PrivateFailure, E.Either<Holder, T.Task<void>>>
}
