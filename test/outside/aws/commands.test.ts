import * as DDB from '@aws-sdk/client-dynamodb'
import * as S3 from '@aws-sdk/client-s3'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { Readable } from 'node:stream'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsFailure } from '../../../src/outside/aws/failure.port.ts'
import type { LockKey, TableName } from '../../../src/declaration/names.ts'
import { bucketOf } from '../../support/bucket-of.ts'
import { portsOn, refusal } from '../../support/noting-ports.ts'

const test = suite('each question and write as AWS gets it, and its answer as it is read')

const ACCOUNT = '111122223333'
const of = bucketOf('a-bucket', ACCOUNT)
const ARN = `arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/a-table`
const owned = { Bucket: 'a-bucket', ExpectedBucketOwner: ACCOUNT }
const table = 'a-table' as TableName
const LOCK = 'a-bucket/a-key' as LockKey<'probe'>

type Ports = ReturnType<typeof portsOn>

const tags = { Stack: 'x', Owner: '' } as const
const tagList = [
  { Key: 'Stack', Value: 'x' },
  { Key: 'Owner', Value: '' }
]
const fourWays = (is: boolean) => ({
  blockPublicAcls: is,
  blockPublicPolicy: is,
  ignorePublicAcls: is,
  restrictPublicBuckets: is
})

/** Each write with the request that it must be. Source: API References of S3 and DynamoDB. */
const writes: Readonly<Record<string, readonly [(ports: Ports) => TaskEither<AwsFailure, unknown>, unknown]>> = {
  CreateBucket: [
    ({ bucket }) => bucket.create(of, 'eu-central-1', 'BucketOwnerEnforced', tags),
    {
      Bucket: 'a-bucket',
      ObjectOwnership: 'BucketOwnerEnforced',
      CreateBucketConfiguration: { LocationConstraint: 'eu-central-1', Tags: tagList }
    }
  ],
  PutBucketTagging: [({ bucket }) => bucket.tag(of, tags), { ...owned, Tagging: { TagSet: tagList } }],
  PutPublicAccessBlock: [
    ({ bucket }) => bucket.blockPublicAccess(of, fourWays(true)),
    {
      ...owned,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true
      }
    }
  ],
  PutBucketEncryption: [
    ({ bucket }) => bucket.encrypt(of, 'AES256'),
    {
      ...owned,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }]
      }
    }
  ],
  PutBucketVersioning: [
    ({ bucket }) => bucket.version(of),
    { ...owned, VersioningConfiguration: { Status: 'Enabled' } }
  ],
  PutBucketPolicy: [({ bucket }) => bucket.setPolicy(of, '{}'), { ...owned, Policy: '{}' }],
  CreateTable: [
    (ports) => ports.table.create({ name: table, hashKey: 'LockID', billing: 'PAY_PER_REQUEST', tags: tags }),
    {
      TableName: 'a-table',
      KeySchema: [{ AttributeName: 'LockID', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'LockID', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { Enabled: true },
      DeletionProtectionEnabled: true,
      Tags: tagList
    }
  ],
  UpdateContinuousBackups: [
    (ports) => ports.table.keepHistory(table, 35),
    {
      TableName: 'a-table',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 }
    }
  ]
}
for (const [command, [write, input]] of Object.entries(writes))
  test(`${command} is this request, and its answer is nothing`, async () => {
    const ports = portsOn({ [command]: { some: 'answer' } })
    assert.equal(await write(ports)(), E.right(undefined))
    assert.equal(ports.asked, [[command, input]])
  })

const body = (text: string) => Readable.from([Buffer.from(text)])
const lockItem = (item: Readonly<Record<string, string>>) => ({
  Item: Object.fromEntries(Object.entries({ LockID: LOCK, ...item }).map(([name, S]) => [name, { S }]))
})
const none = E.right(O.none)
const some = <A>(value: A) => E.right(O.some(value))

