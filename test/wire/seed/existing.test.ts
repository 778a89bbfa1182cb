import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { explained } from '../../../src/commands/explain/explained.ts'
import { stopLines } from '../../../src/commands/seed/stop-text.ts'
import { json } from '../../support/aws-double/dynamodb-answer.ts'
import { wantedOfStaging } from '../../support/wanted.ts'
import { foreignSettings } from '../../support/foreign-settings.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Bucket, Table } from '../../support/aws-double/world.ts'
import { bucketIn, copyOf, endState, runSeed, startStagingDouble, tableIn } from '../../support/seed-bench.ts'

const test = suite<{ double: AwsDouble }>('seed, what exists already')
const seeded = await startStagingDouble()
await runSeed(seeded)
await seeded.stop()

test.before.each(async (context) => {
  context.double = await copyOf(seeded)
})
test.after.each(({ double }) => double.stop())

/** What the run refuses, as `thing setting`; it must leave everything as it was and ask nobody. */
const refused = async (double: AwsDouble): Promise<ReadonlyArray<string>> => {
  const before = endState(double)
  double.forget()
  const { outcome, asked } = await runSeed(double)
  assert.is(endState(double), before)
  assert.is(asked, 0)
  assert.equal(
    double.calls().filter(({ operation }) => /^(Create|Put|Update|Delete)/.test(operation)),
    []
  )
  if (E.isRight(outcome)) return [outcome.right]
  const said = stopLines((_, text) => text, outcome.left, wantedOfStaging()).join('\n')
  const words = [...said.matchAll(/npm run explain -- (\S+)/g)].map(([, word]) => word ?? '')
  assert.ok(words.length > 0 && words.every((word) => explained(word).length > 0), said)
  if (outcome.left._tag !== 'NotConforming') return [outcome.left._tag]
  return outcome.left.refusals.flatMap(({ thing, differences }) => differences.map(({ name }) => `${thing} ${name}`))
}

const bucketChanges: Readonly<Record<string, (bucket: Bucket) => void>> = {
  'bucket ownership': (bucket) => (bucket.ownership = 'BucketOwnerPreferred'),
  'bucket tags': (bucket) => (bucket.tags['Purpose'] = 'something else'),
  'bucket public access': (bucket) => (bucket.publicAccess = { ...bucket.publicAccess, BlockPublicPolicy: false }),
  'bucket encryption': (bucket) =>
    (bucket.encryption = { algorithm: 'aws:kms', key: 'arn:aws:kms:eu-central-1:111122223333:key/1' }),
  'bucket versioning': (bucket) => (bucket.versioning = 'Suspended'),
  'bucket policy': (bucket) =>
    (bucket.policy = (bucket.policy ?? '').replace('s3:DeleteBucket"', 's3:DeleteBucketWebsite"')),
  'bucket lifecycle': (bucket) => (bucket.hasLifecycle = true),
  'bucket replication': (bucket) => (bucket.hasReplication = true)
}
for (const [name, change] of Object.entries(bucketChanges))
  test(`refuses another ${name}, and names it alone`, async ({ double }) => {
    const bucket = bucketIn(double)
    if (bucket !== undefined) change(bucket)
    assert.equal(await refused(double), [name])
  })

const tableChanges: Readonly<Record<string, (table: Table) => void>> = {
  'table key': (table) => (table.hashKey = 'Id'),
  'table billing': (table) => (table.billing = 'PROVISIONED'),
  'table deletion protection': (table) => (table.isProtected = false),
  'table encryption': (table) => delete table.encryption,
  'table tags': (table) => (table.tags['Purpose'] = 'something else'),
  'table recovery': (table) => (table.recoveryDays = 7),
  'table replicas': (table) => table.replicas.push('us-east-1'),
  'table streams and indexes': (table) => (table.hasStream = true)
}
for (const [name, change] of Object.entries(tableChanges))
  test(`refuses another ${name}, and names it alone`, async ({ double }) => {
    const table = tableIn(double)
    if (table !== undefined) change(table)
    assert.equal(await refused(double), [name])
  })

test('names every difference of both at once', async ({ double }) => {
  const [bucket, table] = [bucketIn(double), tableIn(double)]
  if (bucket !== undefined) Object.assign(bucket, { versioning: 'Suspended', hasLifecycle: true })
  if (table !== undefined) Object.assign(table, { isProtected: false })
  assert.equal(await refused(double), ['bucket versioning', 'bucket lifecycle', 'table deletion protection'])
})

for (const status of ['DELETING', 'ARCHIVED', 'INACCESSIBLE_ENCRYPTION_CREDENTIALS', 'A_NEW_STATUS'])
  test(`refuses a table whose status is ${status}`, async ({ double }) => {
    Object.assign(tableIn(double) ?? {}, { status })
    assert.equal(await refused(double), [])
    const { outcome } = await runSeed(double)
    const said = E.isLeft(outcome) ? stopLines((_, text) => text, outcome.left, wantedOfStaging()).join('\n') : ''
    assert.match(said, new RegExp(`to do .*${status === 'DELETING' ? 'table-not-exists' : 'aws (?:kms|dynamodb) '}`))
  })

