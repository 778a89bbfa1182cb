import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { AwsFailure } from './failure.port.ts'

/** A state as it is stored. */
export type StateObject = {
  readonly text: string
  /** Of the bytes as they came, 32 lower-case hexadecimal digits. */
  readonly md5: string
  /** None in a bucket that was never versioned. */
  readonly versionId: string | undefined
}

/** Reads the one state object of a stack, from a bucket that the declared account owns. */
export type StateReader = {
  /** None when the bucket holds no such object. */
  readonly read: () => TE.TaskEither<AwsFailure, O.Option<StateObject>>
}
