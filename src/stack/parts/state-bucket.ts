import { bucketOwnership, bucketPublicAccess, bucketTls, bucketVersioning } from '../../declaration/settings.ts'
import { choice } from '../../diagnostics/named.ts'
import { closed } from '../../diagnostics/closed.ts'
import { Tags } from '../../declaration/tags.ts'
import { stateBucketPolicy } from '../../iam/state-bucket-policy.ts'
import { type Part, type PartBlock, part } from '../part.ts'
import type { Origin } from '../../terraform/block.ts'
import { attribute, bare, jsonOfLocal, literal } from '../../terraform/expression.ts'

const Options = closed('{ versioning, objectOwnership, publicAccess, minimumTls, tags }', {
  versioning: choice('Enabled', bucketVersioning),
  objectOwnership: choice('BucketOwnerEnforced', bucketOwnership),
  publicAccess: choice('Blocked', bucketPublicAccess),
  minimumTls: choice('1.2', bucketTls),
  tags: Tags
})

/** The settings of the state bucket. All but the tags have one authorised value, which is written for the reader. */
export interface StateBucketOptions {
  /** Whether every earlier state is kept. */
  readonly versioning: 'Enabled'
  /** Who owns the objects: the bucket's owner, so that access control lists have no effect. */
  readonly objectOwnership: 'BucketOwnerEnforced'
  /** Whether public access is blocked, in all four ways. */
  readonly publicAccess: 'Blocked'
  /** The oldest TLS version by which the bucket may be reached. */
  readonly minimumTls: '1.2'
  /** Tags of the bucket, beside those of the stack. */
  readonly tags: Readonly<Record<string, string>>
}

const bucket = 'aws_s3_bucket.state'

/**
 * The bucket that holds the state. It is versioned, encrypted as declared and closed to the public, with a policy that
 * denies what would lose history. Seed makes it on day 0; the `import` blocks adopt all of it (J.7.0 §3.2, §5).
 */
export const stateBucket = (...given: [options: StateBucketOptions]): Part<'stateBucket'> =>
  part('stateBucket', Options, given, ({ versioning, objectOwnership, tags }, declaration) => {
    const id = { bucket: attribute(bucket, 'id') }
    return [
      {
        type: 'locals',
        labels: ['state_bucket_policy'],
        body: stateBucketPolicy(declaration),
        origins: [{ within: [], from: [] }]
      },
      ...adopted(
        declaration.backend.bucket,
        'aws_s3_bucket',
        {
          bucket: declaration.backend.bucket,
          tags,
          lifecycle: { prevent_destroy: true }
        },
        [{ within: ['tags'], from: ['tags'], isSame: true }]
      ),
      ...adopted(declaration.backend.bucket, 'aws_s3_bucket_ownership_controls', {
        ...id,
        rule: { object_ownership: objectOwnership }
      }),
      ...adopted(declaration.backend.bucket, 'aws_s3_bucket_policy', {
        ...id,
        policy: jsonOfLocal('state_bucket_policy')
      }),
      ...adopted(declaration.backend.bucket, 'aws_s3_bucket_public_access_block', {
        ...id,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true
      }),
      ...adopted(declaration.backend.bucket, 'aws_s3_bucket_server_side_encryption_configuration', {
        ...id,
        rule: { apply_server_side_encryption_by_default: { sse_algorithm: literal(declaration.backend.encryption) } }
      }),
      ...adopted(declaration.backend.bucket, 'aws_s3_bucket_versioning', {
        ...id,
        versioning_configuration: { status: versioning }
      })
    ]
  })

/** A resource that seed made before, and the import block that adopts it. All of a bucket's settings go by the bucket's name. */
const adopted = (
  id: string,
  type: string,
  body: PartBlock['body'],
  origins: ReadonlyArray<Origin> = []
): ReadonlyArray<PartBlock> => [
  { type: 'resource', labels: [type, 'state'], body, origins: [...origins, { within: [], from: [] }] },
  { type: 'import', labels: [], body: { to: bare(`${type}.state`), id }, origins: [{ within: [], from: [] }] }
]
