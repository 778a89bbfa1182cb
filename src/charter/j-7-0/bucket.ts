import { attribute, only } from '../codec/only.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import { protectedLifecycle, resourceBody } from '../codec/resource-body.ts'
import { Tags } from '../../declaration/tags.ts'
import { bucketOwnership, bucketPublicAccess, bucketVersioning } from '../../declaration/settings.ts'

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

/** How every setting of the state bucket names the bucket: by reference, so that OpenTofu sees what depends on what. */
const ofStateBucket = () => attribute('${aws_s3_bucket.state.id}')

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

/** Versioning keeps every earlier state. */
export const awsS3BucketVersioning = () =>
  resourceBody('aws_s3_bucket_versioning', {
    bucket: ofStateBucket(),
    versioning_configuration: only({ status: 'Enabled' }, bucketVersioning)
  })

/** The bucket's owner owns every object, and access control lists have no effect: identity decides, nothing else. */
export const awsS3BucketOwnershipControls = () =>
  resourceBody('aws_s3_bucket_ownership_controls', {
    bucket: ofStateBucket(),
    rule: only({ object_ownership: 'BucketOwnerEnforced' }, bucketOwnership)
  })

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

/** The bucket's policy, by reference to the document in `locals`, which the rule on policy documents judges. */
export const awsS3BucketPolicy = () =>
  resourceBody('aws_s3_bucket_policy', {
    bucket: ofStateBucket(),
    policy: attribute('${jsonencode(local.state_bucket_policy)}')
  })
