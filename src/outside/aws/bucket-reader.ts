import * as S3 from '@aws-sdk/client-s3'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { BucketOf, BucketReader, BucketSettings } from './bucket.port.ts'
import type { AwsFailure } from './failure.port.ts'
import { type Calling, awsCall, given, tagRecord, unlessNeverSet } from './call.ts'
import { NotAnAnswer } from './classify.ts'
import type { Clients } from './clients.ts'

type Readings = { readonly [K in keyof BucketSettings]: TE.TaskEither<AwsFailure, BucketSettings[K]> }

const owned = ({ bucket, account }: BucketOf) => ({ Bucket: bucket, ExpectedBucketOwner: account })

const encryptionOf = ({ ServerSideEncryptionConfiguration: answer }: S3.GetBucketEncryptionCommandOutput) => {
  const [rule, ...others] = given(answer?.Rules, 'rule')
  const found = rule?.ApplyServerSideEncryptionByDefault
  if (others.length > 0) throw new NotAnAnswer('the answer has more than one rule')
  return { algorithm: given(found?.SSEAlgorithm, 'SSEAlgorithm') as string, key: found?.KMSMasterKeyID }
}

/** The text, when it is JSON. Throws when it is not. */
const inJson = (text: string): string => {
  JSON.parse(text)
  return text
}

const blockOf = ({ PublicAccessBlockConfiguration: found }: S3.GetPublicAccessBlockCommandOutput) => ({
  blockPublicAcls: found?.BlockPublicAcls === true,
  blockPublicPolicy: found?.BlockPublicPolicy === true,
  ignorePublicAcls: found?.IgnorePublicAcls === true,
  restrictPublicBuckets: found?.RestrictPublicBuckets === true
})

/**
 * Whether a rule ends uploads that were never completed, and nothing that is stored. A rule of which nothing is known is not
 * one, and a disabled rule counts as an enabled one. Source: Amazon S3, LifecycleRule.
 */
const isOnlyOfUploads = (rule: S3.LifecycleRule): boolean =>
  rule.AbortIncompleteMultipartUpload !== undefined &&
  rule.Expiration === undefined &&
  rule.NoncurrentVersionExpiration === undefined &&
  (rule.Transitions ?? []).length === 0 &&
  (rule.NoncurrentVersionTransitions ?? []).length === 0

const readings = ({ s3 }: Clients, calling: Calling, of: BucketOf): Readings => {
  const call = awsCall(calling)
  const input = owned(of)
  return {
    ownership: unlessNeverSet('OwnershipControlsNotFoundError')(
      call('S3 GetBucketOwnershipControls', async (abortSignal) => {
        const { OwnershipControls } = await s3.send(new S3.GetBucketOwnershipControlsCommand(input), { abortSignal })
        return given(OwnershipControls?.Rules?.[0]?.ObjectOwnership, 'ObjectOwnership') as string
      }),
      O.some,
      O.none
    ),
    tags: unlessNeverSet('NoSuchTagSet')(
      call('S3 GetBucketTagging', (abortSignal) => s3.send(new S3.GetBucketTaggingCommand(input), { abortSignal })),
      ({ TagSet }) => tagRecord(TagSet),
      {}
    ),
    publicAccess: unlessNeverSet('NoSuchPublicAccessBlockConfiguration')(
      call('S3 GetPublicAccessBlock', async (abortSignal) =>
        blockOf(await s3.send(new S3.GetPublicAccessBlockCommand(input), { abortSignal }))
      ),
      O.some,
      O.none
    ),
    encryption: unlessNeverSet('ServerSideEncryptionConfigurationNotFoundError')(
      call('S3 GetBucketEncryption', async (abortSignal) =>
        encryptionOf(await s3.send(new S3.GetBucketEncryptionCommand(input), { abortSignal }))
      ),
      O.some,
      O.none
    ),
    versioning: pipe(
      call('S3 GetBucketVersioning', (abortSignal) =>
        s3.send(new S3.GetBucketVersioningCommand(input), { abortSignal })
      ),
      TE.map(({ Status }) => O.fromNullable(Status))
    ),
    policy: unlessNeverSet('NoSuchBucketPolicy')(
      call('S3 GetBucketPolicy', async (abortSignal) => {
        const { Policy } = await s3.send(new S3.GetBucketPolicyCommand(input), { abortSignal })
        return inJson(given(Policy, 'Policy'))
      }),
      O.some,
      O.none
    ),
    hasLifecycle: unlessNeverSet('NoSuchLifecycleConfiguration')(
      call('S3 GetBucketLifecycleConfiguration', (abortSignal) =>
        s3.send(new S3.GetBucketLifecycleConfigurationCommand(input), { abortSignal })
      ),
      ({ Rules }) => !(Rules ?? []).every(isOnlyOfUploads),
      false
    ),
    hasReplication: unlessNeverSet('ReplicationConfigurationNotFoundError')(
      call('S3 GetBucketReplication', (abortSignal) =>
        s3.send(new S3.GetBucketReplicationCommand(input), { abortSignal })
      ),
      () => true,
      false
    )
  }
}

const inTurn = (found: Readings): TE.TaskEither<AwsFailure, BucketSettings> =>
  pipe(
    TE.Do,
    TE.bind('ownership', () => found.ownership),
    TE.bind('tags', () => found.tags),
    TE.bind('publicAccess', () => found.publicAccess),
    TE.bind('encryption', () => found.encryption),
    TE.bind('versioning', () => found.versioning),
    TE.bind('policy', () => found.policy),
    TE.bind('hasLifecycle', () => found.hasLifecycle),
    TE.bind('hasReplication', () => found.hasReplication)
  )

const atOnce = (found: Readings): TE.TaskEither<AwsFailure, BucketSettings> =>
  pipe(
    TE.Do,
    TE.apS('ownership', found.ownership),
    TE.apS('tags', found.tags),
    TE.apS('publicAccess', found.publicAccess),
    TE.apS('encryption', found.encryption),
    TE.apS('versioning', found.versioning),
    TE.apS('policy', found.policy),
    TE.apS('hasLifecycle', found.hasLifecycle),
    TE.apS('hasReplication', found.hasReplication)
  )

/** Whether settings are read one call after the other, or all at once. */
export type Order = 'in turn' | 'at once'

/** Reads a bucket through S3. */
export const bucketReader = (clients: Clients, calling: Calling, order: Order = 'in turn'): BucketReader => ({
  region: (of) =>
    pipe(
      awsCall(calling)('S3 HeadBucket', async (abortSignal) => {
        const { BucketRegion } = await clients.s3.send(new S3.HeadBucketCommand(owned(of)), { abortSignal })
        return O.some(given(BucketRegion, 'region'))
      }),
      TE.orElse((failure) => (failure._tag === 'Absent' ? TE.right(O.none) : TE.left(failure)))
    ),
  settings: (of) => (order === 'in turn' ? inTurn : atOnce)(readings(clients, calling, of)),
  isEmpty: (of) =>
    awsCall(calling)('S3 ListObjectVersions', async (abortSignal) => {
      const answer = await clients.s3.send(new S3.ListObjectVersionsCommand({ ...owned(of), MaxKeys: 1 }), {
        abortSignal
      })
      return (answer.Versions ?? []).length + (answer.DeleteMarkers ?? []).length === 0 && answer.IsTruncated !== true
    })
})
