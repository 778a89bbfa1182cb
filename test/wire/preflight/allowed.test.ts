import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emittedPolicies } from '../../support/access-matrix/emitted.ts'
import { staging } from '../../support/access-matrix/names.ts'
import type { PolicyDocument } from '../../../src/iam/document.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Call } from '../../support/aws-double/call.ts'
import { refusalsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'
import { type Decision, type Request, simulate } from '../../support/simulate.ts'

const test = suite<{ double: AwsDouble }>('preflight asks for nothing that the operator may not')
test.before(async (context) => {
  context.double = await startHealthyDouble()
})
test.after(({ double }) => double.stop())

/** Operations whose action has another name. Source: Service Authorization Reference, Amazon S3. */
const named: Readonly<Record<string, string>> = {
  HeadBucket: 'ListBucket',
  GetBucketAccelerateConfiguration: 'GetAccelerateConfiguration',
  GetBucketCors: 'GetBucketCORS',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  GetBucketMetadataConfiguration: 'GetBucketMetadataTableConfiguration',
  GetBucketNotificationConfiguration: 'GetBucketNotification',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  ListBucketIntelligentTieringConfigurations: 'GetIntelligentTieringConfiguration',
  ListBucketInventoryConfigurations: 'GetInventoryConfiguration',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
  GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  GetBucketReplication: 'GetReplicationConfiguration'
}

/** What an AWS managed key lets its account ask. Source: AWS KMS Developer Guide, "Default key policies of AWS managed keys". */
const managedKeyPolicy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Allow direct access to key metadata to the account',
      Effect: 'Allow',
      Principal: { AWS: [`arn:aws:iam::${staging.account}:root`] },
      Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
      Resource: ['*']
    }
  ]
}

type Keys = { readonly Key?: { readonly LockID: { readonly S: string } }; readonly Item?: Keys['Key'] }

const requestOf = ({ service, operation, bucket, key, body, region }: Call): Request => {
  const context = {
    'aws:RequestedRegion': region,
    'aws:SecureTransport': 'true',
    'aws:ResourceAccount': staging.account,
    'aws:PrincipalAccount': staging.account,
    'aws:PrincipalArn': `arn:aws:iam::${staging.account}:role/${staging.operator}`,
    'aws:PrincipalType': 'AssumedRole'
  }
  const common = {
    principal: `arn:aws:sts::${staging.account}:assumed-role/${staging.operator.split('/').at(-1)}/x`,
    account: staging.account
  }
  if (service === 's3')
    return {
      ...common,
      action: `s3:${named[operation] ?? operation}`,
      resource: `arn:aws:s3:::${bucket}${key === '' ? '' : `/${key}`}`,
      context: { ...context, 's3:TlsVersion': '1.3' }
    }
  // AWS gives this context with a request that names an alias. Source: Service Authorization Reference, AWS KMS.
  if (service === 'kms')
    return {
      ...common,
      action: `kms:${operation}`,
      resource: `arn:aws:kms:${region}:${staging.account}:key/5f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f`,
      context: { ...context, 'kms:RequestAlias': 'alias/aws/dynamodb', 'kms:ResourceAliases': ['alias/aws/dynamodb'] }
    }
  const { Key, Item } = JSON.parse(body) as Keys
  const id = (Key ?? Item)?.LockID.S
  return {
    ...common,
    action: `dynamodb:${operation}`,
    resource: `arn:aws:dynamodb:${region}:${staging.account}:table/${staging.table}`,
    context: { ...context, ...(id === undefined ? {} : { 'dynamodb:LeadingKeys': [id] }) }
  }
}

test('every call of a whole run is allowed by its policy, its boundary and the bucket policy together', async ({
  double
}) => {
  assert.equal(refusalsIn(await runOnline(double)), [])
  const documents = emittedPolicies(staging.stack)
  const decisions: Array<readonly [string, Decision]> = []
  // Neither GetCallerIdentity nor a request without a signature needs a grant.
  const asked = double.calls().filter(({ service }) => service !== 'sts' && service !== 'iam')
  for (const call of asked) {
    const request = requestOf(call)
    const decision = await simulate(request, {
      identity: [documents.operator_policy],
      boundary: documents.boundary_policy,
      resource: ({ s3: documents.state_bucket_policy, kms: managedKeyPolicy } as const)[call.service as 's3']
    })
    decisions.push([request.action, decision])
  }
  assert.is(decisions.length, 38)
  assert.equal(
    decisions.filter(([, decision]) => decision !== 'allowed'),
    []
  )
})

test.run()