test('refuses a bucket of another account', async ({ double }) => {
  Object.assign(bucketIn(double) ?? {}, { account: '444455556666' })
  assert.equal(await refused(double), ['Unclear'])
})

test('refuses a bucket in another region, inside or outside of the EU', async ({ double }) => {
  for (const region of ['us-east-1', 'eu-west-1']) {
    Object.assign(bucketIn(double) ?? {}, { region })
    assert.equal(await refused(double), ['Elsewhere'])
  }
})

/** A bucket as CreateBucket leaves it where AWS did not take the tags with it. */
const untouched = (double: AwsDouble, minutes: number | undefined): void => {
  const bucket = bucketIn(double)
  if (bucket === undefined) return
  bucket.tags = {}
  delete bucket.versioning
  delete bucket.policy
  if (minutes !== undefined) bucket.created = new Date(Date.now() - minutes * 60_000).toISOString()
}

test('finishes a bucket of the run before that has no tags, where this account made it within the hour', async ({
  double
}) => {
  const whole = endState(double)
  untouched(double, 50)
  const { outcome, asked, events } = await runSeed(double)
  assert.equal(outcome, E.right('made'))
  assert.is(asked, 1, 'a person is asked')
  assert.equal(
    events.flatMap((event) => (event._tag === 'Did' ? [event.step] : [])),
    ['tag bucket', 'version bucket', 'set bucket policy']
  )
  delete bucketIn(double)?.created
  assert.is(endState(double), whole)
})

const notOwn: Readonly<Record<string, (double: AwsDouble) => void>> = {
  'made more than an hour ago': (double) => untouched(double, 61),
  'made nobody knows when': (double) => {
    untouched(double, 1)
    double.misbehave({ at: ({ operation }) => operation === 'ListBuckets', fault: 'access denied' })
  }
}
for (const [what, change] of Object.entries(notOwn))
  test(`refuses an empty bucket without tags, ${what}`, async ({ double }) => {
    change(double)
    assert.equal(await refused(double), ['bucket tags', 'bucket versioning', 'bucket policy'])
  })

const fresh: Readonly<Record<string, readonly [change: (bucket: Bucket) => void, differences: ReadonlyArray<string>]>> =
  {
    'that holds something': [
      (bucket) => bucket.objects.push('key'),
      ['bucket tags', 'bucket versioning', 'bucket policy']
    ],
    'that somebody versioned': [(bucket) => (bucket.versioning = 'Enabled'), ['bucket tags', 'bucket policy']],
    'that somebody tagged': [
      (bucket) => (bucket.tags = { Owner: 'another team' }),
      ['bucket tags', 'bucket versioning', 'bucket policy']
    ],
    'that somebody encrypted otherwise': [
      (bucket) => (bucket.encryption = { algorithm: 'aws:kms' }),
      ['bucket tags', 'bucket encryption', 'bucket versioning', 'bucket policy']
    ]
  }
for (const [what, [change, differences]] of Object.entries(fresh))
  test(`refuses a bucket ${what}, however fresh`, async ({ double }) => {
    untouched(double, 1)
    const bucket = bucketIn(double)
    if (bucket !== undefined) change(bucket)
    assert.equal(await refused(double), differences)
  })

test('finishes its own half-made bucket, and only what is missing', async ({ double }) => {
  const whole = endState(double)
  const bucket = bucketIn(double)
  delete bucket?.versioning
  delete bucket?.policy
  double.forget()
  const { outcome, asked } = await runSeed(double)
  assert.equal(outcome, E.right('made'))
  assert.is(asked, 1)
  assert.equal(
    double.calls().flatMap(({ operation }) => (/^(Create|Put|Update|Delete)/.test(operation) ? [operation] : [])),
    ['PutBucketVersioning', 'PutBucketPolicy', 'PutBucketPolicy']
  )
  assert.is(endState(double), whole)
})

test('does not finish one in which something is stored', async ({ double }) => {
  delete bucketIn(double)?.policy
  bucketIn(double)?.objects.push('a state')
  assert.equal(await refused(double), ['bucket policy'])
})

test('finishes its own table that has no recovery yet, unless something is stored in it', async ({ double }) => {
  const whole = endState(double)
  delete tableIn(double)?.recoveryDays
  assert.equal((await runSeed(double)).outcome, E.right('made'))
  assert.is(endState(double), whole)
  delete tableIn(double)?.recoveryDays
  tableIn(double)?.items.push({ LockID: { S: 'a lock' } })
  assert.equal(await refused(double), ['table recovery'])
})

test('waits for its own table that is still being made', async ({ double }) => {
  const whole = endState(double)
  const table = tableIn(double)
  if (table !== undefined) Object.assign(table, { status: 'CREATING', asksUntilActive: 3 })
  delete table?.recoveryDays
  assert.equal((await runSeed(double)).outcome, E.right('made'))
  assert.is(endState(double), whole)
})

