import * as E from 'fp-ts/lib/Either.js'
import type { BucketSettings } from '../../src/outside/aws/bucket.port.ts'
import { bucketOf } from './bucket-of.ts'
import { type Answers, portsOn, refusal } from './noting-ports.ts'

/** What AWS answers of a bucket where an empty answer would not do. */
export const given = {
  GetBucketOwnershipControls: { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
  GetBucketEncryption: {
    ServerSideEncryptionConfiguration: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] }
  },
  GetBucketPolicy: { Policy: '{"Statement":[]}' },
  GetBucketReplication: refusal('ReplicationConfigurationNotFoundError'),
  GetBucketRequestPayment: { Payer: 'BucketOwner' }
}

/** The settings of the bucket `a-bucket` as they are read from these answers, or why they are not. */
export const settings = async (answers: Answers): Promise<BucketSettings | string> => {
  const found = await portsOn({ ...given, ...answers }).bucket.settings(bucketOf('a-bucket', '111122223333'))()
  return E.isRight(found) ? found.right : found.left.message
}
