import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { LockKey } from '../../declaration/names.ts'
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

/** An item of a lock table: OpenTofu's lock has an `Info`, its digest a `Digest`. Anything else has neither, or both. */
export type LockItem =
  | { readonly info: string; readonly digest: undefined }
  | { readonly info: undefined; readonly digest: string }
  | { readonly info: undefined; readonly digest: undefined }

/** The items of one lock table, one at a time and by their whole key. Source: OpenTofu, backend/remote-state/s3/client.go. */
export type LockItems = {
  /** A consistent read; none when there is no such item. */
  readonly read: (id: LockKey) => TE.TaskEither<AwsFailure, O.Option<LockItem>>
  /** Writes the item where there is none, as OpenTofu takes its lock; false when there is one already. */
  readonly take: (id: LockKey<'probe'>, info: string) => TE.TaskEither<AwsFailure, boolean>
  /** Removes the item that holds exactly this, as OpenTofu releases its lock; false when there is none or another. */
  readonly release: (id: LockKey<'probe'>, info: string) => TE.TaskEither<AwsFailure, boolean>
}
