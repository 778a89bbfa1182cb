import { attribute } from '../codec/attribute.ts'
import { resourceBody } from '../codec/resource-body.ts'
import { ofStateBucket } from './bucket-setting.ts'

/** The bucket's policy, by reference to the document in `locals`, which the rule on policy documents judges. */
export const awsS3BucketPolicy = () =>
  resourceBody('aws_s3_bucket_policy', {
    bucket: ofStateBucket(),
    policy: attribute('${jsonencode(local.state_bucket_policy)}')
  })
