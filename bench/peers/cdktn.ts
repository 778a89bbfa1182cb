// cdktn 0.24.0 + @cdktn/provider-aws 25.7.0: N stacks x (S3 backend + provider + bucket + versioning + SSE + PAB + bucket policy + lock table + 2 roles + 2 inline policies)
import { App, TerraformStack, S3Backend, TerraformOutput } from 'cdktn'
import type { Construct } from 'constructs'
import { AwsProvider } from '@cdktn/provider-aws/lib/provider'
import { S3Bucket } from '@cdktn/provider-aws/lib/s3-bucket'
import { S3BucketVersioningA } from '@cdktn/provider-aws/lib/s3-bucket-versioning'
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktn/provider-aws/lib/s3-bucket-server-side-encryption-configuration'
import { S3BucketPublicAccessBlock } from '@cdktn/provider-aws/lib/s3-bucket-public-access-block'
import { S3BucketPolicy } from '@cdktn/provider-aws/lib/s3-bucket-policy'
import { DynamodbTable } from '@cdktn/provider-aws/lib/dynamodb-table'
import { IamRole } from '@cdktn/provider-aws/lib/iam-role'
import { IamRolePolicy } from '@cdktn/provider-aws/lib/iam-role-policy'

const N = Number(process.argv[2] ?? 1)
const outdir = process.argv[3]!

class StateStack extends TerraformStack {
  constructor(scope: Construct, id: string, account: string, env: string, region: string) {
    super(scope, id)
    new S3Backend(this, {
      bucket: `tfstate-${account}`,
      key: `${env}/${region}/terraform.tfstate`,
      region,
      encrypt: true,
      dynamodbTable: `tflock-${env}`
    })
    new AwsProvider(this, 'aws', {
      region,
      allowedAccountIds: [account],
      defaultTags: [{ tags: { env, managedBy: 'emit' } }]
    })
    const b = new S3Bucket(this, 'state', {
      bucket: `tfstate-${account}-${env}-${region}`,
      forceDestroy: false,
      lifecycle: { preventDestroy: true }
    })
    new S3BucketVersioningA(this, 'state_versioning', { bucket: b.id, versioningConfiguration: { status: 'Enabled' } })
    new S3BucketServerSideEncryptionConfigurationA(this, 'state_sse', {
      bucket: b.id,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms' }, bucketKeyEnabled: true }]
    })
    new S3BucketPublicAccessBlock(this, 'state_pab', {
      bucket: b.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true
    })
    new S3BucketPolicy(this, 'state_policy', {
      bucket: b.id,
      policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'TlsOnly',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [b.arn, `${b.arn}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } }
          }
        ]
      })
    })
    const t = new DynamodbTable(this, 'lock', {
      name: `tflock-${env}`,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: 'LockID',
      attribute: [{ name: 'LockID', type: 'S' }],
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true }
    })
    for (const r of ['plan', 'apply']) {
      const role = new IamRole(this, `role_${r}`, {
        name: `tf-${r}-${env}`,
        assumeRolePolicy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }]
        })
      })
      new IamRolePolicy(this, `role_${r}_policy`, {
        name: `state-${r}`,
        role: role.id,
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: [`${b.arn}/*`] },
            {
              Effect: 'Allow',
              Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
              Resource: [t.arn]
            }
          ]
        })
      })
    }
  }
}
const app = new App({ outdir, ...(process.env.NO_TRACE ? { stackTraces: false } : {}) })
const regions = ['eu-central-1', 'us-east-1'],
  envs = ['dev', 'staging', 'prod']
for (let i = 0; i < N; i++) {
  const account = String(111111111111 + Math.floor(i / 6)),
    env = envs[i % 3]!,
    region = regions[Math.floor(i / 3) % 2]!
  new StateStack(app, `s${account}-${env}-${region}`, account, env, region)
}
app.synth()
