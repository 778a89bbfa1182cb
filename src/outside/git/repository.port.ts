import type { AbsolutePath, CommitId } from '../../diagnostics/kinds.ts'
import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { ReadFailure } from '../files/files.port.ts'

/** Why git's answer is not taken; with the way out, where there is one for just this cause. */
export type RepositoryFailure = ReadFailure & { readonly remedy?: string }

/** The commit at HEAD, and where in its tree a project lies. */
export type Head = {
  readonly commit: CommitId
  /** The folder of the project in the repository, with `/` at its end. Empty where the project is the whole repository. */
  readonly folder: string
}

/** A file as git keeps it. */
export type CommittedFile = {
  /** Mode and object id, as the index writes them: `100644 8ab6…`. */
  readonly entry: string
  readonly bytes: Uint8Array
}

/** A file that the commit has, by its path in the project. */
export type CommittedSource = CommittedFile & { readonly path: string }

/** Another project of a commit. It has a folder in the repository, with `/` at its end, and one of its stacks is named. */
export type OtherProject = { readonly folder: string; readonly stack: string }

/**
 * The git repository that holds a project, read from its objects and its index. It is never compared with the work tree:
 * `git status` believes the flags assume-unchanged and skip-worktree, and filters. Every object on the way, from the
 * commit to the bytes of a file, is the one that its id names: the id is computed from the bytes. Paths are relative to
 * the project.
 */
export type Repository = {
  /** The commit at HEAD, whose id was computed from its bytes. */
  readonly head: (project: AbsolutePath) => TE.TaskEither<RepositoryFailure, Head>
  /** The file in that commit; none where the commit has none. Anything but a regular file is a failure. */
  readonly committed: (
    project: AbsolutePath,
    head: Head,
    path: string
  ) => TE.TaskEither<RepositoryFailure, O.Option<CommittedFile>>
  /**
   * Every TypeScript file below `stacks/` that the commit has, stacks and what they import, sorted by path. A link or a
   * submodule among them is a failure, and so are more than 10 000 files. So
   * is a project that lies in the `stacks/` of another.
   */
  readonly stackFiles: (
    project: AbsolutePath,
    head: Head
  ) => TE.TaskEither<RepositoryFailure, ReadonlyArray<CommittedSource>>
  /**
   * The other projects of the commit that have stacks which could be proven, wherever in the repository they lie. At most ten
   * are named. A folder `stacks/` that has no emitted file beside it belongs to none.
   */
  readonly otherProjects: (
    project: AbsolutePath,
    head: Head
  ) => TE.TaskEither<RepositoryFailure, ReadonlyArray<OtherProject>>
  /** Mode and object id of the file in the index. None where the file is not in it, several while a merge is in conflict. */
  readonly staged: (project: AbsolutePath, path: string) => TE.TaskEither<RepositoryFailure, ReadonlyArray<string>>
}

/** What a commit has of an emitted file. */
export type EmittedInCommit = {
  readonly stack: string
  readonly bytes: Uint8Array
  readonly hasPage: boolean
  /** What else lies in its folder, beside the page and the lock file of the provider, sorted. */
  readonly others: ReadonlyArray<string>
}

/** Any two commits of a repository, read from its objects and held against their ids like everything of `Repository`. */
export type History = {
  /** The commit of a name, such as `HEAD~3`, `origin/main` or a tag. */
  readonly commit: (project: AbsolutePath, revision: string) => TE.TaskEither<RepositoryFailure, Head>
  /** The last commit that HEAD and the main branch have in common, and the name of that branch. */
  readonly mergeBase: (
    project: AbsolutePath
  ) => TE.TaskEither<RepositoryFailure, { readonly base: Head; readonly branch: string }>
  /** The path of every file below `out/` that the index has: what a commit made now would have there. */
  readonly trackedInOut: (project: AbsolutePath) => TE.TaskEither<RepositoryFailure, ReadonlyArray<string>>
  /** Every `out/<stack>/main.tf.json` of a commit, sorted by stack. Anything but a regular file in its place is a failure. */
  readonly emitted: (
    project: AbsolutePath,
    head: Head
  ) => TE.TaskEither<RepositoryFailure, ReadonlyArray<EmittedInCommit>>
}
