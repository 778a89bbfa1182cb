import { bucketPublicAccess } from '../../declaration/settings.ts'
import { only } from '../codec/only.ts'
import { resourceBody } from '../codec/resource-body.ts'
import { ofStateBucket } from './bucket-setting.ts'

const blocked = () => only(true, bucketPublicAccess)

/** Public access is blocked in all four ways. */
export const awsS3BucketPublicAccessBlock = () =>
  resourceBody('aws_s3_bucket_public_access_block', {
    bucket: ofStateBucket(),
    block_public_acls: blocked(),
    block_public_policy: blocked(),
    ignore_public_acls: blocked(),
    restrict_public_buckets: blocked()
  })
