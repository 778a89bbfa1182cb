import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from './private-failure.ts'

/** A folder that is made for one run, that nobody else can read, and that is removed after it. All paths are absolute. */
export type PrivateFolder = {
  /** An empty home folder. */
  readonly home: string
  /** For temporary files; its path is short, since a plugin's socket lies there. */
  readonly temporary: string
  /** A file that holds nothing. */
  readonly nothing: string
  /** OpenTofu's CLI configuration, as it was given. */
  readonly cliConfiguration: string
}

/** Makes and removes them. */
export type PrivateFolders = {
  /** `cliConfiguration` is the text of that file. */
  readonly make: (cliConfiguration: string) => TE.TaskEither<PrivateFailure, PrivateFolder>
  /** What was already removed is no failure. */
  readonly remove: (folder: PrivateFolder) => TE.TaskEither<PrivateFailure, void>
}
