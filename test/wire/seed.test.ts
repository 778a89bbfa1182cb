import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  BUCKET,
  TABLE,
  bucketIn,
  endState,
  runSeed,
  settledTable,
  startStagingDouble,
  tableIn
} from '../support/seed-bench.ts'
import type { AwsDouble } from '../support/aws-double/aws-double.ts'

const test = suite<{ double: AwsDouble }>('seed, through the real SDK')
test.before.each(async (context) => {
  context.double = await startStagingDouble()
})
test.after.each(({ double }) => double.stop())

const names = (double: AwsDouble): ReadonlyArray<string> => double.calls().map(({ operation }) => operation)

const writes = (double: AwsDouble): ReadonlyArray<string> =>
  names(double).filter((name) => /^(Create|Put|Update|Delete)/.test(name))

const stopOf = (outcome: E.Either<{ readonly _tag: string }, unknown>): string =>
  E.isLeft(outcome) ? outcome.left._tag : 'no stop'

test('makes both, in the order that leaves no weak moment, and reads them back', async ({ double }) => {
  const { outcome, asked } = await runSeed(double)
  assert.equal(outcome, E.right('made'))
  assert.is(asked, 1)
  assert.equal(names(double).slice(0, 3), ['GetCallerIdentity', 'HeadBucket', 'DescribeTable'])
  assert.equal(writes(double), [
    'CreateBucket',
    'PutBucketTagging',
    'PutPublicAccessBlock',
    'PutBucketEncryption',
    'PutBucketVersioning',
    'PutBucketPolicy',
    'PutBucketPolicy',
    'CreateTable',
    'UpdateContinuousBackups',
    'UpdateContinuousBackups'
  ])
})

test('makes what the stack declares, written here by hand', async ({ double }) => {
  double.world.hasDefaults = false
  await runSeed(double)
  const common = { Environment: 'staging', ManagedBy: 'zenthea-foundation', Phase: 'J.7.0' }
  const { policy, ...bucket } = bucketIn(double) ?? { policy: '{}' }
  assert.equal(bucket, {
    account: '111122223333',
    region: 'eu-central-1',
    ownership: 'BucketOwnerEnforced',
    tags: { ...common, Purpose: 'OpenTofu state' },
    publicAccess: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true
    },
    encryption: { algorithm: 'AES256' },
    versioning: 'Enabled',
    objects: []
  })
  assert.match(policy ?? '', /"Sid":"HistoryStays"/)
  assert.equal(settledTable(double), {
    account: '111122223333',
    region: 'eu-central-1',
    status: 'ACTIVE',
    hashKey: 'LockID',
    billing: 'PAY_PER_REQUEST',
    isProtected: true,
    encryption: 'ENABLED',
    replicas: [],
    hasStream: false,
    tags: { ...common, Purpose: 'OpenTofu state lock' },
    recoveryDays: 35,
    items: []
  })
})

test('ownership and tags come with the bucket; protection, encryption and tags with the table', async ({ double }) => {
  await runSeed(double)
  const [bucket] = double.calls().filter(({ operation }) => operation === 'CreateBucket')
  const [table] = double.calls().filter(({ operation }) => operation === 'CreateTable')
  assert.is(bucket?.headers['x-amz-object-ownership'], 'BucketOwnerEnforced')
  assert.match(bucket?.body ?? '', /<LocationConstraint>eu-central-1<\/LocationConstraint>/)
  assert.match(bucket?.body ?? '', /<Key>Purpose<\/Key><Value>OpenTofu state<\/Value>/)
  assert.match(table?.body ?? '', /"DeletionProtectionEnabled":true/)
  assert.match(table?.body ?? '', /"SSESpecification":\{"Enabled":true\}/)
  assert.match(table?.body ?? '', /"Key":"Purpose"/)
})

test('every call to the bucket but its creation names the owner, and all go to AWS in the declared region', async ({
  double
}) => {
  await runSeed(double)
  for (const { service, operation, headers } of double.calls())
    if (service === 's3' && operation !== 'CreateBucket')
      assert.is(headers['x-amz-expected-bucket-owner'], '111122223333', operation)
  assert.equal([...new Set(double.calls().map(({ host, region }) => `${host} ${region}`))].toSorted(), [
    'dynamodb.eu-central-1.amazonaws.com eu-central-1',
    'kms.eu-central-1.amazonaws.com eu-central-1',
    'sts.eu-central-1.amazonaws.com eu-central-1',
    `${BUCKET}.s3.eu-central-1.amazonaws.com eu-central-1`
  ])
})

