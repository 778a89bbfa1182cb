import type { Declaration } from '../../declaration/declaration.ts'
import { only } from '../codec/only.ts'
import { resourceBody } from '../codec/resource-body.ts'
import { ofStateBucket } from './bucket-setting.ts'

/** Encryption at rest, as the declaration names it. */
export const awsS3BucketServerSideEncryptionConfiguration = ({ backend }: Declaration) =>
  resourceBody('aws_s3_bucket_server_side_encryption_configuration', {
    bucket: ofStateBucket(),
    rule: only(
      { apply_server_side_encryption_by_default: { sse_algorithm: backend.encryption } },
      {
        rule: 'bucket-encryption',
        clause: 'J.7.0 §3.2',
        remedy: 'Keep the declared encryption; it stands in `backend.encryption`.'
      }
    )
  })
