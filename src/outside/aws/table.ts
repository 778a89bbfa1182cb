import * as DDB from '@aws-sdk/client-dynamodb'
import * as KMS from '@aws-sdk/client-kms'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { TableMaker, TableReader, TableSettings } from './table.port.ts'
import { type Calling, awsCall, given, ignoring, tagList, tagRecord } from './call.ts'
import { NotAnAnswer } from './classify.ts'
import type { Clients } from './clients.ts'
import { undeclaredOfTable } from './table-undeclared.ts'

/** What takes a limit of requests away again. Source: Amazon DynamoDB, OnDemandThroughput. */
const UNLIMITED = -1

/** A table has 50 tags at most. Source: Amazon DynamoDB, "Tagging restrictions". */
const MOST_PAGES = 50

const settingsOf = (table: DDB.TableDescription): TableSettings => ({
  arn: given(table.TableArn, 'TableArn'),
  status: given(table.TableStatus, 'TableStatus'),
  keys: given(table.KeySchema, 'KeySchema').map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`),
  attributes: given(table.AttributeDefinitions, 'AttributeDefinitions').map(
    ({ AttributeName, AttributeType }) => `${AttributeName} ${AttributeType}`
  ),
  billing: table.BillingModeSummary?.BillingMode ?? 'PROVISIONED',
  isProtected: table.DeletionProtectionEnabled === true,
  encryption: O.fromNullable(table.SSEDescription?.Status),
  encryptionKey: O.fromNullable(table.SSEDescription?.KMSMasterKeyArn),
  replicas: [
    ...(table.Replicas ?? []).map(({ RegionName }) => RegionName ?? 'an unnamed region'),
    ...(table.GlobalTableWitnesses ?? []).map(({ RegionName }) => `a witness in ${RegionName ?? 'an unnamed region'}`)
  ],
  hasStreamOrIndex:
    table.StreamSpecification?.StreamEnabled === true ||
    [table.GlobalSecondaryIndexes, table.LocalSecondaryIndexes, table.VectorIndexes].flatMap((list) => list ?? [])
      .length > 0,
  tableClass: table.TableClassSummary?.TableClass ?? 'STANDARD',
  limits: Object.entries<number | undefined>({ ...table.OnDemandThroughput }).flatMap(([name, value]) =>
    value === undefined || value === UNLIMITED ? [] : [`${name} ${value}`]
  )
})

/** Reads a table through DynamoDB. */
export const tableReader = ({ dynamodb, kms }: Clients, calling: Calling): TableReader => {
  const call = awsCall(calling)
  return {
    settings: (name) =>
      pipe(
        call('DynamoDB DescribeTable', async (abortSignal) => {
          const { Table } = await dynamodb.send(new DDB.DescribeTableCommand({ TableName: name }), { abortSignal })
          return O.some(settingsOf(given(Table, 'Table')))
        }),
        TE.orElse((failure) =>
          failure.code === 'ResourceNotFoundException'
            ? TE.right<typeof failure, O.Option<TableSettings>>(O.none)
            : TE.left(failure)
        )
      ),
    recovery: (name) =>
      call('DynamoDB DescribeContinuousBackups', async (abortSignal) => {
        const { ContinuousBackupsDescription } = await dynamodb.send(
          new DDB.DescribeContinuousBackupsCommand({ TableName: name }),
          { abortSignal }
        )
        const found = given(
          ContinuousBackupsDescription?.PointInTimeRecoveryDescription,
          'PointInTimeRecoveryDescription'
        )
        return given(found.PointInTimeRecoveryStatus, 'PointInTimeRecoveryStatus') === 'ENABLED'
          ? O.some({ days: found.RecoveryPeriodInDays })
          : O.none
      }),
    undeclared: undeclaredOfTable(dynamodb, calling),
    managedKey: pipe(
      call('KMS DescribeKey', async (abortSignal) => {
        const { KeyMetadata } = await kms.send(new KMS.DescribeKeyCommand({ KeyId: 'alias/aws/dynamodb' }), {
          abortSignal
        })
        return O.some(given(KeyMetadata?.Arn, 'Arn'))
      }),
      TE.orElse((failure) =>
        failure.code === 'NotFoundException' ? TE.right<typeof failure, O.Option<string>>(O.none) : TE.left(failure)
      )
    ),
    tags: (arn) =>
      call('DynamoDB ListTagsOfResource', async (abortSignal) => {
        const all: Array<DDB.Tag> = []
        let NextToken: string | undefined
        for (let page = 1; page === 1 || NextToken !== undefined; page += 1) {
          if (page > MOST_PAGES) throw new NotAnAnswer(`more than ${MOST_PAGES} pages of tags`)
          const asked = new DDB.ListTagsOfResourceCommand({
            ResourceArn: arn,
            ...(NextToken !== undefined && { NextToken })
          })
          const answer: DDB.ListTagsOfResourceCommandOutput = await dynamodb.send(asked, { abortSignal })
          all.push(...given(answer.Tags, 'Tags'))
          NextToken = answer.NextToken
        }
        return tagRecord(all)
      }),
    isEmpty: (name) =>
      call('DynamoDB Scan', async (abortSignal) => {
        const { Items, LastEvaluatedKey } = await dynamodb.send(
          new DDB.ScanCommand({ TableName: name, Limit: 1, ConsistentRead: true }),
          { abortSignal }
        )
        return given(Items, 'Items').length === 0 && LastEvaluatedKey === undefined
      })
  }
}

/** Makes a table through DynamoDB. */
export const tableMaker = ({ dynamodb }: Clients, calling: Calling): TableMaker => {
  const call = awsCall(calling)
  return {
    create: ({ name, hashKey, billing, tags }) =>
      ignoring(
        call('DynamoDB CreateTable', (abortSignal) =>
          dynamodb.send(
            new DDB.CreateTableCommand({
              TableName: name,
              KeySchema: [{ AttributeName: hashKey, KeyType: 'HASH' }],
              AttributeDefinitions: [{ AttributeName: hashKey, AttributeType: 'S' }],
              BillingMode: billing,
              SSESpecification: { Enabled: true },
              DeletionProtectionEnabled: true,
              Tags: tagList(tags)
            }),
            { abortSignal }
          )
        )
      ),
    keepHistory: (name, days) =>
      ignoring(
        call('DynamoDB UpdateContinuousBackups', (abortSignal) =>
          dynamodb.send(
            new DDB.UpdateContinuousBackupsCommand({
              TableName: name,
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: days }
            }),
            { abortSignal }
          )
        )
      )
  }
}
