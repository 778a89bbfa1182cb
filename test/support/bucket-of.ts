import type { BucketOf } from '../../src/outside/aws/bucket.port.ts'
import type { AccountId, BucketName } from '../../src/declaration/names.ts'

/** One bucket of one account, by names that need not be allowed. */
export const bucketOf = (bucket: string, account: string): BucketOf => ({
  bucket: bucket as BucketName,
  account: account as AccountId
})
