import type { Answer, Call } from './call.ts'
import { dynamodbError, json } from './dynamodb-answer.ts'
import { managedKeyArn } from './kms.ts'
import { type ItemInput, onItem, readable } from './item.ts'
import type { Table, World } from './world.ts'

type Input = ItemInput & {
  readonly TableName?: string
  readonly ResourceArn?: string
  readonly KeySchema?: ReadonlyArray<{ readonly AttributeName: string; readonly KeyType: string }>
  readonly AttributeDefinitions?: ReadonlyArray<{ readonly AttributeName: string; readonly AttributeType: string }>
  readonly Limit?: number
  readonly BillingMode?: string
  readonly DeletionProtectionEnabled?: boolean
  readonly SSESpecification?: { readonly Enabled?: boolean }
  readonly TableClass?: string
  readonly ContributorInsightsAction?: string
  readonly OnDemandThroughput?: Readonly<Record<string, number>>
  readonly Tags?: ReadonlyArray<{ readonly Key: string; readonly Value: string }>
  readonly PointInTimeRecoverySpecification?: {
    readonly PointInTimeRecoveryEnabled?: boolean
    readonly RecoveryPeriodInDays?: number
  }
}

const arnOf = (name: string, { account, region }: Table): string =>
  `arn:aws:dynamodb:${region}:${account}:table/${name}`

const described = (name: string, table: Table): unknown => ({
  TableName: name,
  TableArn: arnOf(name, table),
  TableStatus: table.status,
  KeySchema: [{ AttributeName: table.hashKey, KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: table.hashKey, AttributeType: 'S' }],
  ...(table.billing === 'PROVISIONED' ? {} : { BillingModeSummary: { BillingMode: table.billing } }),
  DeletionProtectionEnabled: table.isProtected,
  ...(table.encryption === undefined
    ? {}
    : {
        SSEDescription: {
          Status: table.status === 'CREATING' ? 'ENABLING' : table.encryption,
          SSEType: 'KMS',
          KMSMasterKeyArn: table.encryptionKey ?? managedKeyArn(table.account, table.region)
        }
      }),
  ...(table.witnesses === undefined
    ? {}
    : { GlobalTableWitnesses: table.witnesses.map((RegionName) => ({ RegionName, WitnessStatus: 'ACTIVE' })) }),
  ...(table.replicas.length === 0 ? {} : { Replicas: table.replicas.map((RegionName) => ({ RegionName })) }),
  ...table.described,
  ...(table.hasStream ? { StreamSpecification: { StreamEnabled: true } } : {}),
  ItemCount: 0
})

const create = (world: World, call: Call, account: string, input: Input): Answer => {
  const name = input.TableName ?? ''
  if (world.tables.has(name)) return dynamodbError('ResourceInUseException', `Table already exists: ${name}`)
  const [key, ...others] = input.KeySchema ?? []
  const [attribute, ...more] = input.AttributeDefinitions ?? []
  if (key?.KeyType !== 'HASH' || key.AttributeName !== attribute?.AttributeName || others.length + more.length > 0)
    return dynamodbError('ValidationException', 'Invalid KeySchema: one HASH key, and its attribute defined')
  if (attribute.AttributeType !== 'S') return dynamodbError('NotHonoured', `AttributeType ${attribute.AttributeType}`)
  const table: Table = {
    account,
    region: call.region,
    status: world.asksUntilActive > 0 ? 'CREATING' : 'ACTIVE',
    hashKey: key.AttributeName,
    billing: input.BillingMode ?? 'PROVISIONED',
    isProtected: input.DeletionProtectionEnabled === true,
    ...(input.SSESpecification?.Enabled === true ? { encryption: 'ENABLED' } : {}),
    replicas: [],
    hasStream: false,
    tags: Object.fromEntries((input.Tags ?? []).map(({ Key, Value }) => [Key, Value])),
    items: [],
    asksUntilActive: world.asksUntilActive,
    asksUntilBackups: world.asksUntilBackups
  }
  world.tables.set(name, table)
  return json(200, { TableDescription: described(name, table) })
}

/** UpdateTable as far as a remedy uses it. */
const updated = (table: Table, input: Input): void => {
  if (input.DeletionProtectionEnabled !== undefined) table.isProtected = input.DeletionProtectionEnabled
  if (input.SSESpecification?.Enabled === true) {
    table.encryption = 'ENABLED'
    delete table.encryptionKey
  }
  if (input.BillingMode !== undefined) table.billing = input.BillingMode
  if (input.TableClass !== undefined)
    table.described = { ...table.described, TableClassSummary: { TableClass: input.TableClass } }
  if (input.OnDemandThroughput !== undefined)
    table.described = { ...table.described, OnDemandThroughput: input.OnDemandThroughput }
}

