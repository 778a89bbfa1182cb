import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stateBucket } from '../../../src/stack/parts/state-bucket.ts'
import { declaration, jsonOf, right } from '../../support/valid-blocks.ts'
import { validOptions } from '../../support/valid-stack.ts'

const test = suite('state bucket')
const blocks = right(stateBucket(validOptions.stateBucket).blocks)(declaration)
const { resource, locals, import: imports, ...rest } = jsonOf(blocks)

const settings = [
  'aws_s3_bucket',
  'aws_s3_bucket_ownership_controls',
  'aws_s3_bucket_policy',
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_s3_bucket_versioning'
]
const bucket = '${aws_s3_bucket.state.id}'

test('a bucket with versioning, encryption, public access block, ownership and policy, each by reference to it', () => {
  assert.equal(resource, {
    aws_s3_bucket: {
      state: {
        bucket: 'zenthea-integration-tfstate',
        tags: { Purpose: 'state' },
        lifecycle: { prevent_destroy: true }
      }
    },
    aws_s3_bucket_ownership_controls: { state: { bucket, rule: { object_ownership: 'BucketOwnerEnforced' } } },
    aws_s3_bucket_policy: { state: { bucket, policy: '${jsonencode(local.state_bucket_policy)}' } },
    aws_s3_bucket_public_access_block: {
      state: {
        bucket,
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: true
      }
    },
    aws_s3_bucket_server_side_encryption_configuration: {
      state: { bucket, rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } } }
    },
    aws_s3_bucket_versioning: { state: { bucket, versioning_configuration: { status: 'Enabled' } } }
  })
})

test('all of it is adopted from day 0, by the name of the bucket', () => {
  assert.equal(
    imports,
    settings.map((type) => ({ to: `${type}.state`, id: 'zenthea-integration-tfstate' }))
  )
})

type Statement = Readonly<Record<'Sid' | 'Effect' | 'Principal' | 'Action' | 'Resource' | 'Condition', unknown>>
const { state_bucket_policy: policy } = locals as {
  readonly state_bucket_policy: { readonly Statement: ReadonlyArray<Statement> }
}
const [all, objects] = ['arn:aws:s3:::zenthea-integration-tfstate', 'arn:aws:s3:::zenthea-integration-tfstate/*']
const saying = (condition: unknown): Statement | undefined =>
  policy.Statement.find(({ Condition }) => JSON.stringify(Condition) === JSON.stringify(condition))

test('the policy denies and never allows, for every principal', () => {
  for (const { Effect, Principal } of policy.Statement) assert.equal([Effect, Principal], ['Deny', '*'])
})

test('TLS only, and not below 1.2', () => {
  for (const condition of [
    { Bool: { 'aws:SecureTransport': 'false' } },
    { NumericLessThan: { 's3:TlsVersion': '1.2' } }
  ]) {
    const { Action, Resource } = saying(condition) ?? {}
    assert.equal([Action, Resource], [['s3:*'], [all, objects]])
  }
})

test('no principal from outside of the account', () => {
  const { Action, Resource } = saying({ StringNotEquals: { 'aws:PrincipalAccount': '029608264753' } }) ?? {}
  assert.equal([Action, Resource], [['s3:*'], [all, objects]])
})

test('the declared encryption on puts', () => {
  const { Action, Resource } = saying({ StringNotEquals: { 's3:x-amz-server-side-encryption': 'AES256' } }) ?? {}
  assert.equal([Action, Resource], [['s3:PutObject'], [objects]])
})

test('no deletion of bucket or object version, no change of lifecycle or versioning, by anyone', () => {
  const { Action, Resource } = saying(undefined) ?? {}
  const denied = ['s3:DeleteBucket', 's3:DeleteObjectVersion', 's3:PutBucketVersioning', 's3:PutLifecycleConfiguration']
  for (const action of denied) assert.ok((Action as ReadonlyArray<string>).includes(action), action)
  assert.equal(Resource, [all, objects])
})

test('changes of the policy by the bootstrap principal alone', () => {
  const { Action, Resource } =
    saying({ ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::029608264753:role/Bootstrap' } }) ?? {}
  for (const action of ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy'])
    assert.ok((Action as ReadonlyArray<string>).includes(action), action)
  assert.equal(Resource, [all])
})

test('no output, no data, nothing else', () => {
  assert.equal(rest, {})
})

test.run()
