import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { Readable } from 'node:stream'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { LockKey, TableName } from '../../../src/declaration/names.ts'
import type { AwsFailure } from '../../../src/outside/aws/failure.port.ts'
import { bucketOf } from '../../support/bucket-of.ts'
import { portsOn, refusal } from '../../support/noting-ports.ts'

const test = suite('refusals of AWS that are answers, and answers that are not')

const of = bucketOf('a-bucket', '111122223333')
const ARN = 'arn:aws:dynamodb:eu-central-1:111122223333:table/a-table'
const table = 'a-table' as TableName
const LOCK = 'a-bucket/a-key' as LockKey<'probe'>
const none = E.right(O.none)
type Ports = ReturnType<typeof portsOn>

/** What AWS refuses, and what it is read as. Each other refusal stays one. Sources: API References of S3, DynamoDB and KMS. */
const readAsNone: ReadonlyArray<
  readonly [command: string, code: string, ask: (ports: Ports) => TaskEither<AwsFailure, unknown>, result: unknown]
> = [
  ['HeadBucket', 'NotFound', ({ bucket }) => bucket.region(of), none],
  ['DescribeTable', 'ResourceNotFoundException', (ports) => ports.table.settings(table), none],
  ['DescribeKey', 'NotFoundException', (ports) => ports.table.managedKey, none],
  ['GetObject', 'NoSuchKey', ({ state }) => state.read(), none],
  ['PutItem', 'ConditionalCheckFailedException', ({ lock }) => lock.take(LOCK, 'who'), E.right(false)],
  ['DeleteItem', 'ConditionalCheckFailedException', ({ lock }) => lock.release(LOCK, 'who'), E.right(false)]
]
for (const [command, code, ask, result] of readAsNone)
  test(`${command}: ${code} is an answer, and another refusal is a failure with its code`, async () => {
    assert.equal(await ask(portsOn({ [command]: refusal(code, code.startsWith('Cond') ? 400 : 404) }))(), result)
    const other = await ask(portsOn({ [command]: refusal('NoSuchThing', 400) }))()
    assert.is(E.isLeft(other) && other.left.code, 'NoSuchThing')
  })

test('the age of a bucket that this caller may not list is not known, and every other refusal is a failure', async () => {
  assert.equal(await portsOn({ ListBuckets: refusal('AccessDenied', 403) }).bucket.age(of)(), none)
  const other = await portsOn({ ListBuckets: refusal('NoSuchThing', 400) }).bucket.age(of)()
  assert.ok(E.isLeft(other))
})

/** Answers that AWS never gives, each with what is said of it. */
const unintelligible: ReadonlyArray<
  readonly [command: string, answer: object, message: string, ask: (ports: Ports) => TaskEither<AwsFailure, unknown>]
> = [
  ['HeadBucket', {}, 'the answer has no region', ({ bucket }) => bucket.region(of)],
  ['DescribeTable', {}, 'the answer has no Table', (ports) => ports.table.settings(table)],
  [
    'DescribeContinuousBackups',
    {},
    'the answer has no PointInTimeRecoveryDescription',
    (ports) => ports.table.recovery(table)
  ],
  [
    'DescribeContinuousBackups',
    { ContinuousBackupsDescription: { PointInTimeRecoveryDescription: {} } },
    'the answer has no PointInTimeRecoveryStatus',
    (ports) => ports.table.recovery(table)
  ],
  ['DescribeKey', {}, 'the answer has no Arn', (ports) => ports.table.managedKey],
  ['ListTagsOfResource', {}, 'the answer has no Tags', (ports) => ports.table.tags(ARN)],
  ['Scan', {}, 'the answer has no Items', (ports) => ports.table.isEmpty(table)],
  ['GetObject', {}, 'the answer has no body', ({ state }) => state.read()],
  ['GetObject', { Body: 'text' }, 'a body that is not a stream', ({ state }) => state.read()],
  ['GetObject', { Body: Readable.from(['text']) }, 'a body that is not bytes', ({ state }) => state.read()],
  ['GetItem', { Item: { LockID: { S: 'other' } } }, 'the answer holds another item', ({ lock }) => lock.read(LOCK)],
  [
    'GetItem',
    { Item: { LockID: { S: LOCK }, Info: { N: '1' } } },
    "the item's Info is not a text",
    ({ lock }) => lock.read(LOCK)
  ],
  [
    'GetItem',
    { Item: { LockID: { S: LOCK }, Digest: { N: '1' } } },
    "the item's Digest is not a text",
    ({ lock }) => lock.read(LOCK)
  ]
]
for (const [command, answer, message, ask] of unintelligible)
  test(`${command}: ${message}`, async () => {
    const found = await ask(portsOn({ [command]: answer }))()
    assert.equal(E.isLeft(found) && [found.left._tag, found.left.message], ['Unintelligible', message])
  })

test('tags of more pages than a table can have tags are refused, and no further page is asked for', async () => {
  const { asked, table: reader } = portsOn({ ListTagsOfResource: { Tags: [], NextToken: 'more' } })
  const found = await reader.tags(ARN)()
  assert.is(E.isLeft(found) && found.left.message, 'more than 50 pages of tags')
  assert.is(asked.length, 50)
  assert.equal(asked[1], ['ListTagsOfResource', { ResourceArn: ARN, NextToken: 'more' }])
})

test.run()