/** Source: Amazon DynamoDB API Reference, DeleteTable and "Using deletion protection". */
const deleted = (table: Table): Answer => {
  if (table.isProtected)
    return dynamodbError(
      'ValidationException',
      'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.'
    )
  table.status = 'DELETING'
  table.asksUntilGone ??= 1
  return json(200, { TableDescription: { TableStatus: 'DELETING' } })
}

const onTable = (table: Table, name: string, operation: string, input: Input): Answer => {
  switch (operation) {
    case 'DescribeTable':
      if (table.status === 'CREATING' && table.asksUntilActive-- <= 0) table.status = 'ACTIVE'
      return json(200, { Table: described(name, table) })
    case 'DeleteTable':
      return deleted(table)
    case 'DeleteResourcePolicy':
      delete table.said?.['GetResourcePolicy']
      return json(200, {})
    case 'UpdateContributorInsights':
      if (input.ContributorInsightsAction !== 'DISABLE')
        return dynamodbError('NotHonoured', `${input.ContributorInsightsAction}`)
      delete table.said?.['DescribeContributorInsights']
      return json(200, {})
    case 'DescribeContributorInsights':
      return json(200, table.said?.[operation] ?? { TableName: name, ContributorInsightsStatus: 'DISABLED' })
    case 'DescribeKinesisStreamingDestination':
      return json(200, table.said?.[operation] ?? { TableName: name, KinesisDataStreamDestinations: [] })
    case 'GetResourcePolicy':
      return table.said?.[operation] === undefined
        ? dynamodbError('PolicyNotFoundException', 'Resource-based policy not found')
        : json(200, table.said[operation])
    case 'DescribeTimeToLive':
      return json(200, { TimeToLiveDescription: { TimeToLiveStatus: table.expiry ?? 'DISABLED' } })
    case 'ListTagsOfResource':
      return json(200, { Tags: Object.entries(table.tags).map(([Key, Value]) => ({ Key, Value })) })
    case 'DescribeContinuousBackups':
      return json(200, {
        ContinuousBackupsDescription: {
          ContinuousBackupsStatus: 'ENABLED',
          PointInTimeRecoveryDescription:
            table.recoveryDays === undefined
              ? { PointInTimeRecoveryStatus: 'DISABLED' }
              : { PointInTimeRecoveryStatus: 'ENABLED', RecoveryPeriodInDays: table.recoveryDays }
        }
      })
    case 'UpdateTable':
      updated(table, input)
      return json(200, { TableDescription: described(name, table) })
    case 'UpdateContinuousBackups':
      if (table.status !== 'ACTIVE' || table.asksUntilBackups-- > 0)
        return dynamodbError('ContinuousBackupsUnavailableException')
      if (input.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === true)
        table.recoveryDays = input.PointInTimeRecoverySpecification.RecoveryPeriodInDays ?? 35
      else delete table.recoveryDays
      return json(200, { ContinuousBackupsDescription: { ContinuousBackupsStatus: 'ENABLED' } })
    case 'Scan': {
      const most = input.Limit ?? table.items.length
      if (most < 1) return dynamodbError('ValidationException', 'Limit must be greater than or equal to 1')
      const Items = readable(table, input).slice(0, most)
      return json(200, { Items, Count: Items.length, ScannedCount: Items.length })
    }
    default:
      return onItem(table, operation, input) ?? dynamodbError('UnknownOperationException', operation)
  }
}

/** What happened to a table since it was asked before: it is gone, or the key that it is encrypted with came back or went. */
const pass = ({ tables, keys }: World, name: string, operation: string): void => {
  const table = tables.get(name)
  if (table === undefined || operation !== 'DescribeTable') return
  const key = keys.get(table.encryptionKey ?? '')
  if (key !== undefined) table.status = key === 'Enabled' ? 'ACTIVE' : 'INACCESSIBLE_ENCRYPTION_CREDENTIALS'
  if (table.status === 'DELETING' && table.asksUntilGone !== undefined) table.asksUntilGone -= 1
  if (table.asksUntilGone !== undefined && table.asksUntilGone < 0) tables.delete(name)
}

/** DynamoDB as far as seed and preflight ask it: JSON 1.0, tables by account and region, becoming active after some asking. */
export const dynamodb = (world: World, call: Call, account: string): Answer => {
  const input = JSON.parse(call.body) as Input
  if (call.operation === 'CreateTable') return create(world, call, account, input)
  const name = input.TableName ?? input.ResourceArn?.split('/').at(-1) ?? ''
  pass(world, name, call.operation)
  const table = world.tables.get(name)
  if (table === undefined || table.account !== account || table.region !== call.region)
    return dynamodbError(
      call.operation.includes('ContinuousBackups') ? 'TableNotFoundException' : 'ResourceNotFoundException',
      `Requested resource not found: Table: ${name} not found`
    )
  return onTable(table, name, call.operation, input)
}
