import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { foreignSettings } from '../../support/foreign-settings.ts'
import { type Seen, findingsIn, refusalsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'
import { bucketIn, tableIn } from '../../support/seed-bench.ts'

const test = suite<{ double: AwsDouble }>('preflight, settings that no stack declares')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

const names = ['identity', 'bucket', 'lock-table'] as const

/** What a run refuses by the rule alone. */
const rulesIn = (seen: Seen): ReadonlyArray<string> => refusalsIn(seen).map((text) => text.split(' ')[1] ?? '')

const refusals = async (double: AwsDouble): Promise<ReadonlyArray<string>> =>
  rulesIn(await runOnline(double, { names }))

for (const foreign of foreignSettings)
  test(`${foreign.refusedBy.length === 0 ? 'lets pass' : 'refuses'}: ${foreign.what}`, async ({ double }) => {
    const [bucket, table] = [bucketIn(double), tableIn(double)]
    const before = JSON.stringify([bucket, table])
    if (bucket !== undefined && 'bucket' in foreign) foreign.bucket(bucket)
    if (table !== undefined && 'table' in foreign) foreign.table(table)
    assert.is.not(JSON.stringify([bucket, table]), before)
    const seen = await runOnline(double, { names })
    assert.equal(rulesIn(seen), foreign.refusedBy)
    const said = Object.keys({ ...bucket?.said, ...table?.said })
    for (const { outcome, rule, from } of findingsIn(seen))
      if (outcome === 'failed' && said.length > 0)
        assert.equal([from.kind, from.name], ['aws', `${'bucket' in foreign ? 'S3' : 'DynamoDB'} ${said.join()}`], rule)
  })

/** Each question that only this file is about, and the finding that says that it was not answered. */
const questions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['GetBucketAbac', 'GetBucketAccelerateConfiguration', 'GetBucketAcl', 'GetBucketCors', 'GetBucketLogging'],
      ...['GetBucketMetadataConfiguration', 'GetBucketNotificationConfiguration', 'GetBucketRequestPayment'],
      ...['GetBucketWebsite', 'GetObjectLockConfiguration', 'ListBucketIntelligentTieringConfigurations'],
      ...['GetBucketLifecycleConfiguration', 'GetBucketReplication', 'ListBucketInventoryConfigurations']
    ].map((operation) => [operation, 'bucket-settings'])
  ),
  DescribeContributorInsights: 'table-contributor-insights',
  DescribeKinesisStreamingDestination: 'table-kinesis-streams',
  DescribeTimeToLive: 'table-expiry',
  GetResourcePolicy: 'table-resource-policy'
}
for (const [operation, rule] of Object.entries(questions))
  test(`refuses when ${operation} is denied or answered with nonsense`, async ({ double }) => {
    for (const fault of ['access denied', 'nonsense'] as const) {
      double.misbehave({ at: (call) => call.operation === operation, fault })
      assert.equal(await refusals(double), [rule], fault)
    }
  })

/** Codes by which AWS says that a setting was never made, each given in the place of another one. */
const codes = [
  ['GetBucketCors', 'NoSuchWebsiteConfiguration'],
  ['GetBucketWebsite', 'NoSuchCORSConfiguration'],
  ['GetObjectLockConfiguration', 'NoSuchBucketPolicy'],
  ['GetBucketMetadataConfiguration', 'NoSuchBucket'],
  ['GetBucketAcl', 'NoSuchTagSet'],
  ['GetBucketLogging', 'NoSuchTagSet'],
  ['GetBucketNotificationConfiguration', 'NoSuchTagSet'],
  ['GetBucketAbac', 'MethodNotAllowed']
] as const
for (const [operation, code] of codes)
  test(`takes ${code} for no answer to ${operation}`, async ({ double }) => {
    double.misbehave({
      at: (call) => call.operation === operation,
      fault: {
        status: 404,
        headers: { 'content-type': 'application/xml' },
        body: `<Error><Code>${code}</Code></Error>`
      }
    })
    assert.equal(await refusals(double), ['bucket-settings'])
  })

test('a table that is gone when its policy is asked for has no policy that could be proven', async ({ double }) => {
  double.misbehave({
    at: ({ operation }) => operation === 'GetResourcePolicy',
    fault: {
      status: 400,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: '{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"gone"}'
    }
  })
  assert.equal(await refusals(double), ['table-resource-policy'])
})

test('no grant is shown with the name or the address of whom it is for', async ({ double }) => {
  const bucket = bucketIn(double)
  const named =
    '<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="AmazonCustomerByEmail"><EmailAddress>erika.muster@example.com</EmailAddress></Grantee><Permission>READ</Permission></Grant>'
  if (bucket !== undefined)
    bucket.said = {
      GetBucketAcl: `<AccessControlPolicy><Owner><ID>1</ID></Owner><AccessControlList>${named}</AccessControlList></AccessControlPolicy>`
    }
  const found = findingsIn(await runOnline(double, { names })).find(({ rule }) => rule === 'bucket-access-list')
  assert.is(found?.actual, 'READ for another account')
})

test.run()
