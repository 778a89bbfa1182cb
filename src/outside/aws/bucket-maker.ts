import * as S3 from '@aws-sdk/client-s3'
import type { BucketHardener, BucketMaker, BucketOf } from './bucket.port.ts'
import { type Calling, awsCall, ignoring } from './call.ts'
import type { Clients } from './clients.ts'
import { tagList } from './tags.ts'

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