/** What a question sends, and what each answer of AWS is read as. */
type Question = {
  readonly command: string
  readonly input: unknown
  readonly ask: (ports: Ports) => TaskEither<AwsFailure, unknown>
  readonly readAs: ReadonlyArray<readonly [answer: object, result: unknown]>
}
const backups = (status: string, days?: number) => ({
  ContinuousBackupsDescription: {
    PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: status, RecoveryPeriodInDays: days }
  }
})
const questions: ReadonlyArray<Question> = [
  {
    command: 'HeadBucket',
    input: owned,
    ask: ({ bucket }) => bucket.region(of),
    readAs: [[{ BucketRegion: 'eu-west-1' }, some('eu-west-1')]]
  },
  {
    command: 'ListObjectVersions',
    input: { ...owned, MaxKeys: 1 },
    ask: ({ bucket }) => bucket.isEmpty(of),
    readAs: [
      [{}, E.right(true)],
      [{ Versions: [], DeleteMarkers: [], IsTruncated: false }, E.right(true)],
      [{ Versions: [{}] }, E.right(false)],
      [{ DeleteMarkers: [{}] }, E.right(false)],
      [{ Versions: [{}], DeleteMarkers: [{}] }, E.right(false)],
      [{ IsTruncated: true }, E.right(false)]
    ]
  },
  {
    command: 'ListBuckets',
    input: { Prefix: 'a-bucket' },
    ask: ({ bucket }) => bucket.age(of),
    readAs: [
      [{}, none],
      [{ Buckets: [{ Name: 'a-bucket' }] }, none],
      [{ Buckets: [{ Name: 'a-bucket-2', CreationDate: new Date(0) }] }, none]
    ]
  },
  {
    command: 'DescribeContinuousBackups',
    input: { TableName: 'a-table' },
    ask: (ports) => ports.table.recovery(table),
    readAs: [
      [backups('ENABLED', 35), some({ days: 35 })],
      [backups('ENABLED'), some({ days: undefined })],
      [backups('DISABLED', 35), none]
    ]
  },
  {
    command: 'DescribeKey',
    input: { KeyId: 'alias/aws/dynamodb' },
    ask: (ports) => ports.table.managedKey,
    readAs: [[{ KeyMetadata: { Arn: 'an arn' } }, some('an arn')]]
  },
  {
    command: 'ListTagsOfResource',
    input: { ResourceArn: ARN },
    ask: (ports) => ports.table.tags(ARN),
    readAs: [
      [{ Tags: tagList }, E.right(tags)],
      [
        { Tags: [{ Key: 'aws:x', Value: '1' }, { Key: 'AWS:y' }, { Value: '2' }, { Key: 'k' }] },
        E.right({ 'aws:x': '1', 'AWS:y': '', k: '' })
      ]
    ]
  },
  {
    command: 'Scan',
    input: { TableName: 'a-table', Limit: 1, ConsistentRead: true },
    ask: (ports) => ports.table.isEmpty(table),
    readAs: [
      [{ Items: [] }, E.right(true)],
      [{ Items: [{}] }, E.right(false)]
    ]
  },
  {
    command: 'GetItem',
    input: {
      TableName: 'a-table',
      Key: { LockID: { S: LOCK } },
      ProjectionExpression: 'LockID, Info, Digest',
      ConsistentRead: true
    },
    ask: ({ lock }) => lock.read(LOCK),
    readAs: [
      [{}, none],
      [lockItem({ Info: 'who' }), some({ info: 'who', digest: undefined })],
      [lockItem({ Digest: 'md5' }), some({ info: undefined, digest: 'md5' })],
      [lockItem({}), some({ info: undefined, digest: undefined })],
      [lockItem({ Info: 'who', Digest: 'md5' }), some({ info: undefined, digest: undefined })]
    ]
  },
  {
    command: 'PutItem',
    input: {
      TableName: 'a-table',
      Item: { LockID: { S: LOCK }, Info: { S: 'who' } },
      ConditionExpression: 'attribute_not_exists(LockID)'
    },
    ask: ({ lock }) => lock.take(LOCK, 'who'),
    readAs: [[{}, E.right(true)]]
  },
  {
    command: 'DeleteItem',
    input: {
      TableName: 'a-table',
      Key: { LockID: { S: LOCK } },
      ConditionExpression: 'Info = :info',
      ExpressionAttributeValues: { ':info': { S: 'who' } }
    },
    ask: ({ lock }) => lock.release(LOCK, 'who'),
    readAs: [[{}, E.right(true)]]
  },
  {
    command: 'GetObject',
    input: { ...owned, Key: 'a-key' },
    ask: ({ state }) => state.read(),
    // The MD5 of "abc" is of RFC 1321, A.5.
    readAs: [
      [
        { Body: body('abc'), ContentLength: 3, VersionId: 'v1' },
        some({ text: 'abc', md5: '900150983cd24fb0d6963f7d28e17f72', versionId: 'v1' })
      ]
    ]
  }
]
for (const { command, input, ask, readAs } of questions)
  test(`${command} asks this, and every answer is read as what it says`, async () => {
    for (const [answer, result] of readAs) {
      const ports = portsOn({ [command]: answer })
      assert.equal(await ask(ports)(), result, JSON.stringify(answer))
      assert.equal(ports.asked, [[command, input]])
    }
  })

/** The service that knows a command, by the clients of the SDK. */
const serviceOf = (command: string): string =>
  `${command}Command` in S3 ? 'S3' : `${command}Command` in DDB ? 'DynamoDB' : 'KMS'

const asks = [
  { command: 'DescribeTable', ask: (ports: Ports) => ports.table.settings(table) },
  ...Object.entries(writes).map(([command, [ask]]) => ({ command, ask })),
  ...questions.map(({ command, ask }) => ({ command, ask }))
]
for (const { command, ask } of asks)
  test(`a refusal of ${command} is told by the service and the command, with the code of AWS`, async () => {
    const found = await ask(portsOn({ [command]: refusal('AnyCode', 400) }))()
    assert.ok(E.isLeft(found))
    assert.equal([found.left.call, found.left.code], [`${serviceOf(command)} ${command}`, 'AnyCode'])
  })

test('of two buckets whose names begin alike, only the named one has an age', async () => {
  const { bucket } = portsOn({
    ListBuckets: {
      Buckets: [
        { Name: 'a-bucket-2', CreationDate: new Date(0) },
        { Name: 'a-bucket', CreationDate: new Date(Date.now() - 1_000) }
      ]
    }
  })
  const age = await bucket.age(of)()
  const millis = E.isRight(age) && O.isSome(age.right) ? age.right.value : 0
  assert.ok(millis >= 1_000 && millis < 600_000, `${millis}`)
})

test.run()
