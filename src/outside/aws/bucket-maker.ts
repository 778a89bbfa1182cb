import * as S3 from '@aws-sdk/client-s3'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { BucketHardener, BucketMaker, BucketOf } from './bucket.port.ts'
import { type Calling, awsCall, ignoring, tagList } from './call.ts'
import type { Clients } from './clients.ts'

const owned = ({ bucket, account }: BucketOf) => ({ Bucket: bucket, ExpectedBucketOwner: account })

/** Makes and hardens a bucket through S3. Only the creation cannot say whose bucket it expects. */
export const bucketMaker = ({ s3 }: Clients, calling: Calling): BucketMaker & BucketHardener => {
  const call = awsCall(calling)
  return {
    create: ({ bucket }, region, ownership, tags) =>
      ignoring(
        call('S3 CreateBucket', (abortSignal) =>
          s3.send(
            new S3.CreateBucketCommand({
              Bucket: bucket,
              ObjectOwnership: ownership,
              CreateBucketConfiguration: {
                LocationConstraint: region as S3.BucketLocationConstraint,
                Tags: tagList(tags)
              }
            }),
            { abortSignal }
          )
        )
      ),
    tag: (of, tags) =>
      ignoring(
        call('S3 PutBucketTagging', (abortSignal) =>
          s3.send(new S3.PutBucketTaggingCommand({ ...owned(of), Tagging: { TagSet: tagList(tags) } }), { abortSignal })
        )
      ),
    age: ({ bucket }) =>
      pipe(
        call('S3 ListBuckets', async (abortSignal) => {
          const { Buckets } = await s3.send(new S3.ListBucketsCommand({ Prefix: bucket }), { abortSignal })
          const made = (Buckets ?? []).find(({ Name }) => Name === bucket)?.CreationDate
          return made === undefined ? O.none : O.some(Date.now() - made.getTime())
        }),
        TE.orElse((failure) => (failure._tag === 'Denied' ? TE.right(O.none) : TE.left(failure)))
      ),
    blockPublicAccess: (of, block) =>
      ignoring(
        call('S3 PutPublicAccessBlock', (abortSignal) =>
          s3.send(
            new S3.PutPublicAccessBlockCommand({
              ...owned(of),
              PublicAccessBlockConfiguration: {
                BlockPublicAcls: block.blockPublicAcls,
                BlockPublicPolicy: block.blockPublicPolicy,
                IgnorePublicAcls: block.ignorePublicAcls,
                RestrictPublicBuckets: block.restrictPublicBuckets
              }
            }),
            { abortSignal }
          )
        )
      ),
    encrypt: (of, algorithm) =>
      ignoring(
        call('S3 PutBucketEncryption', (abortSignal) =>
          s3.send(
            new S3.PutBucketEncryptionCommand({
              ...owned(of),
              ServerSideEncryptionConfiguration: {
                Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: algorithm }, BucketKeyEnabled: false }]
              }
            }),
            { abortSignal }
          )
        )
      ),
    version: (of) =>
      ignoring(
        call('S3 PutBucketVersioning', (abortSignal) =>
          s3.send(new S3.PutBucketVersioningCommand({ ...owned(of), VersioningConfiguration: { Status: 'Enabled' } }), {
            abortSignal
          })
        )
      ),
    setPolicy: (of, policy) =>
      ignoring(
        call('S3 PutBucketPolicy', (abortSignal) =>
          s3.send(new S3.PutBucketPolicyCommand({ ...owned(of), Policy: policy }), { abortSignal })
        )
      )
  }
}
