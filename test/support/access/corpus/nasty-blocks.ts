// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

export type Nasty = readonly [what: string, edit: (file: Raw) => void, says: string]

const outsider = 'arn:aws:iam::999988887777:role/Outsider'

/** Edits of blocks by a hand, and a part of what a reviewer has to read of each. Written before they were run. */
export const nastyBlocks: ReadonlyArray<Nasty> = [
  // Backend and provider: where the state goes, and as whom.
  [
    'a backend of another kind',
    ({ terraform }) => {
      terraform.backend = { local: { path: 'a.tfstate' } }
    },
    'backend'
  ],
  [
    'the lock is taken off',
    ({ terraform }) => {
      delete terraform.backend.s3.dynamodb_table
    },
    'dynamodb_table'
  ],
  [
    'a lock by a file in the bucket instead',
    ({ terraform }) => {
      terraform.backend.s3.use_lockfile = true
    },
    'use_lockfile'
  ],
  [
    'a backend that skips what it checks',
    ({ terraform }) => {
      terraform.backend.s3.skip_credentials_validation = true
    },
    'skip_credentials_validation'
  ],
  [
    'a backend of another endpoint',
    ({ terraform }) => {
      terraform.backend.s3.endpoints = { s3: 'https://example.com' }
    },
    'endpoints'
  ],
  [
    'a backend that becomes another role',
    ({ terraform }) => {
      terraform.backend.s3.assume_role = { role_arn: outsider }
    },
    'assume_role'
  ],
  [
    'an access list on the state',
    ({ terraform }) => {
      terraform.backend.s3.acl = 'public-read'
    },
    'acl'
  ],
  [
    'a customer key of the state',
    ({ terraform }) => {
      terraform.backend.s3.sse_customer_key = 'x'
    },
    'sse_customer_key'
  ],
  [
    'the accounts of the backend are gone',
    ({ terraform }) => {
      delete terraform.backend.s3.allowed_account_ids
    },
    'allowed_account_ids'
  ],
  [
    'encryption of state by OpenTofu is weakened',
    ({ terraform }) => {
      terraform.encryption = { state: { enforced: false } }
    },
    'encryption'
  ],
  [
    'a provider that becomes another role',
    ({ provider }) => {
      provider.aws.assume_role = [{ role_arn: outsider }]
    },
    'assume_role'
  ],
  [
    'a second provider',
    (file) => {
      file.provider.aws = [file.provider.aws, { alias: 'b', region: 'us-east-1' }]
    },
    'provider'
  ],
  [
    'a provider for another endpoint',
    ({ provider }) => {
      provider.aws.endpoints = [{ iam: 'https://example.com' }]
    },
    'endpoints'
  ],
  [
    'tags that the provider ignores',
    ({ provider }) => {
      provider.aws.ignore_tags = { key_prefixes: ['x'] }
    },
    'ignore_tags'
  ],
  // The life of a resource.
  [
    'changes of the trust are ignored',
    ({ resource }) => {
      resource.aws_iam_role.operator.lifecycle = { ignore_changes: ['assume_role_policy'] }
    },
    'ignore_changes'
  ],
  [
    'all changes of the bucket policy are ignored',
    ({ resource }) => {
      resource.aws_s3_bucket_policy.state.lifecycle = { ignore_changes: 'all' }
    },
    'ignore_changes'
  ],
  [
    'a bucket that empties itself',
    ({ resource }) => {
      resource.aws_s3_bucket.state.force_destroy = true
    },
    'force_destroy'
  ],
  [
    'a role that lets go of its policies',
    ({ resource }) => {
      resource.aws_iam_role.operator.force_detach_policies = true
    },
    'force_detach_policies'
  ],
  [
    'a resource of another provider',
    ({ resource }) => {
      resource.aws_s3_bucket_policy.state.provider = 'aws.b'
    },
    'provider'
  ],
  [
    'two of a resource',
    ({ resource }) => {
      resource.aws_s3_bucket_policy.state.count = 0
    },
    'count'
  ],
  [
    'a resource for each of none',
    ({ resource }) => {
      resource.aws_iam_role_policy.operator.for_each = {}
    },
    'for_each'
  ],
  [
    'a command that is run',
    ({ resource }) => {
      resource.aws_s3_bucket.state.provisioner = [{ 'local-exec': { command: 'id' } }]
    },
    'provisioner'
  ],
  [
    'a resource that replaces another first',
    ({ resource }) => {
      resource.aws_dynamodb_table.lock.lifecycle.create_before_destroy = true
    },
    'create_before_destroy'
  ],
  // Blocks beside resources.
  [
    'a bucket that is forgotten',
    (file) => {
      file.removed = [{ from: 'aws_s3_bucket.state', lifecycle: { destroy: false } }]
    },
    'removed'
  ],
  [
    'a role that is moved',
    (file) => {
      file.moved = [{ from: 'aws_iam_role.operator', to: 'aws_iam_role.automation' }]
    },
    'moved'
  ],
  [
    'an import of somebody else',
    (file) => {
      file.import.push({ to: 'aws_iam_role.operator', id: 'Admin' })
    },
    'import'
  ],
  [
    'an import for each',
    (file) => {
      file.import[0].for_each = ['a']
    },
    'import'
  ],
  [
    'a data source from a program',
    (file) => {
      file.data.external = { x: { program: ['sh'] } }
    },
    'data.external'
  ],
  [
    'a data source of a document',
    (file) => {
      file.data.aws_iam_policy_document = { x: { statement: [] } }
    },
    'data.aws_iam_policy_document'
  ],
  [
    'the guard of the account says yes',
    (file) => {
      file.data.aws_caller_identity.current.lifecycle.postcondition.condition = true
    },
    'condition'
  ],
  [
    'an output of everything',
    (file) => {
      file.output = { all: { value: '${aws_s3_bucket.state}' } }
    },
    'output'
  ],
  [
    'a variable with a default',
    (file) => {
      file.variable = { x: { default: '*' } }
    },
    'variable'
  ],
  [
    'an ephemeral resource',
    (file) => {
      file.ephemeral = { aws_secretsmanager_secret_version: { x: { secret_id: 'x' } } }
    },
    'ephemeral'
  ]
]
