import { bucketVersioning } from '../../declaration/settings.ts'
import { only } from '../codec/only.ts'
import { resourceBody } from '../codec/resource-body.ts'
import { ofStateBucket } from './bucket-setting.ts'

/** Versioning keeps every earlier state. */
export const awsS3BucketVersioning = () =>
  resourceBody('aws_s3_bucket_versioning', {
    bucket: ofStateBucket(),
    versioning_configuration: only({ status: 'Enabled' }, bucketVersioning)
  })
