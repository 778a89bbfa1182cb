import type { Declaration } from '../../declaration/declaration.ts'
import { Tags } from '../../declaration/tags.ts'
import { only } from '../codec/only.ts'
import { protectedLifecycle, resourceBody } from '../codec/resource-body.ts'

/** The state bucket: the declared name, and nothing that would let it be emptied or destroyed. */
export const awsS3Bucket = ({ backend }: Declaration) =>
  resourceBody('aws_s3_bucket', {
    bucket: only(backend.bucket, {
      rule: 'declared-bucket',
      clause: 'J.7.0 §5',
      remedy: 'Only the declared state bucket is authorised; name it in `backend.bucket`.'
    }),
    lifecycle: protectedLifecycle(),
    tags: Tags
  })
