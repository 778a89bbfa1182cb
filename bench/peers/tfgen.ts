// terraform-generator 6.7.0: the same N states; one file each (terraform.tf, native HCL)
import { TerraformGenerator, map } from 'terraform-generator'
import path from 'node:path'
const N = Number(process.argv[2] ?? 1)
const outdir = process.argv[3]!
const regions = ['eu-central-1', 'us-east-1'],
  envs = ['dev', 'staging', 'prod']
for (let i = 0; i < N; i++) {
  const account = String(111111111111 + Math.floor(i / 6)),
    env = envs[i % 3]!,
    region = regions[Math.floor(i / 3) % 2]!
  const g = new TerraformGenerator({
    required_version: '>= 1.6',
    required_providers: { aws: map({ source: 'hashicorp/aws', version: '6.66.0' }) }
  } as any)
  g.backend('s3', {
    bucket: `tfstate-${account}`,
    key: `${env}/${region}/terraform.tfstate`,
    region,
    encrypt: true,
    dynamodb_table: `tflock-${env}`
  })
  g.provider('aws', { region, allowed_account_ids: [account], default_tags: { tags: map({ env, managedBy: 'emit' }) } })
  const b = g.resource('aws_s3_bucket', 'state', {
    bucket: `tfstate-${account}-${env}-${region}`,
    force_destroy: false,
    lifecycle: { prevent_destroy: true }
  })
  g.resource('aws_s3_bucket_versioning', 'state', { bucket: b.id, versioning_configuration: { status: 'Enabled' } })
  g.resource('aws_s3_bucket_server_side_encryption_configuration', 'state', {
    bucket: b.id,
    rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' }, bucket_key_enabled: true }]
  })
  g.resource('aws_s3_bucket_public_access_block', 'state', {
    bucket: b.id,
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true
  })
  g.resource('aws_s3_bucket_policy', 'state', {
    bucket: b.id,
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'TlsOnly',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: [`${b.attr('arn')}`, `${b.attr('arn')}/*`],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } }
        }
      ]
    })
  })
  const t = g.resource('aws_dynamodb_table', 'lock', {
    name: `tflock-${env}`,
    billing_mode: 'PAY_PER_REQUEST',
    hash_key: 'LockID',
    attribute: [{ name: 'LockID', type: 'S' }],
    point_in_time_recovery: { enabled: true },
    server_side_encryption: { enabled: true }
  })
  for (const r of ['plan', 'apply']) {
    const role = g.resource('aws_iam_role', r, {
      name: `tf-${r}-${env}`,
      assume_role_policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }]
      })
    })
    g.resource('aws_iam_role_policy', r, {
      name: `state-${r}`,
      role: role.id,
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: [`${b.attr('arn')}/*`] },
          {
            Effect: 'Allow',
            Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
            Resource: [`${t.attr('arn')}`]
          }
        ]
      })
    })
  }
  g.write({ dir: path.join(outdir, `s${account}-${env}-${region}`), format: false })
}
