import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { ReadFailure } from './read-failure.ts'

/** A file as git keeps it. */
export type CommittedFile = {
  /** Mode and object id, as the index writes them: `100644 8ab6…`. */
  readonly entry: string
  readonly bytes: Uint8Array
}

/**
 * The git repository that holds a project, read from its objects and its index, never by comparing with the work tree:
 * `git status` believes the flags assume-unchanged and skip-worktree, and filters. Paths are relative to the project.
 */
export type Repository = {
  /** The full id of the commit at HEAD. */
  readonly head: (project: string) => TE.TaskEither<ReadFailure, string>
  /** The file in that commit; none where the commit has none. Anything but a regular file is a failure. */
  readonly committed: (
    project: string,
    commit: string,
    path: string
  ) => TE.TaskEither<ReadFailure, O.Option<CommittedFile>>
  /** Mode and object id of the file in the index: none where it is not in it, several while a merge is in conflict. */
  readonly staged: (project: string, path: string) => TE.TaskEither<ReadFailure, ReadonlyArray<string>>
}
