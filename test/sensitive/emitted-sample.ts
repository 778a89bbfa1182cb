type Json = string | number | boolean | ReadonlyArray<Json> | { readonly [key: string]: Json }

/** One emitted file as this project writes it, about 15 kB, for any account and environment. Nothing in it is sensitive. */
export const emittedSample = (account: string, environment: string, region: string): Json => {
  const bucket = `zenthea-${environment}-eu-tfstate`
  const table = `zenthea-${environment}-eu-tflock`
  const key = `${account}/${environment}/eu/terraform.tfstate`
  const role = (name: string): string => `arn:aws:iam::${account}:role/zenthea-${environment}-eu-${name}`
  const bucketArn = `arn:aws:s3:::${bucket}`
  const tableArn = `arn:aws:dynamodb:${region}:${account}:table/${table}`
  const boundary = `arn:aws:iam::${account}:policy/zenthea-${environment}-eu-boundary`
  const allow = (Sid: string, Action: ReadonlyArray<string>, Resource: Json, Condition: Json = {}): Json => ({
    Action,
    Condition,
    Effect: 'Allow',
    Resource,
    Sid
  })
  const deny = (Sid: string, Action: ReadonlyArray<string>, Resource: Json, Condition: Json = {}): Json => ({
    Action,
    Condition,
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Resource,
    Sid
  })
  const bucketReads = ['s3:GetBucketAcl', 's3:GetBucketCORS', 's3:GetBucketLogging', 's3:GetBucketOwnershipControls']
    .concat(['s3:GetBucketPolicy', 's3:GetBucketPublicAccessBlock', 's3:GetBucketTagging', 's3:GetBucketVersioning'])
    .concat(['s3:GetBucketWebsite', 's3:GetEncryptionConfiguration', 's3:GetLifecycleConfiguration', 's3:ListBucket'])
    .concat(['s3:GetAccelerateConfiguration', 's3:GetBucketObjectLockConfiguration', 's3:GetReplicationConfiguration'])
  const tableReads = ['dynamodb:DescribeContinuousBackups', 'dynamodb:DescribeTable', 'dynamodb:DescribeTimeToLive']
  const roleReads = [
    'iam:GetPolicy',
    'iam:GetPolicyVersion',
    'iam:GetRole',
    'iam:GetRolePolicy',
    'iam:ListRolePolicies'
  ]
  const lockIds = [`${bucket}/${key}`, `${bucket}/${key}-md5`, `${bucket}/${key}#preflight`]
  const reading = (Sid: string): ReadonlyArray<Json> => [
    allow(`${Sid}Bucket`, bucketReads, bucketArn, { StringEquals: { 'aws:ResourceAccount': account } }),
    allow(`${Sid}State`, ['s3:GetObject'], `${bucketArn}/${key}`, { Bool: { 'aws:SecureTransport': 'true' } }),
    allow(`${Sid}Table`, tableReads, tableArn, { StringEquals: { 'aws:RequestedRegion': region } }),
    allow(`${Sid}Roles`, roleReads, [role('operator'), role('automation'), boundary]),
    allow(`${Sid}Lock`, ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem'], tableArn, {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': lockIds },
      Null: { 'dynamodb:LeadingKeys': 'false' }
    })
  ]
  const document = (...Statement: ReadonlyArray<Json>): Json => ({ Statement, Version: '2012-10-17' })
  const trust = (purpose: string, from: string): Json =>
    document({
      Action: 'sts:AssumeRole',
      Condition: {
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' }
      },
      Effect: 'Allow',
      Principal: { AWS: from },
      Sid: `${purpose}Assume`
    })
  const tags = {
    CostCentre: '4711',
    DataClassification: 'no-personal-data',
    Environment: environment,
    ManagedBy: 'zenthea-foundation',
    Owner: 'platform-team',
    Phase: 'J.7.0',
    Release: '5.100.0'
  }
  const state = '${aws_s3_bucket.state.id}'
  const guarded = { lifecycle: { prevent_destroy: true } }
  const roleBlock = (name: string): Json => ({
    assume_role_policy: `\${jsonencode(local.${name}_trust)}`,
    description: `The ${name} role of ${environment} in ${region}: least privilege, see J.7.0 §5 and §7`,
    max_session_duration: 3600,
    name: `zenthea-${environment}-eu-${name}`,
    permissions_boundary: '${aws_iam_policy.boundary.arn}'
  })
  return {
    data: {
      aws_caller_identity: {
        current: {
          lifecycle: {
            postcondition: {
              condition: `\${self.account_id == "${account}"}`,
              error_message: `The live account is not ${account}. Nothing may be planned here (J.7.0 §4).`
            }
          }
        }
      }
    },
    import: [
      { id: bucket, to: 'aws_s3_bucket.state' },
      { id: bucket, to: 'aws_s3_bucket_versioning.state' },
      { id: bucket, to: 'aws_s3_bucket_policy.state' },
      { id: table, to: 'aws_dynamodb_table.lock' }
    ],
    locals: {
      automation_policy: document(
        ...reading('Automation'),
        deny('NoWrites', ['s3:PutObject', 's3:DeleteObject', 'iam:CreateRole', 'iam:PutRolePolicy'], '*')
      ),
      automation_trust: trust('Automation', `arn:aws:iam::${account}:role/ZentheaPlanRunner`),
      boundary_policy: document(...reading('Boundary'), allow('Settings', ['s3:PutBucketTagging'], bucketArn)),
      operator_policy: document(
        ...reading('Operator'),
        allow('WriteState', ['s3:PutObject'], `${bucketArn}/${key}`, {
          StringEquals: { 's3:x-amz-server-side-encryption': 'AES256' }
        }),
        allow(
          'Settings',
          ['s3:PutBucketTagging', 'dynamodb:TagResource', 'dynamodb:UntagResource'],
          [bucketArn, tableArn]
        )
      ),
      operator_trust: trust(
        'Operator',
        `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/${region}/AWSReservedSSO_PlatformOperator_0123456789abcdef`
      ),
      state_bucket_policy: document(
        deny('TlsOnly', ['s3:*'], [bucketArn, `${bucketArn}/*`], { Bool: { 'aws:SecureTransport': 'false' } }),
        deny('Tls12', ['s3:*'], [bucketArn, `${bucketArn}/*`], { NumericLessThan: { 's3:TlsVersion': '1.2' } }),
        deny('ThisAccountOnly', ['s3:*'], [bucketArn, `${bucketArn}/*`], {
          StringNotEquals: { 'aws:PrincipalAccount': account }
        }),
        deny(
          'KeepHistory',
          ['s3:DeleteBucket', 's3:DeleteObjectVersion', 's3:PutBucketVersioning'],
          [bucketArn, `${bucketArn}/*`]
        ),
        deny('PolicyByBootstrap', ['s3:DeleteBucketPolicy', 's3:PutBucketPolicy'], bucketArn, {
          ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/ZentheaFoundationBootstrap` }
        })
      )
    },
    provider: { aws: { allowed_account_ids: [account], default_tags: { tags }, region } },
    resource: {
      aws_dynamodb_table: {
        lock: {
          ...guarded,
          attribute: [{ name: 'LockID', type: 'S' }],
          billing_mode: 'PAY_PER_REQUEST',
          deletion_protection_enabled: true,
          hash_key: 'LockID',
          name: table,
          point_in_time_recovery: { enabled: true, recovery_period_in_days: 35 },
          server_side_encryption: { enabled: true }
        }
      },
      aws_iam_policy: {
        boundary: { name: `zenthea-${environment}-eu-boundary`, policy: '${jsonencode(local.boundary_policy)}' }
      },
      aws_iam_role: { automation: roleBlock('automation'), operator: roleBlock('operator') },
      aws_s3_bucket: { state: { ...guarded, bucket, force_destroy: false, object_lock_enabled: false } },
      aws_s3_bucket_policy: { state: { bucket: state, policy: '${jsonencode(local.state_bucket_policy)}' } },
      aws_s3_bucket_public_access_block: {
        state: {
          block_public_acls: true,
          block_public_policy: true,
          bucket: state,
          ignore_public_acls: true,
          restrict_public_buckets: true
        }
      },
      aws_s3_bucket_server_side_encryption_configuration: {
        state: { bucket: state, rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } } }
      },
      aws_s3_bucket_versioning: { state: { bucket: state, versioning_configuration: { status: 'Enabled' } } }
    },
    terraform: {
      backend: {
        s3: { allowed_account_ids: [account], bucket, dynamodb_table: table, encrypt: true, key, region }
      },
      required_providers: { aws: { source: 'registry.opentofu.org/hashicorp/aws', version: '5.100.0' } },
      required_version: '>= 1.10.0, < 2.0.0'
    }
  }
}
