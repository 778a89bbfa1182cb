import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { made, oneOf, ruleOf, same, sameTags, setting, settingOrigin } from '../../src/backend/setting.ts'
import { answerOf } from '../../src/diagnostics/origin.ts'

const test = suite('a setting of the bucket or the table')

/**
 * Each setting with its clause, its rule and the calls that tell it. Sources: J.6.2, J.7.0; the API references of S3 and
 * DynamoDB, by what each call returns.
 */
const settings = {
  ownership: ['J.6.2 §6', 'bucket-ownership', 'S3 GetBucketOwnershipControls'],
  tags: ['J.6.2 §7', 'bucket-tags', 'S3 GetBucketTagging'],
  'public access': ['J.6.2 §6', 'bucket-public-access', 'S3 GetPublicAccessBlock'],
  encryption: ['J.7.0 §3.2', 'bucket-encryption', 'S3 GetBucketEncryption'],
  versioning: ['J.6.2 §7', 'bucket-versioning', 'S3 GetBucketVersioning'],
  policy: ['J.7.0 §7', 'bucket-policy', 'S3 GetBucketPolicy'],
  'access list': ['J.7.0 §7', 'bucket-access-list', 'S3 GetBucketAcl'],
  acceleration: ['J.7.0 §7', 'bucket-acceleration', 'S3 GetBucketAccelerateConfiguration'],
  'attribute-based access': ['J.7.0 §7', 'bucket-attribute-based-access', 'S3 GetBucketAbac'],
  'cross-origin access': ['J.7.0 §7', 'bucket-cross-origin-access', 'S3 GetBucketCors'],
  inventories: ['J.7.0 §7', 'bucket-inventories', 'S3 ListBucketInventoryConfigurations'],
  lifecycle: ['J.6.2 §7', 'bucket-lifecycle', 'S3 GetBucketLifecycleConfiguration'],
  logging: ['J.7.0 §6', 'bucket-logging', 'S3 GetBucketLogging'],
  'metadata tables': ['J.7.0 §7', 'bucket-metadata-tables', 'S3 GetBucketMetadataConfiguration'],
  notifications: ['J.7.0 §6', 'bucket-notifications', 'S3 GetBucketNotificationConfiguration'],
  'object lock': ['J.7.0 §9', 'bucket-object-lock', 'S3 GetObjectLockConfiguration'],
  replication: ['J.7.0 §7', 'bucket-replication', 'S3 GetBucketReplication'],
  'request payment': ['J.7.0 §7', 'bucket-request-payment', 'S3 GetBucketRequestPayment'],
  tiering: ['J.6.2 §7', 'bucket-tiering', 'S3 ListBucketIntelligentTieringConfigurations'],
  website: ['J.7.0 §7', 'bucket-website', 'S3 GetBucketWebsite'],
  region: ['J.7.0 §7', 'table-region', 'DynamoDB DescribeTable'],
  key: ['J.6.2 §5', 'table-key', 'DynamoDB DescribeTable'],
  billing: ['J.6.2 §7', 'table-billing', 'DynamoDB DescribeTable'],
  'deletion protection': ['J.6.2 §7', 'table-deletion-protection', 'DynamoDB DescribeTable'],
  recovery: ['J.6.2 §7', 'table-recovery', 'DynamoDB DescribeContinuousBackups'],
  replicas: ['J.7.0 §7', 'table-replicas', 'DynamoDB DescribeTable'],
  'streams and indexes': ['J.7.0 §5', 'table-streams-and-indexes', 'DynamoDB DescribeTable'],
  'storage class': ['J.7.0 §9', 'table-storage-class', 'DynamoDB DescribeTable'],
  throughput: ['J.7.0 §4', 'table-throughput', 'DynamoDB DescribeTable'],
  'encryption key': ['J.7.0 §3.2', 'table-encryption-key', 'DynamoDB DescribeTable', 'KMS DescribeKey'],
  'contributor insights': ['J.7.0 §6', 'table-contributor-insights', 'DynamoDB DescribeContributorInsights'],
  expiry: ['J.7.0 §4', 'table-expiry', 'DynamoDB DescribeTimeToLive'],
  'kinesis streams': ['J.7.0 §7', 'table-kinesis-streams', 'DynamoDB DescribeKinesisStreamingDestination'],
  'resource policy': ['J.7.0 §7', 'table-resource-policy', 'DynamoDB GetResourcePolicy']
} as const
type Name = keyof typeof settings
for (const [name, [clause, rule, ...calls]] of Object.entries(settings) as Iterable<
  [Name, readonly [string, string, string]]
>)
  test(`${name}: its clause, its rule, and the calls that tell it`, () => {
    const thing = rule.startsWith('bucket') ? 'bucket' : 'table'
    assert.equal([setting(name, 'a', 'b', 'wrong').clause, ruleOf(thing, name)], [clause, rule])
    assert.equal(settingOrigin(thing, name), answerOf(...calls))
  })

test('the tags and the encryption of a table are told by calls of DynamoDB', () => {
  assert.equal(settingOrigin('table', 'tags'), answerOf('DynamoDB ListTagsOfResource'))
  assert.equal(settingOrigin('table', 'encryption'), answerOf('DynamoDB DescribeTable'))
})

const standing = 'right'
test('a setting is right as the expected word, one of the expected words, or one that its judge takes', () => {
  const clause = 'J.7.0 §7'
  assert.equal(same('policy', 'a', 'a'), { name: 'policy', clause, expected: 'a', actual: 'a', standing })
  assert.equal(same('policy', 'a', 'A').standing, 'wrong')
  const either = ['none', 'Suspended'] as const
  assert.equal(oneOf('website', either, 'Suspended'), {
    name: 'website',
    clause,
    expected: 'none',
    actual: 'Suspended',
    standing
  })
  assert.equal([oneOf('website', either, 'none').standing, oneOf('website', either, 'x').standing], ['right', 'wrong'])
  const judged = (found: O.Option<number>) =>
    made(
      'website',
      'a page',
      found,
      (value) => `${value} pages`,
      (value) => value === 1
    )
  assert.equal(judged(O.none), { name: 'website', clause, expected: 'a page', actual: 'not set', standing: 'unset' })
  assert.equal(judged(O.some(1)), { name: 'website', clause, expected: 'a page', actual: '1 pages', standing })
  assert.equal(judged(O.some(2)).standing, 'wrong')
})

test('tags are right where each declared one is there, and are shown by their keys, with the service that made it', () => {
  const tagged = (expected: Record<string, string>, actual: Record<string, string>) => {
    const { expected: wanted, actual: found, ...rest } = sameTags(expected, actual)
    return [wanted, found, rest.standing, rest.madeBy]
  }
  const two = { b: '2', a: '1' }
  assert.equal(tagged(two, { a: '1', b: '2', c: '3' }), ['a=1, b=2', 'a=1, b=2, c=3', 'right', undefined])
  assert.equal(tagged(two, {}), ['a=1, b=2', 'none', 'unset', undefined])
  assert.equal(tagged(two, { a: '1' }), ['a=1, b=2', 'a=1', 'wrong', undefined])
  assert.equal(tagged(two, { 'aws:cloudformation:stack-name': 'x' }), [
    'a=1, b=2',
    'none, beside tags of AWS CloudFormation',
    'wrong',
    'AWS CloudFormation'
  ])
  for (const actual of [two, { 'aws:a': 'x' }]) assert.is(sameTags(two, actual).name, 'tags')
  assert.not.ok('madeBy' in sameTags(two, two))
})

test.run()