test('a second run finds both as declared, asks no question and writes nothing', async ({ double }) => {
  await runSeed(double)
  const before = endState(double)
  double.forget()
  const { outcome, asked } = await runSeed(double)
  assert.equal(outcome, E.right('all there'))
  assert.is(asked, 0)
  assert.equal(writes(double), [])
  assert.is(endState(double), before)
})

test('a conforming bucket that is in use is left alone', async ({ double }) => {
  await runSeed(double)
  bucketIn(double)?.objects.push('111122223333/staging/eu/terraform.tfstate')
  double.forget()
  assert.equal((await runSeed(double)).outcome, E.right('all there'))
  assert.equal(writes(double), [])
})

test('a dry run looks, asks no question and writes nothing', async ({ double }) => {
  const { outcome, asked, events } = await runSeed(double, { isDryRun: true })
  assert.equal(outcome, E.right('shown'))
  assert.is(asked, 0)
  assert.equal(names(double), ['GetCallerIdentity', 'HeadBucket', 'DescribeTable'])
  assert.ok(events.some(({ _tag }) => _tag === 'Decided'))
})

for (const typed of ['', 'yes', '111122223334', '444455556666', '11112222333'])
  test(`nothing is made when '${typed}' is typed`, async ({ double }) => {
    const { outcome } = await runSeed(double, { typed })
    assert.is(stopOf(outcome), 'NotConfirmed')
    assert.equal(writes(double), [])
  })

const callers = {
  'another account': {
    account: '444455556666',
    arn: 'arn:aws:sts::444455556666:assumed-role/ZentheaFoundationBootstrap/x'
  },
  'the operator role': {
    account: '111122223333',
    arn: 'arn:aws:sts::111122223333:assumed-role/ZentheaStagingEuOperator/x'
  },
  'the automation role': {
    account: '111122223333',
    arn: 'arn:aws:sts::111122223333:assumed-role/ZentheaStagingEuAutomation/x'
  },
  'a user of the same name': {
    account: '111122223333',
    arn: 'arn:aws:iam::111122223333:user/ZentheaFoundationBootstrap'
  },
  'the account root': { account: '111122223333', arn: 'arn:aws:iam::111122223333:root' },
  'a federated user': {
    account: '111122223333',
    arn: 'arn:aws:sts::111122223333:federated-user/ZentheaFoundationBootstrap'
  },
  'the same name in another partition': {
    account: '111122223333',
    arn: 'arn:aws-cn:sts::111122223333:assumed-role/ZentheaFoundationBootstrap/x'
  }
}
for (const [who, principal] of Object.entries(callers))
  test(`refuses ${who}, and asks AWS nothing else`, async ({ double }) => {
    for (const key of double.world.principals.keys()) double.world.principals.set(key, principal)
    const { outcome, asked } = await runSeed(double)
    assert.is(stopOf(outcome), 'NotAllowed')
    assert.equal(names(double), ['GetCallerIdentity'])
    assert.is(asked, 0)
  })

test('a bucket that was made elsewhere in the meantime is kept when it is its own', async ({ double }) => {
  const other = await startStagingDouble()
  await runSeed(other)
  const theirs = bucketIn(other)
  await other.stop()
  double.onCall(({ operation }) => {
    if (operation === 'DescribeTable' && theirs !== undefined) double.world.buckets.set(BUCKET, theirs)
  })
  assert.equal((await runSeed(double)).outcome, E.right('made'))
  assert.ok(tableIn(double))
})

test('a bucket name that another account took in the meantime ends in the conflict, and no table is made', async ({
  double
}) => {
  double.onCall(({ operation }) => {
    if (operation === 'DescribeTable')
      double.world.buckets.set(BUCKET, { account: '444455556666', region: 'eu-central-1', tags: {}, objects: [] })
  })
  const { outcome } = await runSeed(double)
  assert.is(E.isLeft(outcome), true)
  assert.is(double.world.tables.has(TABLE), false)
  assert.equal(writes(double), ['CreateBucket'])
})

test.run()
