import { type Corpus, one } from './change.ts'

const iam = (type: string, name: string, attribute: string): string => `resource.${type}.${name}.${attribute}`

/** Changes of what the declaration and the parts set, as they show in the file. */
export const settingsCorpus: ReadonlyArray<Corpus> = [
  one(
    'a tag of everything',
    'provider.aws.default_tags.tags.Environment',
    'x',
    'moves',
    'the tag Environment of everything is "x" instead of "staging"'
  ),
  one(
    'a tag of the bucket',
    'resource.aws_s3_bucket.state.tags.Purpose',
    'x',
    'moves',
    'the tag Purpose of aws_s3_bucket.state is "x" instead of "OpenTofu state"'
  ),
  one(
    'a tag more on the table',
    'resource.aws_dynamodb_table.lock.tags.Owner',
    'x',
    'moves',
    'the tag Owner of aws_dynamodb_table.lock is "x"; it was not there'
  ),
  one(
    'OpenTofu',
    'terraform.required_version',
    '>= 1.11.0, < 2.0.0',
    'moves',
    'terraform.required_version is ">= 1.11.0, < 2.0.0" instead of ">= 1.10.0, < 2.0.0"'
  ),
  one(
    'the provider',
    'terraform.required_providers.aws.version',
    '5.99.0',
    'moves',
    'terraform.required_providers.aws.version is "5.99.0" instead of "5.100.0"'
  ),
  one(
    'the provider from elsewhere',
    'terraform.required_providers.aws.source',
    'example.com/x/aws',
    'may widen',
    'terraform.required_providers.aws.source is "example.com/x/aws" instead of "registry.opentofu.org/hashicorp/aws"'
  ),
  one(
    'a longer session of the operator',
    iam('aws_iam_role', 'operator', 'max_session_duration'),
    43200,
    'widens',
    'a session of the operator role may last 12 hours instead of 1 hour'
  ),
  one(
    'a longer session of automation',
    iam('aws_iam_role', 'automation', 'max_session_duration'),
    7200,
    'widens',
    'a session of the automation role may last 2 hours instead of 1 hour'
  ),
  one(
    'less recovery',
    'resource.aws_dynamodb_table.lock.point_in_time_recovery.recovery_period_in_days',
    1,
    'widens',
    'the lock table can be restored to the last 1 day instead of 35 days'
  ),
  one(
    'no recovery',
    'resource.aws_dynamodb_table.lock.point_in_time_recovery.enabled',
    false,
    'widens',
    'the protection aws_dynamodb_table.lock.point_in_time_recovery.enabled is off'
  ),
  one(
    'no deletion protection',
    'resource.aws_dynamodb_table.lock.deletion_protection_enabled',
    false,
    'widens',
    'the protection aws_dynamodb_table.lock.deletion_protection_enabled is off'
  ),
  one(
    'a destroyable bucket',
    'resource.aws_s3_bucket.state.lifecycle.prevent_destroy',
    false,
    'widens',
    'the protection aws_s3_bucket.state.lifecycle.prevent_destroy is off'
  ),
  one(
    'a destroyable table',
    'resource.aws_dynamodb_table.lock.lifecycle',
    undefined,
    'widens',
    'the protection aws_dynamodb_table.lock.lifecycle.prevent_destroy is off'
  ),
  one(
    'a public policy',
    'resource.aws_s3_bucket_public_access_block.state.block_public_policy',
    false,
    'widens',
    'the protection aws_s3_bucket_public_access_block.state.block_public_policy is off'
  ),
  one(
    'suspended versions',
    'resource.aws_s3_bucket_versioning.state.versioning_configuration.status',
    'Suspended',
    'widens',
    'the protection aws_s3_bucket_versioning.state.versioning_configuration.status is off'
  ),
  one(
    'access lists',
    'resource.aws_s3_bucket_ownership_controls.state.rule.object_ownership',
    'ObjectWriter',
    'widens',
    'the protection aws_s3_bucket_ownership_controls.state.rule.object_ownership is off'
  ),
  one(
    'another encryption',
    'resource.aws_s3_bucket_server_side_encryption_configuration.state.rule.apply_server_side_encryption_by_default.sse_algorithm',
    'aws:kms',
    'may widen',
    'resource.aws_s3_bucket_server_side_encryption_configuration.state.rule.apply_server_side_encryption_by_default.sse_algorithm is "aws:kms" instead of "AES256"'
  ),
  one(
    'a backend that is not encrypted',
    'terraform.backend.s3.encrypt',
    false,
    'widens',
    'the protection terraform.backend.s3.encrypt is off'
  ),
  one(
    'another lock table for the backend',
    'terraform.backend.s3.dynamodb_table',
    'x',
    'moves',
    'terraform.backend.s3.dynamodb_table is "x" instead of "zenthea-staging-eu-tflock"'
  ),
  one(
    'no check of the account',
    'data.aws_caller_identity.current.lifecycle',
    undefined,
    'may widen',
    'data.aws_caller_identity.current.lifecycle was {"postcondition":{"condition":"${self.account_id == \\"111122223333\\"}"'
  ),
  one(
    'a second account for the provider',
    'provider.aws.allowed_account_ids.1',
    '999988887777',
    'may widen',
    'provider.aws.allowed_account_ids.1 is "999988887777"; it was not there'
  ),
  one('a profile', 'provider.aws.profile', 'admin', 'may widen', 'provider.aws.profile is "admin"; it was not there'),
  one(
    'an unknown resource',
    'resource.aws_iam_user.x',
    { name: 'x' },
    'may widen',
    'the resource aws_iam_user.x is new: {"name":"x"}'
  ),
  one(
    'the key of the table',
    'resource.aws_dynamodb_table.lock.hash_key',
    'Other',
    'may widen',
    'resource.aws_dynamodb_table.lock.hash_key is "Other" instead of "LockID"'
  ),
  one(
    'the public access block of another bucket',
    'resource.aws_s3_bucket_public_access_block.state.bucket',
    'other',
    'may widen',
    'resource.aws_s3_bucket_public_access_block.state.bucket is "other" instead of "${aws_s3_bucket.state.id}"'
  )
]
