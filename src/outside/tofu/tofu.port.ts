import type { AbsolutePath, Sha256 } from '../../diagnostics/kinds.ts'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure, ReadFailure } from '../files/files.port.ts'
import type * as T from 'fp-ts/lib/Task.js'

/** What is known of a program before it is run. */
export type TofuBinary = {
  /** As it was named, or found on PATH. */
  readonly path: AbsolutePath
  /** Where it lies when every link is followed. What is run is a private copy of these bytes. */
  readonly realPath: AbsolutePath
  /** Whether it lies in the checkout around the project, as it is named or by where it leads. */
  readonly isInCheckout: boolean
  readonly form: 'ELF' | 'Mach-O' | 'script' | 'something else'
  /** Whether its build information names OpenTofu's own main package. Source: Go, debug/buildinfo. */
  readonly namesOpenTofu: boolean
  /** The file, or the folders on the way to it, that anybody but its user and the administrator could change. */
  readonly changeable: ReadonlyArray<AbsolutePath>
  readonly sha256: Sha256<'tofu'>
}

export type NoTofu = { readonly _tag: 'NoTofu' } | Extract<PrivateFailure, { readonly _tag: 'SystemRefused' }>

/** Finds the one tofu of a run. Runs nothing. */
export type TofuFinder = {
  /** The file that is named; otherwise the first executable `tofu` in an absolute folder of this PATH. */
  readonly find: (
    project: AbsolutePath,
    named: AbsolutePath | undefined,
    path: string | undefined
  ) => TE.TaskEither<NoTofu, TofuBinary>
}

/**
 * Private copies of programs, one for each digest. The program that was judged is the one that runs, even when the
 * original changes.
 */
export type ProgramStore = {
  /** The path of the copy of the program at that real path, which has exactly this digest. A failure where it has another. */
  readonly keep: (binary: Pick<TofuBinary, 'realPath' | 'sha256'>) => TE.TaskEither<PrivateFailure, AbsolutePath>
}

/** One run of tofu. */
export type TofuCall = {
  /** The real path of the program. */
  readonly file: AbsolutePath
  readonly args: ReadonlyArray<string>
  /** The folder to run in. */
  readonly folder: AbsolutePath
  /** The whole environment: nothing is added to it. */
  readonly environment: Readonly<Record<string, string>>
}

/** How a run ended: tofu's own exit code, or 128 and the number of the signal that ended it. */
export type TofuEnd = {
  readonly code: number
  /** How often a person asked it to stop. */
  readonly interrupts: number
  /** Whether the terminal went away meanwhile. */
  readonly isTerminalGone: boolean
}

export type TofuSaid = TofuEnd & {
  readonly stdout: string
  readonly stderr: string
  /** Whether `stdout` and `stderr` are all of it. */
  readonly isWhole: boolean
}

export type NotStarted = Extract<PrivateFailure, { readonly _tag: 'SystemRefused' }>

/** A tofu of which nothing was heard for a while; one that has the terminal is not heard at all. */
export type Silence = { readonly command: string; readonly seconds: number; readonly isHeard: boolean }

/**
 * Runs tofu to its end and never ends it. A person's Ctrl-C is passed on once for each time, and a terminal that goes
 * away is not. No person can answer a question of tofu's: its standard input is empty.
 */
export type Tofu = {
  /** What it says goes to the terminal. */
  readonly handOver: (call: TofuCall) => TE.TaskEither<NotStarted, TofuEnd>
  /** What it says is kept, as UTF-8, at most so many bytes of each stream. */
  readonly capture: (call: TofuCall, atMostBytes: number) => TE.TaskEither<NotStarted, TofuSaid>
}

/** A file of OpenTofu's CLI configuration, by the path by which OpenTofu reads it. */
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
    project: AbsolutePath,
    variables: Readonly<Record<string, string | undefined>>
  ) => TE.TaskEither<ReadFailure, CliConfiguration>
  /** Of folders that hold providers: those that lie in the checkout, or that another user can change. */
  readonly distrusted: (
    project: AbsolutePath,
    folders: ReadonlyArray<string>
  ) => T.Task<ReadonlyArray<DistrustedFolder>>
}
