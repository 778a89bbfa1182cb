import { attribute, only, protectedLifecycle, resourceBody } from '../codec.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import { Tags } from '../../declaration/tags.ts'
import {
  RecoveryDays,
  bucketOwnership,
  bucketPublicAccess,
  bucketVersioning,
  tableBilling,
  tableDeletionProtection
} from '../../declaration/settings.ts'
import { closed } from '../../diagnostics/closed.ts'

/** The state bucket: the declared name, and nothing that would let it be emptied or destroyed. */
export const awsS3Bucket = ({ backend }: Declaration) =>
  resourceBody('aws_s3_bucket', {
    bucket: only(backend.bucket, {
      rule: 'declared-bucket',
      clause: 'J.7.0 §5',
      remedy: 'Name the one authorised bucket in `backend.bucket`: the declared state bucket.'
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

const lockKey = {
  rule: 'lock-key',
  clause: 'J.6.2 §5',
  remedy: 'Keep LockID, a string, as the whole key: it is the one that OpenTofu locks by.'
} as const

/** The lock table: the declared name, the key that OpenTofu locks by, and nothing that would let it be lost. */
export const awsDynamodbTable = ({ backend }: Declaration) =>
  resourceBody('aws_dynamodb_table', {
    name: only(backend.lockTable, {
      rule: 'declared-table',
      clause: 'J.7.0 §5',
      remedy: 'Name the one authorised table in `backend.lockTable`: the declared lock table.'
    }),
    hash_key: only('LockID', lockKey),
    attribute: only({ name: 'LockID', type: 'S' }, lockKey),
    billing_mode: only('PAY_PER_REQUEST', tableBilling),
    deletion_protection_enabled: only(true, tableDeletionProtection),
    point_in_time_recovery: closed('{ enabled, recovery_period_in_days }', {
      enabled: only(true, {
        rule: 'table-recovery',
        clause: 'J.6.2 §7',
        remedy: 'Keep point-in-time recovery on: destructive operations must be recoverable.'
      }),
      recovery_period_in_days: RecoveryDays
    }),
    server_side_encryption: only(
      { enabled: true },
      { rule: 'table-encryption', clause: 'J.7.0 §3.2', remedy: 'Keep server-side encryption on.' }
    ),
    lifecycle: protectedLifecycle(),
    tags: Tags
  })
