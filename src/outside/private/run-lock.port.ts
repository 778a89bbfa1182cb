import type * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from './failure.port.ts'

/** Who is at work on a stack. */
export type Holder = {
  readonly command: string
  readonly pid: number
  /** Milliseconds since 1970. */
  readonly since: number
}

/** One run of a stack at a time, of this user on this machine. A run that died holds nothing. */
export type RunLock = {
  /** Left names the run that is at work; right releases it again. `of` is a file name without an ending. */
  readonly take: (
    of: string,
    command: string,
    since: number
  ) => TE.TaskEither<PrivateFailure, E.Either<Holder, T.Task<void>>>
}
