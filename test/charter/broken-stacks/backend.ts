import { type BrokenStack, lacks, writes } from '../../support/broken-stack.ts'
import { gone } from '../../support/changed.ts'

const s3 = (...names: ReadonlyArray<string>): ReadonlyArray<string> => ['backend', 's3', ...names]

/** The terraform block, if the part that makes it were wrong. */
export const backendStacks: ReadonlyArray<BrokenStack> = [
  lacks('no terraform block', ['complete-blocks', 'J.7.0 §4 backend'], 'terraform'),
  writes('no backend', ['backend-declared', 'J.7.0 §4 backend'], 'terraform', [[['backend'], gone]]),
  writes('a backend without a kind', ['backend-declared', 'J.7.0 §4 backend'], 'terraform', [[s3(), gone]]),
  writes('no bucket to keep the state in', ['authorised-attributes', 'J.7.0 §9 scope'], 'terraform', [
    [s3('bucket'), gone]
  ]),
  writes('state on the disk', ['backend-remote', 'J.6.2 §3 remote'], 'terraform', [
    [['backend', 'local'], { path: 'terraform.tfstate' }]
  ]),
  writes('state in another cloud', ['backend-s3', 'J.7.0 §3.2 storage'], 'terraform', [
    [['backend', 'gcs'], { bucket: 'zenthea-tfstate' }]
  ]),
  writes('state in a database', ['backend-s3', 'J.7.0 §3.2 storage'], 'terraform', [
    [['backend', 'pg'], { schema_name: 'zenthea' }]
  ]),
  writes('state with a vendor', ['backend-s3', 'J.7.0 §3.2 storage'], 'terraform', [
    [['cloud'], { organization: 'zenthea' }]
  ]),
  writes('a backend without a lock table', ['lock-table-declared', 'J.7.0 §4 lock'], 'terraform', [
    [s3('dynamodb_table'), gone]
  ]),
  writes('a backend with a lock table that nobody declared', ['lock-table-declared', 'J.7.0 §4 lock'], 'terraform', [
    [s3('dynamodb_table'), 'zenthea-production-tflock']
  ]),
  writes('a lock file for a lock', ['lock-table-declared', 'J.7.0 §3.2 lock'], 'terraform', [
    [s3('use_lockfile'), true]
  ]),
  writes('a state in clear', ['backend-encrypt', 'J.7.0 §3.2 security'], 'terraform', [[s3('encrypt'), false]]),
  writes('a backend that takes any account', ['backend-account', 'J.7.0 §4 ambiguity'], 'terraform', [
    [s3('allowed_account_ids'), gone]
  ]),
  writes('a backend that takes two accounts', ['backend-account', 'J.7.0 §4 ambiguity'], 'terraform', [
    [s3('allowed_account_ids'), ['029608264753', '680235478471']]
  ]),
  ...['skip_credentials_validation', 'skip_region_validation', 'skip_requesting_account_id'].map((name) =>
    writes(`a backend with ${name}`, ['backend-checks', 'J.7.0 §4 ambiguity'], 'terraform', [[s3(name), true]])
  ),
  ...['insecure', 'profile', 'assume_role', 'endpoints', 'workspace_key_prefix'].map((name) =>
    writes(`a backend with ${name}`, ['backend-endpoints', 'J.7.0 §4 ambiguity'], 'terraform', [[s3(name), 'other']])
  ),
  writes("a backend with a key of one's own", ['backend-declared', 'J.7.0 §4 backend'], 'terraform', [
    [s3('kms_key_id'), 'arn:aws:kms:eu-north-1:029608264753:key/0f1e2d3c']
  ]),
  writes("another stack's bucket", ['authorised-attributes', 'J.7.0 §9 scope'], 'terraform', [
    [s3('bucket'), 'zenthea-production-tfstate']
  ]),
  writes("another stack's key", ['authorised-attributes', 'J.7.0 §9 scope'], 'terraform', [
    [s3('key'), '680235478471/production/south/terraform.tfstate']
  ]),
  writes('a backend in another region', ['authorised-attributes', 'J.7.0 §9 scope'], 'terraform', [
    [s3('region'), 'eu-west-1']
  ]),
  writes('other versions of OpenTofu', ['authorised-attributes', 'J.7.0 §9 scope'], 'terraform', [
    [['required_version'], '>= 1.6.0']
  ]),
  writes('experiments', ['authorised-attributes', 'J.7.0 §9 scope'], 'terraform', [[['experiments'], ['all']]]),
  writes(
    'a second provider',
    ['one-provider', 'J.7.0 §3.1 provider'],
    'terraform',
    [[['required_providers', 'random'], { source: 'hashicorp/random', version: '3.6.0' }]],
    [['required_providers']]
  ),
  writes(
    'a provider by its short name',
    ['one-provider', 'J.7.0 §3.1 provider'],
    'terraform',
    [[['required_providers', 'aws', 'source'], 'hashicorp/aws']],
    [['required_providers']]
  ),
  writes(
    'a provider in any version',
    ['one-provider', 'J.7.0 §3.1 provider'],
    'terraform',
    [[['required_providers', 'aws', 'version'], gone]],
    [['required_providers']]
  ),
  writes('a state that the environment encrypts', ['state-encryption', 'J.7.0 §6 secrets'], 'terraform', [
    [['encryption'], { method: { aes_gcm: { state: { keys: 'key_provider.pbkdf2.state' } } } }]
  ])
]
