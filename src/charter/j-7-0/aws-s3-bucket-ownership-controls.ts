import { bucketOwnership } from '../../declaration/settings.ts'
import { only } from '../codec/only.ts'
import { resourceBody } from '../codec/resource-body.ts'
import { ofStateBucket } from './bucket-setting.ts'

/** The bucket's owner owns every object, and access control lists have no effect: identity decides, nothing else. */
export const awsS3BucketOwnershipControls = () =>
  resourceBody('aws_s3_bucket_ownership_controls', {
    bucket: ofStateBucket(),
    rule: only({ object_ownership: 'BucketOwnerEnforced' }, bucketOwnership)
  })
