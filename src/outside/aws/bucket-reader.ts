import * as S3 from '@aws-sdk/client-s3'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as R from 'fp-ts/lib/Record.js'
import { sequenceS } from 'fp-ts/lib/Apply.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { BucketOf, BucketReader, BucketSettings } from './bucket.port.ts'
import type { AwsFailure } from './failure.port.ts'
import { type Calling, awsCall, given, tagRecord, unlessNeverSet } from './call.ts'
import { NotAnAnswer } from './classify.ts'
import type { Clients } from './clients.ts'
import { undeclaredOfBucket } from './bucket-undeclared.ts'

/** Whether settings are read one call after the other, or all at once. */
export type Order = 'in turn' | 'at once'

const applicative = { 'in turn': TE.ApplicativeSeq, 'at once': TE.ApplicativePar } as const

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

const readings = ({ s3 }: Clients, calling: Calling, of: BucketOf, order: Order): Readings => {
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
      TE.map(({ Status, MFADelete }) =>
        MFADelete === undefined || MFADelete === 'Disabled'
          ? O.fromNullable(Status)
          : O.some(`${Status ?? 'Suspended'}, with MFA delete ${MFADelete}`)
      )
    ),
    policy: unlessNeverSet('NoSuchBucketPolicy')(
      call('S3 GetBucketPolicy', async (abortSignal) => {
        const { Policy } = await s3.send(new S3.GetBucketPolicyCommand(input), { abortSignal })
        return inJson(given(Policy, 'Policy'))
      }),
      O.some,
      O.none
    ),
    undeclared: R.sequence(applicative[order])(undeclaredOfBucket(s3, calling, input))
  }
}

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
  settings: (of) => sequenceS(applicative[order])(readings(clients, calling, of, order)),
  versioning: (of) => readings(clients, calling, of, order).versioning,
  isEmpty: (of) =>
    awsCall(calling)('S3 ListObjectVersions', async (abortSignal) => {
      const answer = await clients.s3.send(new S3.ListObjectVersionsCommand({ ...owned(of), MaxKeys: 1 }), {
        abortSignal
      })
      return (answer.Versions ?? []).length + (answer.DeleteMarkers ?? []).length === 0 && answer.IsTruncated !== true
    })
})
