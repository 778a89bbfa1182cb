import type { AbsolutePath, Moment } from '../../diagnostics/kinds.ts'
import type * as O from 'fp-ts/lib/Option.js'
import type * as T from 'fp-ts/lib/Task.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from '../files/files.port.ts'

/** Whose plan it is: two copies of a project do not share one. */
export type PlanOf = {
  /** The project's folder. */
  readonly project: AbsolutePath
  readonly stack: string
}

/** A saved plan, read once. */
export type StoredPlan = {
  /** The plan as OpenTofu wrote it. */
  readonly plan: Uint8Array
  /** What was written down about it, as text. */
  readonly record: string
}

/**
 * Plans that were judged and not yet applied. They lie in a folder of this user that no other user can read, outside of
 * the project. A stack has at most one.
 */
export type PlanStore = {
  /** Makes this plan the one that may be applied; the one before it is forgotten. */
  readonly keep: (of: PlanOf, stored: StoredPlan) => TE.TaskEither<PrivateFailure, void>
  readonly find: (of: PlanOf) => TE.TaskEither<PrivateFailure, O.Option<StoredPlan>>
  /** Takes the plan out, so that no other run can; false when another one was faster. */
  readonly take: (of: PlanOf) => TE.TaskEither<PrivateFailure, boolean>
  /** Removes the stack's plan, and what is written down about it. */
  readonly remove: (of: PlanOf) => TE.TaskEither<PrivateFailure, void>
  /** Removes the plans of all stacks that were written before this moment. */
  readonly sweep: (before: Moment) => TE.TaskEither<PrivateFailure, void>
}

/** Where the evidence of runs is kept. */
export type EvidenceStore = {
  /**
   * Writes a document whole or not at all, over an earlier one of this name, and gives its path. `name` is a file name
   * without an ending; `stack` is null where a run named none.
   */
  readonly write: (stack: string | null, name: string, text: string) => TE.TaskEither<PrivateFailure, string>
}

/** One release of a provider, as OpenTofu names it in paths: `registry.opentofu.org/hashicorp/aws`, `5.100.0`. */
export type ProviderRelease = { readonly address: string; readonly version: string }

/** A package of a provider whose bytes were read and hashed where no other user can change them. */
export type BoundProvider = {
  /** A filesystem mirror that holds this package alone. */
  readonly mirror: AbsolutePath
  /** OpenTofu's `h1:` of the package. */
  readonly hash: string
}

/** Private copies of provider packages, one for each hash. Nothing of them is run before its hash was compared. */
export type ProviderStore = {
  /** The copy whose bytes have one of these hashes now. One that has another is removed. */
  readonly find: (
    release: ProviderRelease,
    hashes: ReadonlyArray<string>
  ) => TE.TaskEither<PrivateFailure, O.Option<BoundProvider>>
  /** Copies the package that `tofu init` put below a data directory, and keeps it where it has one of these hashes. */
  readonly take: (
    release: ProviderRelease,
    dataFolder: AbsolutePath,
    hashes: ReadonlyArray<string>
  ) => TE.TaskEither<PrivateFailure, O.Option<BoundProvider>>
}

/** What counts as left: the things that no run has used since then. */
export type Unused = {
  /** Folders of runs in the system's folder for temporary files. */
  readonly folders: Moment
  /** Private copies of tofu and of providers. */
  readonly copies: Moment
}

/** What earlier runs of this user left on this machine. */
export type Leftovers = {
  /** The states of a stack that an apply could not store. They lie in the folder of its run. */
  readonly states: (stack: string) => TE.TaskEither<PrivateFailure, ReadonlyArray<AbsolutePath>>
  /**
   * Removes folders and copies that are not used any more. One that a process runs in or from stays, and so does a folder
   * that holds a state. What the system does not let go stays for another run.
   */
  readonly sweep: (unused: Unused) => T.Task<void>
}

/** The folders that a run needs, each usable by this user alone, or why not. Those below the state home are made. */
export type UsableFolders = {
  readonly state: TE.TaskEither<PrivateFailure, string>
  readonly evidence: TE.TaskEither<PrivateFailure, string>
  /** The system's folder for temporary files. */
  readonly temporary: TE.TaskEither<PrivateFailure, string>
}

/** Why a run could not keep its files on this machine, looked at without making anything. */
export type FolderLook = TE.TaskEither<PrivateFailure, void>

/** Reads the evidence on this machine. */
export type EvidenceReader = {
  /** The document of a stack's newest run of a command that counts, as text; none where no run does. */
  readonly newest: (
    stack: string,
    command: string,
    counts: (document: string) => boolean
  ) => TE.TaskEither<PrivateFailure, O.Option<string>>
}
