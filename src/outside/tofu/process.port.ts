import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from '../private/failure.port.ts'

/** One run of tofu. */
export type TofuCall = {
  /** The real path of the program. */
  readonly file: string
  readonly args: ReadonlyArray<string>
  /** The folder to run in, absolute. */
  readonly folder: string
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

/**
 * Runs tofu to its end and never ends it: a person's Ctrl-C is passed on once for each time, and a terminal that goes away
 * is not. Nobody can answer a question of tofu's: its standard input is empty.
 */
export type Tofu = {
  /** What it says goes to the terminal. */
  readonly handOver: (call: TofuCall) => TE.TaskEither<NotStarted, TofuEnd>
  /** What it says is kept, as UTF-8, at most so many bytes of each stream. */
  readonly capture: (call: TofuCall, atMostBytes: number) => TE.TaskEither<NotStarted, TofuSaid>
}
