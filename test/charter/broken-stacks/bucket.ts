import { type BrokenStack, adds, calls, misuses, lacks, writes } from '../../support/broken-stack.ts'
import { gone } from '../../support/changed.ts'
import { resource } from '../../../src/stack/parts/block.ts'

const bucket = 'aws_s3_bucket.state'
const access = 'aws_s3_bucket_public_access_block.state'
const encryption = 'aws_s3_bucket_server_side_encryption_configuration.state'

/** The state bucket and its settings. */
export const bucketStacks: ReadonlyArray<BrokenStack> = [
  lacks('no bucket', ['complete-blocks', 'J.7.0 §5 backend'], bucket),
  lacks('a bucket that keeps no history', ['complete-blocks', 'J.6.2 §7 history'], 'aws_s3_bucket_versioning.state'),
  lacks('a bucket without a policy', ['complete-blocks', 'J.7.0 §7 access'], 'aws_s3_bucket_policy.state'),
  lacks('a bucket without encryption', ['complete-blocks', 'J.7.0 §3.2 security'], encryption),
  lacks('a bucket that is not adopted', ['complete-blocks', 'J.7.0 §5 backend'], `import ${bucket}`),
  adds(
    'a second bucket',
    ['authorised-blocks', 'J.7.0 §5 backend'],
    () => resource('aws_s3_bucket', 'artifacts', { bucket: 'zenthea-integration-artifacts' }),
    ['block', 'aws_s3_bucket', 'artifacts']
  ),
  writes('a bucket that nobody declared', ['declared-bucket', 'J.7.0 §5 backend'], bucket, [
    [['bucket'], 'zenthea-production-tfstate']
  ]),
  writes('a bucket with a name by chance', ['declared-bucket', 'J.7.0 §5 backend'], bucket, [[['bucket'], gone]]),
  writes(
    'a bucket that may be destroyed',
    ['prevent-destroy', 'J.6.2 §7 history'],
    bucket,
    [[['lifecycle', 'prevent_destroy'], false]],
    [['lifecycle']]
  ),
  writes('a bucket without a lifecycle', ['prevent-destroy', 'J.6.2 §7 history'], bucket, [[['lifecycle'], gone]]),
  writes(
    'a bucket whose changes are ignored',
    ['prevent-destroy', 'J.6.2 §7 history'],
    bucket,
    [[['lifecycle', 'ignore_changes'], 'all']],
    [['lifecycle']]
  ),
  writes('a bucket that may be emptied', ['authorised-attributes', 'J.7.0 §9 scope'], bucket, [
    [['force_destroy'], true]
  ]),
  writes('a bucket without tags', ['tags', 'J.6.2 §7 defaults'], bucket, [[['tags'], gone]]),
  writes('a bucket with a tag that is computed', ['tags', 'J.6.2 §7 defaults'], bucket, [
    [['tags', 'Purpose'], '${timestamp()}']
  ]),
  writes('a bucket in another region', ['resource-region', 'J.7.0 §3.1 provider'], bucket, [[['region'], 'eu-west-1']]),
  writes('a bucket of another provider', ['resource-provider', 'J.7.0 §3.1 provider'], bucket, [
    [['provider'], 'aws.ireland']
  ]),
  writes('a bucket with a provisioner', ['provisioner', 'J.7.0 §6 unattended'], bucket, [
    [['provisioner'], { 'local-exec': { command: 'tofu apply -auto-approve' } }]
  ]),
  writes('a bucket with a connection', ['provisioner', 'J.7.0 §6 unattended'], bucket, [
    [['connection'], { type: 'ssh' }]
  ]),
  writes('a bucket by count', ['repetition', 'J.7.0 §6 inference'], bucket, [[['count'], 1]]),
  writes('a bucket for each region', ['repetition', 'J.7.0 §6 inference'], bucket, [
    [['for_each'], '${toset(["eu"])}']
  ]),
  writes(
    'objects that others own',
    ['bucket-ownership', 'J.7.0 §7 access'],
    'aws_s3_bucket_ownership_controls.state',
    [[['rule', 'object_ownership'], 'ObjectWriter']],
    [['rule']]
  ),
  ...['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].map((name) =>
    writes(`a bucket without ${name}`, ['bucket-public-access', 'J.7.0 §7 access'], access, [[[name], false]])
  ),
  writes('a bucket that is blocked in three ways', ['bucket-public-access', 'J.7.0 §7 access'], access, [
    [['block_public_policy'], gone]
  ]),
  writes('a setting of another bucket', ['authorised-attributes', 'J.7.0 §9 scope'], access, [
    [['bucket'], 'zenthea-production-tfstate']
  ]),
  writes(
    'encryption that nobody declared',
    ['bucket-encryption', 'J.7.0 §3.2 security'],
    encryption,
    [[['rule', 'apply_server_side_encryption_by_default', 'sse_algorithm'], 'aws:kms']],
    [['rule']]
  ),
  writes(
    'versioning that is suspended',
    ['bucket-versioning', 'J.6.2 §7 history'],
    'aws_s3_bucket_versioning.state',
    [[['versioning_configuration', 'status'], 'Suspended']],
    [['versioning_configuration']]
  ),
  writes('another bucket, adopted', ['import-declared', 'J.7.0 §3.3 identifiers'], `import ${bucket}`, [
    [['id'], 'zenthea-production-tfstate']
  ]),
  misuses('a part with versioning suspended', ['bucket-versioning', 'J.6.2 §7 history'], 'stateBucket', [
    [['versioning'], 'Suspended']
  ]),
  misuses('a part that lets ACLs decide', ['bucket-ownership', 'J.7.0 §7 access'], 'stateBucket', [
    [['objectOwnership'], 'ObjectWriter']
  ]),
  misuses('a part with public access', ['bucket-public-access', 'J.7.0 §7 access'], 'stateBucket', [
    [['publicAccess'], gone]
  ]),
  misuses('a part without TLS', ['bucket-tls', 'J.7.0 §7 access'], 'stateBucket', [[['minimumTls'], gone]]),
  misuses('a part with TLS 1.1', ['bucket-tls', 'J.7.0 §7 access'], 'stateBucket', [[['minimumTls'], '1.1']]),
  misuses('a part with an option that does not exist', ['part-complete', 'J.6.2 §7 defaults'], 'stateBucket', [
    [['forceDestroy'], true]
  ]),
  misuses('a part without tags', ['tags', 'J.6.2 §7 defaults'], 'stateBucket', [[['tags'], {}]]),
  calls(
    'a tag of the stack on the bucket too',
    ['tags-apart', 'J.7.0 §4 ambiguity'],
    'stateBucket',
    [[['tags', 'Environment'], 'integration']],
    [['stateBucket', 'tags', 'Environment']]
  )
]
