import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { AccountId, BucketName, Environment, LogicalRegion, StateKey, TableName } from '../../src/declaration/names.ts'
import { accepted } from '../support/accepts.ts'
import * as fc from 'fast-check'

const test = suite('names of a declaration')

test('environment: names of environments', () => {
  const names = ['staging', 'production', 'prod-2', 'a', 'e'.repeat(32)]
  assert.equal(accepted(Environment, names), names)
})

test('environment: no capitals, no hyphen at an end or twice, no path, no expression', () => {
  const others = [
    'Staging',
    '-a',
    'a-',
    'a--b',
    '2a',
    'a_b',
    'a/b',
    '..',
    'e'.repeat(33),
    'a\n',
    '',
    '${env}',
    1,
    undefined
  ]
  assert.equal(accepted(Environment, others), [])
})

test('environment: names of logical regions have no hyphen', () => {
  assert.equal(accepted(LogicalRegion, ['eu', 'north1', 'r'.repeat(16)]), ['eu', 'north1', 'r'.repeat(16)])
  assert.equal(accepted(LogicalRegion, ['eu-west', 'EU', '1eu', 'r'.repeat(17), '', 'eu\n', null]), [])
})

/** Every text of one to four of these characters. */
const texts = Array.from({ length: 4 }).reduce<ReadonlyArray<string>>(
  (shorter) => ['', ...shorter.flatMap((text) => ['a', '1', '-'].map((character) => text + character))],
  ['']
)

test('environment: no two pairs of environment and logical region have one name of a stack', () => {
  const pairs = accepted(Environment, texts).flatMap((environment) =>
    accepted(LogicalRegion, texts).map((region) => `${String(environment)}-${String(region)}`)
  )
  assert.ok(pairs.length > 100, `${pairs.length} pairs`)
  assert.is(new Set(pairs).size, pairs.length)
})

test('account id: twelve digits, leading zeros too', () => {
  const ids = ['123456789012', '000123456789', '029608264753']
  assert.equal(accepted(AccountId, ids), ids)
})

test('account id: nothing else: fewer or more digits, other digits, the form with hyphens, a number', () => {
  const others = [
    '12345678901',
    '1234567890123',
    '1234-5678-9012',
    ' 123456789012',
    '123456789012\n',
    '12345678901a',
    '１２３４５６７８９０１２',
    '٠١٢٣٤٥٦٧٨٩٠١',
    '',
    123456789012,
    ['123456789012'],
    null,
    undefined
  ]
  assert.equal(accepted(AccountId, others), [])
})

test('account id: any text is an id if and only if it is twelve digits', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'0123456789x'), { minLength: 11, maxLength: 13 }), (characters) => {
      const isId = characters.length === 12 && !characters.includes('x')
      assert.is(accepted(AccountId, [characters.join('')]).length === 1, isId)
    }),
    { seed: 20260301, numRuns: 500 }
  )
})

test('state key: a path of safe characters, as Amazon S3 lists them for object keys, without those of paths and expressions', () => {
  const keys = ['terraform.tfstate', '123456789012/staging/eu/terraform.tfstate', 'a_b-c.d/E', 'k'.repeat(512)]
  assert.equal(accepted(StateKey, keys), keys)
})

test('state key: no name that OpenTofu derives from another key: digest, lock file, workspaces', () => {
  const derived = ['a/terraform.tfstate-md5', 'a/terraform.tfstate.tflock', 'env:/a/terraform.tfstate', 'env:', 'a-md5']
  assert.equal(accepted(StateKey, derived), [])
})

test('state key: nothing that S3 or a tool would read in another way', () => {
  const others = [
    '/a',
    'a/',
    'a//b',
    '',
    'a b',
    'a\n',
    'ä',
    '${a}',
    'a?b',
    'a#b',
    'a%2Fb',
    'k'.repeat(513),
    1,
    undefined
  ]
  assert.equal(accepted(StateKey, others), [])
})

/** From Amazon S3, "General purpose bucket naming rules", example bucket names. */
const valid = ['docexamplebucket-1a1b2c3d4-5678-90ab-cdef-examplebbbbb', 'log-delivery-march-2020', 'my-hosted-content']
const invalid = ['doc_example_bucket', 'DocExampleBucket', 'doc-example-bucket-']
const dotted = ['docexamplewebsite.com', 'www.docexamplewebsite.com', 'my.example.s3.bucket']

test("bucket name: AWS's valid examples are taken, its invalid ones are not", () => {
  assert.equal(accepted(BucketName, [...valid, ...invalid]), valid)
})

test('bucket name: a dotted name, which AWS allows and TLS does not like, is not', () => {
  assert.equal(accepted(BucketName, [...dotted, '192.168.5.4']), [])
})

test('bucket name: 3 to 63 characters', () => {
  const names = [2, 3, 63, 64].map((length) => 'b'.repeat(length))
  assert.equal(
    accepted(BucketName, names).map((name) => String(name).length),
    [3, 63]
  )
})

test('bucket name: no prefix and no suffix that AWS keeps for itself', () => {
  const kept = ['xn--bucket', 'sthree-bucket', 'sthree-configurator-b', 'amzn-s3-demo-bucket']
  const ends = ['bucket-s3alias', 'bucket--ol-s3', 'bucket.mrap', 'bucket--x-s3', 'bucket--table-s3', 'bucket-an']
  assert.equal(accepted(BucketName, [...kept, ...ends]), [])
})

test('bucket name: no other character, and no text at all', () => {
  assert.equal(
    accepted(BucketName, ['-bucket', 'büro', 'a b', 'bucket\n', 'b/c', '${name}', '', 4, null, undefined]),
    []
  )
})

test('table name: a-z, A-Z, 0-9, underscore, hyphen and dot, 3 to 255 of them, as DynamoDB takes them', () => {
  const names = ['Music', 'Music-2', 'my_table.v1', 'abc', 't'.repeat(255)]
  assert.equal(accepted(TableName, names), names)
})

test('table name: nothing else', () => {
  const others = ['ab', 't'.repeat(256), 'my table', 'table/lock', 'tablé', 'lock\n', '${name}', '', 123, undefined]
  assert.equal(accepted(TableName, others), [])
})

test('table name: no ARN, although the provider would take one', () => {
  assert.equal(accepted(TableName, ['arn:aws:dynamodb:eu-central-1:123456789012:table/Music']), [])
})

test.run()
