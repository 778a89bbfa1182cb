import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { TableName } from '../../../src/declaration/names.ts'
import type { TableSettings, UndeclaredOfTable } from '../../../src/outside/aws/table.port.ts'
import { portsOn, refusal } from '../../support/noting-ports.ts'

const test = suite('each setting of a table as AWS tells it')

const table = 'a-table' as TableName
const ARN = 'arn:aws:dynamodb:eu-central-1:111122223333:table/a-table'

/** The least that AWS says of a table. Source: Amazon DynamoDB API Reference, TableDescription. */
const least = {
  TableArn: ARN,
  TableStatus: 'ACTIVE',
  KeySchema: [{ AttributeName: 'LockID', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'LockID', AttributeType: 'S' }]
}
const plain: TableSettings = {
  arn: ARN,
  status: 'ACTIVE',
  keys: ['LockID HASH'],
  attributes: ['LockID S'],
  billing: 'PROVISIONED',
  isProtected: false,
  encryption: O.none,
  encryptionKey: O.none,
  replicas: [],
  hasStreamOrIndex: false,
  tableClass: 'STANDARD',
  limits: []
}

const described = async (Table: object): Promise<unknown> => {
  const found = await portsOn({ DescribeTable: { Table } }).table.settings(table)()
  return E.isRight(found) ? (O.isSome(found.right) ? found.right.value : 'none') : found.left.message
}

/** What AWS says beside the least, and which settings it makes. */
const more: ReadonlyArray<readonly [said: object, settings: Partial<TableSettings>]> = [
  [{}, {}],
  [{ BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } }, { billing: 'PAY_PER_REQUEST' }],
  [{ DeletionProtectionEnabled: true }, { isProtected: true }],
  [{ DeletionProtectionEnabled: false }, {}],
  [
    { SSEDescription: { Status: 'ENABLED', KMSMasterKeyArn: 'k' } },
    { encryption: O.some('ENABLED'), encryptionKey: O.some('k') }
  ],
  [{ Replicas: [{ RegionName: 'eu-west-1' }, {}] }, { replicas: ['eu-west-1', 'an unnamed region'] }],
  [
    { GlobalTableWitnesses: [{ RegionName: 'eu-west-1' }, {}] },
    { replicas: ['a witness in eu-west-1', 'a witness in an unnamed region'] }
  ],
  [{ StreamSpecification: { StreamEnabled: true } }, { hasStreamOrIndex: true }],
  [{ StreamSpecification: { StreamEnabled: false } }, {}],
  [{ GlobalSecondaryIndexes: [{}] }, { hasStreamOrIndex: true }],
  [{ LocalSecondaryIndexes: [{}] }, { hasStreamOrIndex: true }],
  [{ VectorIndexes: [{}] }, { hasStreamOrIndex: true }],
  [{ GlobalSecondaryIndexes: [], LocalSecondaryIndexes: [], VectorIndexes: [] }, {}],
  [{ TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' } }, { tableClass: 'STANDARD_INFREQUENT_ACCESS' }],
  [
    { OnDemandThroughput: { MaxReadRequestUnits: 1, MaxWriteRequestUnits: 0 } },
    { limits: ['MaxReadRequestUnits 1', 'MaxWriteRequestUnits 0'] }
  ],
  [{ OnDemandThroughput: { MaxReadRequestUnits: -1, MaxWriteRequestUnits: undefined } }, {}]
]
for (const [said, settings] of more)
  test(`${JSON.stringify(said)} is read as ${JSON.stringify(settings)}`, async () => {
    assert.equal(await described({ ...least, ...said }), { ...plain, ...settings })
  })

test('a table without one of the things that every table has is not an answer', async () => {
  for (const name of Object.keys(least))
    assert.is(await described({ ...least, [name]: undefined }), `the answer has no ${name}`)
})

test('a table is asked for by its name', async () => {
  const { asked, table: reader } = portsOn({})
  await reader.settings(table)()
  assert.equal(asked, [['DescribeTable', { TableName: 'a-table' }]])
})

type Read = readonly [answer: object, readAs: string]
const named = { TableName: 'a-table' }
const streams = (...states: ReadonlyArray<string>) => ({
  TableName: 'a-table',
  KinesisDataStreamDestinations: states.map((DestinationStatus) => ({ DestinationStatus }))
})

/** Each setting that no stack declares: its question, and what each answer is read as. */
const undeclared: Readonly<Record<UndeclaredOfTable, readonly [command: string, input: object, ReadonlyArray<Read>]>> =
  {
    'contributor insights': [
      'DescribeContributorInsights',
      named,
      [
        [{ ContributorInsightsStatus: 'DISABLED' }, 'DISABLED'],
        [{}, 'the answer has no ContributorInsightsStatus']
      ]
    ],
    expiry: [
      'DescribeTimeToLive',
      named,
      [
        [{ TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED' } }, 'ENABLED'],
        [{}, 'the answer has no TimeToLiveStatus']
      ]
    ],
    'kinesis streams': [
      'DescribeKinesisStreamingDestination',
      named,
      [
        [{ TableName: 'a-table' }, 'none'],
        [streams('DISABLED'), 'none'],
        [streams('DISABLED', 'ACTIVE', 'ENABLING'), '2, each copies every item'],
        [{}, 'the answer has no TableName']
      ]
    ],
    'resource policy': [
      'GetResourcePolicy',
      { ResourceArn: ARN },
      [
        [refusal('PolicyNotFoundException', 400), 'none'],
        [{ Policy: '' }, 'none'],
        [{ Policy: '{}' }, 'a policy of its own'],
        [{}, 'the answer has no Policy']
      ]
    ]
  }
for (const [name, [command, input, reads]] of Object.entries(undeclared))
  test(`${command} is asked and read as ${name}, which no stack declares`, async () => {
    for (const [answer, readAs] of reads) {
      const { asked, table: reader } = portsOn({ [command]: answer })
      const found = await reader.undeclared({ name: table, arn: ARN })[name as UndeclaredOfTable]()
      assert.is(E.isRight(found) ? found.right : found.left.message, readAs, JSON.stringify(answer))
      assert.equal(asked, [[command, input]])
    }
    const refused = portsOn({ [command]: refusal('NoSuchThing', 400) })
    const found = await refused.table.undeclared({ name: table, arn: ARN })[name as UndeclaredOfTable]()
    assert.equal(E.isLeft(found) && [found.left.call, found.left.code], [`DynamoDB ${command}`, 'NoSuchThing'])
  })

test.run()
