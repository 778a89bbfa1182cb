import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { AccountId, BucketName } from '../../declaration/names.ts'
import type { AwsFailure } from './failure.port.ts'

/** One bucket of one account: every call but its creation fails where another account owns it. */
export type BucketOf = { readonly bucket: BucketName; readonly account: AccountId }

export type Tags = Readonly<Record<string, string>>

/** The four flags of a public access block. */
export type PublicAccessBlock = {
  readonly blockPublicAcls: boolean
  readonly blockPublicPolicy: boolean
  readonly ignorePublicAcls: boolean
  readonly restrictPublicBuckets: boolean
}

/**
 * Settings of a bucket that no stack declares. They say who else may read it, and what copies, moves, hides or tells of what is
 * stored. Each stands for one question to S3.
 */
export type UndeclaredOfBucket =
  | 'access list'
  | 'acceleration'
  | 'attribute-based access'
  | 'cross-origin access'
  | 'inventories'
  | 'lifecycle'
  | 'logging'
  | 'metadata tables'
  | 'notifications'
  | 'object lock'
  | 'replication'
  | 'request payment'
  | 'tiering'
  | 'website'

/** What the settings of a bucket are; none is a setting that was never made. */
export type BucketSettings = {
  readonly ownership: O.Option<string>
  readonly publicAccess: O.Option<PublicAccessBlock>
  readonly encryption: O.Option<{ readonly algorithm: string; readonly key: string | undefined }>
  /** AWS's word, and whether MFA is asked before a version is deleted. */
  readonly versioning: O.Option<string>
  /** The text as AWS keeps it. */
  readonly policy: O.Option<string>
  /** With those of AWS itself (`aws:`). They tell which of its services made the thing. */
  readonly tags: Tags
  /** In AWS's words, or `none`. What is disabled is none, and so is a lifecycle rule that only aborts uploads: it ends nothing that is stored. */
  readonly undeclared: Readonly<Record<UndeclaredOfBucket, string>>
}

/** Reads one bucket. Writes nothing. */
export type BucketReader = {
  /** The region of the bucket; none when there is no such bucket anywhere. Source: Amazon S3, HeadBucket. */
  readonly region: (of: BucketOf) => TE.TaskEither<AwsFailure, O.Option<string>>
  readonly settings: (of: BucketOf) => TE.TaskEither<AwsFailure, BucketSettings>
  /** One of these settings, by itself. */
  readonly versioning: (of: BucketOf) => TE.TaskEither<AwsFailure, BucketSettings['versioning']>
  /** True when it holds no object, no version and no delete marker. */
  readonly isEmpty: (of: BucketOf) => TE.TaskEither<AwsFailure, boolean>
}

type Done = TE.TaskEither<AwsFailure, void>

/** Makes one bucket, and says whose it is. */
export type BucketMaker = {
  /** In the region, with ownership enforced and the tags, all in the call that makes it. */
  readonly create: (of: BucketOf, region: string, ownership: 'BucketOwnerEnforced', tags: Tags) => Done
  readonly tag: (of: BucketOf, tags: Tags) => Done
  /**
   * Milliseconds since a bucket of this account was made, by the account's own list of its buckets. None where the list does
   * not name it, or may not be read. AWS moves that moment when a policy is set. Source: Amazon S3, ListBuckets, Bucket.
   */
  readonly age: (of: BucketOf) => TE.TaskEither<AwsFailure, O.Option<number>>
}

/** Hardens one bucket, one call each. Deletes nothing. */
export type BucketHardener = {
  readonly blockPublicAccess: (of: BucketOf, block: PublicAccessBlock) => Done
  readonly encrypt: (of: BucketOf, algorithm: 'AES256') => Done
  readonly version: (of: BucketOf) => Done
  readonly setPolicy: (of: BucketOf, policy: string) => Done
}
