import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Answer } from '../../support/aws-double/call.ts'
import type { Fault } from '../../support/aws-double/fault.ts'
import type { Bucket, Table } from '../../support/aws-double/world.ts'
import { dynamodbError, json } from '../../support/aws-double/dynamodb-answer.ts'
import { s3Error } from '../../support/aws-double/xml.ts'
import { findingsIn, refusalsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'
import { bucketIn, tableIn } from '../../support/seed-bench.ts'

const test = suite<{ double: AwsDouble }>('preflight, bucket and lock table')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

const names = ['identity', 'bucket', 'lock-table'] as const

const refusals = async (double: AwsDouble, options = {}): Promise<ReadonlyArray<string>> =>
  refusalsIn(await runOnline(double, { names, ...options }))

test('every question about the bucket carries the declared owner', async ({ double }) => {
  await refusals(double)
  const owners = double
    .calls()
    .flatMap(({ service, headers }) => (service === 's3' ? [headers['x-amz-expected-bucket-owner']] : []))
  assert.equal(owners.length, 21)
  assert.equal([...new Set(owners)], ['111122223333'])
})

const buckets: Readonly<Record<string, (bucket: Bucket) => void>> = {
  ownership: (bucket) => (bucket.ownership = 'BucketOwnerPreferred'),
  'public-access': (bucket) => (bucket.publicAccess = { ...bucket.publicAccess, IgnorePublicAcls: false }),
  encryption: (bucket) => (bucket.encryption = { algorithm: 'aws:kms' }),
  versioning: (bucket) => (bucket.versioning = 'Suspended'),
  policy: (bucket) => (bucket.policy = (bucket.policy ?? '').replace('1.2', '1.1')),
  lifecycle: (bucket) => (bucket.hasLifecycle = true),
  replication: (bucket) => (bucket.hasReplication = true),
  region: (bucket) => (bucket.region = 'eu-west-1')
}
for (const [setting, change] of Object.entries(buckets))
  test(`refuses a bucket with another ${setting}`, async ({ double }) => {
    const bucket = bucketIn(double)
    const before = JSON.stringify(bucket)
    if (bucket !== undefined) change(bucket)
    assert.is.not(JSON.stringify(bucket), before)
    assert.equal(await refusals(double), [`bucket bucket-${setting}`])
  })

const never: Readonly<Record<string, keyof Bucket>> = {
  ownership: 'ownership',
  'public-access': 'publicAccess',
  encryption: 'encryption',
  versioning: 'versioning',
  policy: 'policy'
}
for (const [setting, field] of Object.entries(never))
  test(`refuses a bucket whose ${setting} was never set`, async ({ double }) => {
    delete bucketIn(double)?.[field]
    assert.equal(await refusals(double), [`bucket bucket-${setting}`])
  })

test('tags of the bucket are not judged by preflight: a plan may change them', async ({ double }) => {
  const bucket = bucketIn(double)
  if (bucket !== undefined) bucket.tags = { Owner: 'platform' }
  assert.equal(await refusals(double), [])
})

test('refuses a bucket that is not there, or of another account', async ({ double }) => {
  const bucket = bucketIn(double)
  if (bucket !== undefined) bucket.account = '444455556666'
  assert.equal(await refusals(double), ['bucket bucket-owned'])
  double.world.buckets.clear()
  assert.equal(await refusals(double), ['bucket bucket-region'])
})

const heads: Readonly<Record<string, Fault | Answer>> = {
  '301 of another region': { ...s3Error(301, 'PermanentRedirect'), headers: { 'x-amz-bucket-region': 'eu-west-1' } },
  'a redirect until its name is known everywhere': s3Error(307, 'TemporaryRedirect'),
  '400': s3Error(400, 'BadRequest'),
  '403': s3Error(403, 'AccessDenied'),
  '405': s3Error(405, 'MethodNotAllowed'),
  '500': s3Error(500, 'InternalError'),
  '503': s3Error(503, 'SlowDown'),
  '200 without a region': { status: 200 },
  'a broken connection': 'reset'
}
for (const [what, fault] of Object.entries(heads))
  test(`refuses HeadBucket with ${what}`, async ({ double }) => {
    double.misbehave({ at: ({ operation }) => operation === 'HeadBucket', fault })
    const id = what.startsWith('30') ? 'bucket-region' : 'bucket-owned'
    assert.equal(await refusals(double, { names: ['identity', 'bucket'] }), [`bucket ${id}`])
  })

for (const operation of [
  'GetBucketOwnershipControls',
  'GetPublicAccessBlock',
  'GetBucketEncryption',
  'GetBucketVersioning',
  'GetBucketPolicy',
  'GetBucketLifecycleConfiguration',
  'GetBucketReplication'
])
  test(`refuses when ${operation} is denied, throttled, half or nonsense`, async ({ double }) => {
    for (const fault of ['access denied', 'throttling', 'half an answer', 'nonsense', 'expired token'] as const) {
      double.misbehave({ at: (call) => call.operation === operation, fault })
      assert.equal(await refusals(double), ['bucket bucket-settings'], fault)
    }
  })

const tables: Readonly<Record<string, (table: Table) => void>> = {
  'table-key': (table) => (table.hashKey = 'Id'),
  'table-billing': (table) => (table.billing = 'PROVISIONED'),
  'table-deletion-protection': (table) => (table.isProtected = false),
  'table-encryption': (table) => delete table.encryption,
  'table-recovery': (table) => delete table.recoveryDays,
  'table-replicas': (table) => table.replicas.push('us-east-1'),
  'table-streams-and-indexes': (table) => (table.hasStream = true),
  'table-expiry': (table) => (table.expiry = 'ENABLED'),
  'table-encryption-key': (table) =>
    (table.encryptionKey = 'arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555')
}
for (const [id, change] of Object.entries(tables))
  test(`refuses a table with another ${id}`, async ({ double }) => {
    const table = tableIn(double)
    if (table !== undefined) change(table)
    assert.equal(await refusals(double), [`lock-table ${id}`])
  })

test('refuses a table that a witness of another region sees, and one whose expiry is on its way', async ({
  double
}) => {
  const table = tableIn(double)
  if (table !== undefined) table.witnesses = ['us-east-1']
  assert.equal(await refusals(double), ['lock-table table-replicas'])
  if (table !== undefined) Object.assign(table, { witnesses: undefined, expiry: 'ENABLING' })
  assert.equal(await refusals(double), ['lock-table table-expiry'])
})

test('refuses a key of another account, and a table that says encrypted and names no key', async ({ double }) => {
  const table = tableIn(double)
  if (table !== undefined)
    table.encryptionKey = 'arn:aws:kms:eu-central-1:444455556666:key/5f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f'
  assert.equal(await refusals(double), ['lock-table table-encryption-key'])
  double.misbehave({
    at: ({ operation }) => operation === 'DescribeTable',
    fault: json(200, {
      Table: {
        TableArn: 'arn:aws:dynamodb:eu-central-1:111122223333:table/zenthea-staging-eu-tflock',
        TableStatus: 'ACTIVE',
        KeySchema: [{ AttributeName: 'LockID', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'LockID', AttributeType: 'S' }],
        BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
        DeletionProtectionEnabled: true,
        SSEDescription: { Status: 'ENABLED', SSEType: 'KMS' }
      }
    })
  })
  assert.equal(await refusals(double), ['lock-table table-encryption'])
})

for (const [operation, id] of [
  ['DescribeKey', 'table-encryption-key'],
  ['DescribeTimeToLive', 'table-expiry']
] as const)
  test(`refuses when ${operation} is denied, throttled, half or nonsense`, async ({ double }) => {
    for (const fault of ['access denied', 'throttling', 'half an answer', 'nonsense', 'expired token'] as const) {
      double.misbehave({ at: (call) => call.operation === operation, fault })
      assert.equal(await refusals(double), [`lock-table ${id}`], fault)
    }
  })

const ABORT =
  '<AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload>'
const rules: Readonly<Record<string, readonly [actions: string, ids: ReadonlyArray<string>]>> = {
  'aborts uploads': [ABORT, []],
  'does nothing that is known': ['', ['bucket bucket-lifecycle']],
  'aborts uploads and ends what is stored': [
    `${ABORT}<Expiration><Days>1</Days></Expiration>`,
    ['bucket bucket-lifecycle']
  ],
  'removes delete markers': [
    `${ABORT}<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>`,
    ['bucket bucket-lifecycle']
  ],
  'ends older versions': [
    `${ABORT}<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays></NoncurrentVersionExpiration>`,
    ['bucket bucket-lifecycle']
  ],
  'moves what is stored': [
    `${ABORT}<Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition>`,
    ['bucket bucket-lifecycle']
  ]
}
for (const [what, [actions, ids]] of Object.entries(rules))
  test(`judges a lifecycle rule that ${what}`, async ({ double }) => {
    const bucket = bucketIn(double)
    if (bucket !== undefined)
      bucket.lifecycleRule = `<Rule><ID>x</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status>${actions}</Rule>`
    assert.equal(await refusals(double), ids)
  })

/** Whole rules beside those above, and what is said of each. Source: Amazon S3 User Guide, "Lifecycle configuration elements". */
const ends = '<Expiration><Days>1</Days></Expiration>'
const enabled = '<Status>Enabled</Status>'
const disabled = '<Status>Disabled</Status>'
const siblings: Readonly<Record<string, readonly [rules: string, actual: string | undefined]>> = {
  'is disabled': [`<Rule>${disabled}<Filter/>${ends}</Rule>`, undefined],
  'is disabled, beside one that aborts uploads': [
    `<Rule>${disabled}<Filter/>${ends}</Rule><Rule>${enabled}<Filter/>${ABORT}</Rule>`,
    undefined
  ],
  'aborts uploads, in the old form': [`<Rule>${enabled}<Prefix></Prefix>${ABORT}</Rule>`, undefined],
  'is disabled, beside one that ends what is stored': [
    `<Rule>${disabled}<Filter/>${ends}</Rule><Rule>${enabled}<Filter/>${ends}</Rule>`,
    'a rule that ends what is stored'
  ],
  'says nothing of its status': [`<Rule><Filter/>${ends}</Rule>`, 'a rule that ends what is stored'],
  'ends what has a tag': [
    `<Rule>${enabled}<Filter><Tag><Key>a</Key><Value>b</Value></Tag></Filter>${ends}</Rule>`,
    'a rule that ends what is stored'
  ],
  'ends what is large': [
    `<Rule>${enabled}<Filter><ObjectSizeGreaterThan>500</ObjectSizeGreaterThan></Filter>${ends}</Rule>`,
    'a rule that ends what is stored'
  ],
  'ends what is small and below a prefix': [
    `<Rule>${enabled}<Filter><And><Prefix>log/</Prefix><ObjectSizeLessThan>9</ObjectSizeLessThan></And></Filter>${ends}</Rule>`,
    'a rule that ends what is stored'
  ],
  'ends it on a date': [
    `<Rule>${enabled}<Filter/><Expiration><Date>2030-01-01T00:00:00Z</Date></Expiration></Rule>`,
    'a rule that ends what is stored'
  ],
  'removes delete markers, which is what it is told': [
    `<Rule>${enabled}<Filter/><Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration></Rule>`,
    'a rule that removes delete markers'
  ],
  'keeps the newest versions and ends the others': [
    `<Rule>${enabled}<Filter/><NoncurrentVersionExpiration><NewerNoncurrentVersions>5</NewerNoncurrentVersions><NoncurrentDays>1</NoncurrentDays></NoncurrentVersionExpiration></Rule>`,
    'a rule that ends older versions'
  ],
  'moves older versions, and another that moves all': [
    `<Rule>${enabled}<Filter/><NoncurrentVersionTransition><NoncurrentDays>1</NoncurrentDays><StorageClass>GLACIER</StorageClass></NoncurrentVersionTransition></Rule><Rule>${enabled}<Filter/><Transition><Days>0</Days><StorageClass>INTELLIGENT_TIERING</StorageClass></Transition></Rule>`,
    'a rule that moves older versions and moves what is stored'
  ],
  'does what no release of this program knows': [
    `<Rule>${enabled}<Filter/><Shred><Days>1</Days></Shred></Rule>`,
    'a rule that does what is not known here'
  ]
}
for (const [what, [lifecycle, actual]] of Object.entries(siblings))
  test(`judges a lifecycle rule by what it does: one that ${what}`, async ({ double }) => {
    const bucket = bucketIn(double)
    if (bucket !== undefined) bucket.lifecycleRule = lifecycle
    const found = findingsIn(await runOnline(double, { names })).find(({ rule }) => rule === 'bucket-lifecycle')
    assert.equal([found?.outcome, found?.actual], actual === undefined ? ['passed', 'none'] : ['failed', actual])
  })

test('tags and days of recovery are not judged by preflight', async ({ double }) => {
  const table = tableIn(double)
  if (table !== undefined) Object.assign(table, { tags: {}, recoveryDays: 7 })
  assert.equal(await refusals(double), [])
})

const SEED = 'npm run seed -- stacks/staging-eu.ts'
const AT = '--region eu-central-1 --table-name zenthea-staging-eu-tflock'
const OPEN = `aws dynamodb update-table ${AT} --no-deletion-protection-enabled`
const statuses: Readonly<Record<string, RegExp>> = {
  DELETING: new RegExp(`: aws dynamodb wait table-not-exists ${AT} && ${SEED}$`),
  INACCESSIBLE_ENCRYPTION_CREDENTIALS:
    /: aws kms describe-key --region eu-central-1 --key-id arn:aws:kms:eu-central-1:111122223333:key\/\S+$/,
  ARCHIVING: new RegExp(
    `: ${OPEN} && aws dynamodb delete-table ${AT} && aws dynamodb wait table-not-exists ${AT} && ${SEED}$`
  ),
  ARCHIVED: new RegExp(
    `: ${OPEN} && aws dynamodb delete-table ${AT} && aws dynamodb wait table-not-exists ${AT} && ${SEED}$`
  ),
  REPLICATION_NOT_AUTHORIZED: new RegExp(`: aws dynamodb describe-table ${AT}$`)
}
for (const [status, remedy] of Object.entries(statuses))
  test(`refuses a table that is ${status}, with what this status needs`, async ({ double }) => {
    const table = tableIn(double)
    if (table !== undefined) table.status = status
    const seen = await runOnline(double, { names })
    assert.equal(refusalsIn(seen), ['lock-table table-active'])
    const [refused] = findingsIn(seen).filter(({ outcome }) => outcome === 'failed')
    assert.match(refused?.outcome === 'failed' ? refused.remedy : '', remedy)
  })

test('waits for a table that is UPDATING, says so, and refuses when it stays so', async ({ double }) => {
  const table = tableIn(double)
  if (table !== undefined) table.status = 'UPDATING'
  const seen = await runOnline(double, { names })
  assert.equal(refusalsIn(seen), ['lock-table table-active'])
  const waits = seen.events.filter(({ _tag }) => _tag === 'Waiting')
  assert.is(waits.length, 19)
  let asked = 0
  double.onCall(({ operation }) => {
    asked += operation === 'DescribeTable' ? 1 : 0
    if (asked === 3 && table !== undefined) table.status = 'ACTIVE'
  })
  assert.equal(await refusals(double), [])
})

test('refuses a table that is not there, or in another region', async ({ double }) => {
  const table = tableIn(double)
  if (table !== undefined) table.region = 'eu-west-1'
  assert.equal(await refusals(double), ['lock-table table-known'])
  double.world.tables.clear()
  assert.equal(await refusals(double), ['lock-table table-known'])
})

const described: Readonly<Record<string, Fault | Answer>> = {
  AccessDeniedException: dynamodbError('AccessDeniedException', 'not authorized'),
  UnrecognizedClientException: dynamodbError('UnrecognizedClientException'),
  ExpiredTokenException: dynamodbError('ExpiredTokenException'),
  ValidationException: dynamodbError('ValidationException'),
  ThrottlingException: dynamodbError('ThrottlingException'),
  ProvisionedThroughputExceededException: dynamodbError('ProvisionedThroughputExceededException'),
  'an answer without a table': json(200, {}),
  'an answer without a status': json(200, { Table: { TableArn: 'arn' } }),
  'half an answer': 'half an answer',
  'a web page': 'nonsense',
  'a broken connection': 'reset'
}
for (const [what, fault] of Object.entries(described))
  test(`refuses when DescribeTable answers ${what}`, async ({ double }) => {
    double.misbehave({ at: ({ operation }) => operation === 'DescribeTable', fault })
    const seen = await runOnline(double, { names: ['identity', 'lock-table'] })
    assert.equal(refusalsIn(seen), ['lock-table table-known'])
    const actual = findingsIn(seen).find(({ outcome }) => outcome === 'failed')?.actual ?? ''
    if (what.endsWith('Exception')) assert.match(actual, what)
  })

for (const fault of [
  dynamodbError('TableNotFoundException'),
  dynamodbError('AccessDeniedException'),
  'half an answer'
] as const)
  test(`refuses when DescribeContinuousBackups answers ${typeof fault === 'string' ? fault : fault.body}`, async ({
    double
  }) => {
    double.misbehave({ at: ({ operation }) => operation === 'DescribeContinuousBackups', fault })
    assert.equal(await refusals(double), ['lock-table table-recovery'])
  })

test('throttling is tried again, at most five times in all, and each time is told', async ({ double }) => {
  double.misbehave({ at: ({ operation }) => operation === 'DescribeTable', fault: 'throttling' })
  const seen = await runOnline(double, { names })
  assert.is(double.calls().filter(({ operation }) => operation === 'DescribeTable').length, 5)
  assert.is(seen.events.filter(({ _tag }) => _tag === 'Retrying').length, 4)
})

test('access denied is not tried again', async ({ double }) => {
  double.misbehave({ at: ({ operation }) => operation === 'DescribeTable', fault: 'access denied' })
  await runOnline(double, { names })
  assert.is(double.calls().filter(({ operation }) => operation === 'DescribeTable').length, 1)
})

test.run()
