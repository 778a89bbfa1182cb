import type * as T from 'fp-ts/lib/Task.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { ReadFailure } from '../files/read-failure.port.ts'

/** A file of OpenTofu's CLI configuration; its path is absolute. */
export type CliFile = { readonly path: string; readonly text: string }

/** All that OpenTofu would take its CLI configuration from. Source: OpenTofu 1.12, internal/command/cliconfig. */
export type CliConfiguration = {
  readonly files: ReadonlyArray<CliFile>
  /** The file that a variable names and that is not there: OpenTofu warns, and reads no other one instead. */
  readonly missing: string | undefined
  /** The folders that exist, of those in which OpenTofu looks for providers when no file says where to look. */
  readonly impliedMirrors: ReadonlyArray<string>
}

/** A folder of providers that is not to be taken from, and why, in words that follow its name. */
export type DistrustedFolder = { readonly path: string; readonly why: string }

/** Finds and reads OpenTofu's CLI configuration as OpenTofu would when it is started in the project. */
export type CliConfigurationReader = {
  readonly read: (
    project: string,
    variables: Readonly<Record<string, string | undefined>>
  ) => TE.TaskEither<ReadFailure, CliConfiguration>
  /** Of folders that hold providers, absolute: those that lie in the checkout, or that somebody else can change. */
  readonly distrusted: (project: string, folders: ReadonlyArray<string>) => T.Task<ReadonlyArray<DistrustedFolder>>
}
