import type { Nasty } from './nasty-blocks.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const bucket = 'arn:aws:s3:::zenthea-staging-eu-tfstate'
const outsider = 'arn:aws:iam::999988887777:role/Outsider'

/** Edits of settings and policies by a hand, and a part of what a reviewer has to read of each. Written before they were run. */
export const nastyPolicies: ReadonlyArray<Nasty> = [
  // Settings of the bucket and the table.
  [
    'history ends by a life cycle',
    ({ resource }) => {
      resource.aws_s3_bucket_lifecycle_configuration = {
        state: {
          bucket: '${aws_s3_bucket.state.id}',
          rule: [{ id: 'x', status: 'Enabled', noncurrent_version_expiration: { noncurrent_days: 1 } }]
        }
      }
    },
    'aws_s3_bucket_lifecycle_configuration'
  ],
  [
    'a copy to another bucket',
    ({ resource }) => {
      resource.aws_s3_bucket_replication_configuration = { x: { role: outsider } }
    },
    'aws_s3_bucket_replication_configuration'
  ],
  [
    'a website of the state',
    ({ resource }) => {
      resource.aws_s3_bucket_website_configuration = { x: { bucket: '${aws_s3_bucket.state.id}' } }
    },
    'aws_s3_bucket_website_configuration'
  ],
  [
    'public access lists are allowed',
    ({ resource }) => {
      resource.aws_s3_bucket_public_access_block.state.ignore_public_acls = false
    },
    'ignore_public_acls'
  ],
  [
    'public access by nothing',
    ({ resource }) => {
      resource.aws_s3_bucket_public_access_block.state.restrict_public_buckets = null
    },
    'restrict_public_buckets'
  ],
  [
    'versions in other letters',
    ({ resource }) => {
      resource.aws_s3_bucket_versioning.state.versioning_configuration.status = 'enabled'
    },
    'versioning_configuration'
  ],
  [
    'a key that somebody else has',
    ({ resource }) => {
      resource.aws_s3_bucket_server_side_encryption_configuration.state.rule.apply_server_side_encryption_by_default = {
        sse_algorithm: 'aws:kms',
        kms_master_key_id: 'arn:aws:kms:eu-central-1:999988887777:key/x'
      }
    },
    'kms_master_key_id'
  ],
  [
    'a sort key of the table',
    ({ resource }) => {
      resource.aws_dynamodb_table.lock.range_key = 'B'
    },
    'range_key'
  ],
  [
    'a copy of the table elsewhere',
    ({ resource }) => {
      resource.aws_dynamodb_table.lock.replica = [{ region_name: 'us-east-1' }]
    },
    'replica'
  ],
  [
    'a stream of the table',
    ({ resource }) => {
      resource.aws_dynamodb_table.lock.stream_enabled = true
    },
    'stream_enabled'
  ],
  [
    'items that expire',
    ({ resource }) => {
      resource.aws_dynamodb_table.lock.ttl = { enabled: true, attribute_name: 'x' }
    },
    'ttl'
  ],
  [
    'a policy of the table',
    ({ resource }) => {
      resource.aws_dynamodb_resource_policy = { x: { resource_arn: '${aws_dynamodb_table.lock.arn}', policy: '{}' } }
    },
    'aws_dynamodb_resource_policy'
  ],
  [
    'protection in a text',
    ({ resource }) => {
      resource.aws_dynamodb_table.lock.deletion_protection_enabled = '${var.x}'
    },
    'deletion_protection_enabled'
  ],
  // Policies.
  [
    'a session of no length',
    ({ resource }) => {
      delete resource.aws_iam_role.operator.max_session_duration
    },
    'max_session_duration'
  ],
  [
    'a session by a template',
    ({ resource }) => {
      resource.aws_iam_role.operator.max_session_duration = '${12 * 3600}'
    },
    'max_session_duration'
  ],
  [
    'the boundary is a template',
    ({ resource }) => {
      resource.aws_iam_role.operator.permissions_boundary = '${var.boundary}'
    },
    'operator'
  ],
  [
    'a trusted service',
    ({ locals }) => {
      locals.automation_trust.Statement.push({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole'
      })
    },
    'lambda.amazonaws.com'
  ],
  [
    'a trusted web identity',
    ({ locals }) => {
      locals.automation_trust.Statement.push({
        Effect: 'Allow',
        Principal: { Federated: 'accounts.google.com' },
        Action: 'sts:AssumeRoleWithWebIdentity'
      })
    },
    'accounts.google.com'
  ],
  [
    'a trust that lets tags pass',
    ({ locals }) => {
      locals.automation_trust.Statement[0].Action = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']
    },
    'sts:TagSession'
  ],
  [
    'a grant by NotPrincipal',
    ({ locals }) => {
      locals.state_bucket_policy.Statement.push({
        Effect: 'Allow',
        NotPrincipal: { AWS: outsider },
        Action: 's3:GetObject',
        Resource: `${bucket}/*`
      })
    },
    's3:GetObject'
  ],
  [
    'a denial that spares one',
    ({ locals }) => {
      locals.state_bucket_policy.Statement.find(({ Sid }: Raw) => Sid === 'HistoryStays').Condition = {
        StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Contractor' }
      }
    },
    's3:DeleteObjectVersion'
  ],
  [
    'a denial whose effect is small',
    ({ locals }) => {
      locals.state_bucket_policy.Statement[0].Effect = 'deny'
    },
    'zenthea-staging-eu-tfstate'
  ],
  [
    'a statement in an object',
    ({ locals }) => {
      locals.state_bucket_policy.Statement = locals.state_bucket_policy.Statement[0]
    },
    's3:DeleteObjectVersion'
  ],
  [
    'a policy that is decoded',
    ({ resource }) => {
      resource.aws_s3_bucket_policy.state.policy = '${base64decode("e30=")}'
    },
    'zenthea-staging-eu-tfstate'
  ],
  [
    'a policy from a file',
    ({ resource }) => {
      resource.aws_iam_role_policy.operator.policy = '${file("p.json")}'
    },
    'operator'
  ],
  [
    'a policy is merged',
    ({ resource }) => {
      resource.aws_iam_role_policy.operator.policy = '${jsonencode(merge(local.operator_policy, {}))}'
    },
    'operator'
  ],
  [
    'the exclusive list of policies is gone',
    ({ resource }) => {
      delete resource.aws_iam_role_policies_exclusive
    },
    'aws_iam_role_policies_exclusive'
  ],
  [
    'a name more in the exclusive list',
    ({ resource }) => {
      resource.aws_iam_role_policies_exclusive.operator.policy_names.push('x')
    },
    'policy_names'
  ]
]