test('a tag that an organisation adds beside the declared ones makes no difference', async ({ double }) => {
  Object.assign(bucketIn(double)?.tags ?? {}, { CostCentre: '4711' })
  Object.assign(tableIn(double)?.tags ?? {}, { CostCentre: '4711' })
  assert.equal(await refused(double), ['all there'])
})

/** One of each kind; a table without recovery is one that seed finishes. */
const foreigners = foreignSettings.filter(
  ({ refusedBy: [rule] }, index) =>
    rule !== 'table-recovery' && foreignSettings.findIndex((one) => one.refusedBy[0] === rule) === index
)
for (const { what, refusedBy, ...foreign } of foreigners)
  test(`${refusedBy.length === 0 ? 'keeps' : 'refuses'} what is there with ${what}`, async ({ double }) => {
    const [bucket, table] = [bucketIn(double), tableIn(double)]
    if (bucket !== undefined && 'bucket' in foreign) foreign.bucket(bucket)
    if (table !== undefined && 'table' in foreign) foreign.table(table)
    const rules = (await refused(double)).map((text) => text.replaceAll(' ', '-'))
    assert.equal(rules, refusedBy.length === 0 ? ['all-there'] : refusedBy)
  })

test('tags of AWS itself make no difference', async ({ double }) => {
  Object.assign(bucketIn(double)?.tags ?? {}, { 'aws:cloudformation:stack-name': 'x' })
  assert.equal(await refused(double), ['all there'])
})

for (const [service, named] of [
  ['cloudformation:stack-id', 'AWS CloudFormation'],
  ['servicecatalog:productArn', 'AWS Service Catalog'],
  ['a-new-service:x', 'the AWS service a-new-service']
] as const)
  test(`refuses a fresh, empty bucket whose only tag is aws:${service}, and says that ${named} made it`, async ({
    double
  }) => {
    untouched(double, 1)
    Object.assign(bucketIn(double)?.tags ?? {}, { [`aws:${service}`]: 'x' })
    assert.equal(await refused(double), ['bucket tags', 'bucket versioning', 'bucket policy'])
    const { outcome } = await runSeed(double)
    const said = E.isLeft(outcome) ? stopLines((_, text) => text, outcome.left, wantedOfStaging()).join('\n') : ''
    assert.match(said, `is refused: its tags say that ${named} made it, so seed did not make it`)
    assert.match(said, `actual    none, beside tags of ${named}`)
    assert.match(said, 'to do     Choose another name for it in the stack.')
    assert.not.match(said, 'delete-bucket')
  })

test('finishes no bucket and no table that a service of AWS made, even with the declared tags', async ({ double }) => {
  const tag = { 'aws:cloudformation:stack-name': 'x' }
  Object.assign(bucketIn(double)?.tags ?? {}, tag)
  Object.assign(tableIn(double)?.tags ?? {}, tag)
  delete bucketIn(double)?.versioning
  delete bucketIn(double)?.policy
  delete tableIn(double)?.recoveryDays
  assert.equal(await refused(double), ['bucket versioning', 'bucket policy', 'table recovery'])
})

test('a policy that AWS gives back in another order is the same policy', async ({ double }) => {
  const bucket = bucketIn(double)
  const parsed = JSON.parse(bucket?.policy ?? '{}') as {
    Version: string
    Statement: ReadonlyArray<{ Action: ReadonlyArray<string> }>
  }
  const turned = parsed.Statement.map((one) => ({
    ...one,
    Action: one.Action.length === 1 ? one.Action[0] : one.Action.toReversed()
  }))
  if (bucket !== undefined) bucket.policy = JSON.stringify({ Statement: turned, Version: parsed.Version }, undefined, 3)
  assert.equal(await refused(double), ['all there'])
})

test('a setting that never reads as declared is told in one way by the run that made it and by the next', async ({
  double
}) => {
  delete tableIn(double)?.recoveryDays
  let isSet = false
  double.onCall(({ operation }) => {
    isSet ||= operation === 'UpdateContinuousBackups'
  })
  double.misbehave({
    at: ({ operation }) => isSet && operation === 'DescribeContinuousBackups',
    fault: json(200, {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' }
      }
    })
  })
  const first = await runSeed(double)
  assert.ok(E.isLeft(first.outcome) && first.outcome.left._tag === 'NotReady')
  const lines = stopLines((_, text) => text, first.outcome.left, wantedOfStaging()).join(' ')
  assert.match(lines, 'on, for days that AWS does not say')
  assert.match(lines, 'Set recovery to what is expected by hand')
  assert.match(lines, 'refuses it in the next run too')
  assert.equal(await refused(double), ['table recovery'])
})

test('a table that never becomes active, and a bucket that keeps reading otherwise, end in a refusal', async ({
  double
}) => {
  Object.assign(tableIn(double) ?? {}, { status: 'CREATING', asksUntilActive: 1000 })
  delete tableIn(double)?.recoveryDays
  const { outcome, events } = await runSeed(double)
  assert.ok(E.isLeft(outcome) && outcome.left._tag === 'NotReady')
  assert.is(events.filter(({ _tag }) => _tag === 'Waiting').length, 59)
})

test.run()
