import * as DDB from '@aws-sdk/client-dynamodb'
import * as S3 from '@aws-sdk/client-s3'
import { readFileSync, readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('what S3 and DynamoDB can be asked')

/** Why a question that a client knows is not asked. It must say nothing of who may read, copy, change, end or lose what is stored. */
type Reason = string

const object: Reason = 'about one object, which preflight reads whole or not at all'
const counts: Reason = 'counts objects and names none; stands in the limits'
const once: Reason = 'a copy that was made once, and no setting; stands in the limits'
const account: Reason = 'about the account or the service, and not about this bucket or table'
const items: Reason = 'reads items; the lock, the digest and the probe are read one by one'

/** Every question of the S3 client that is not asked. */
const notAskedOfS3: Readonly<Record<string, Reason>> = {
  GetBucketAnalyticsConfiguration: counts,
  GetBucketIntelligentTieringConfiguration: 'one of those that are listed',
  GetBucketInventoryConfiguration: 'one of those that are listed',
  GetBucketLocation: 'HeadBucket names the region',
  GetBucketMetadataTableConfiguration: 'the earlier form of GetBucketMetadataConfiguration, which answers for both',
  GetBucketMetricsConfiguration: counts,
  GetBucketPolicyStatus: 'follows from the policy, which is compared; stands in the limits',
  GetObjectAcl: object,
  GetObjectAnnotation: object,
  GetObjectAttributes: object,
  GetObjectLegalHold: object,
  GetObjectRetention: object,
  GetObjectTagging: object,
  GetObjectTorrent: object,
  HeadObject: object,
  ListBucketAnalyticsConfigurations: counts,
  ListBucketMetricsConfigurations: counts,
  ListDirectoryBuckets: account,
  ListMultipartUploads: 'uploads that were never completed are nothing that is stored',
  ListObjectAnnotations: object,
  ListObjects: object,
  ListObjectsV2: object,
  ListParts: object
}

/** Every question of the DynamoDB client that is not asked. */
const notAskedOfDynamodb: Readonly<Record<string, Reason>> = {
  DescribeBackup: once,
  DescribeBulkOperation: once,
  DescribeEndpoints: account,
  DescribeExport: once,
  DescribeGlobalTable: 'of the earlier form of global tables, which need a stream; DescribeTable tells a stream',
  DescribeGlobalTableSettings:
    'of the earlier form of global tables, which need a stream; DescribeTable tells a stream',
  DescribeImport: 'how the table was filled once, which the empty table of seed was not',
  DescribeLimits: account,
  DescribeTableReplicaAutoScaling: 'about replicas, of which there is none',
  ListBackups: once,
  ListBulkOperations: once,
  ListContributorInsights: 'the same for the whole account',
  ListExports: once,
  ListGlobalTables: account,
  ListImports: account,
  ListTables: account,
  Query: items
}

/** The questions that a client knows. */
const questions = (client: object): ReadonlyArray<string> =>
  Object.keys(client).flatMap((name) => {
    const [, question] = /^((?:Describe|Get|Head|List|Query|Scan)[A-Za-z0-9]*)Command$/.exec(name) ?? []
    return question === undefined ? [] : [question]
  })

const folder = new URL('../../../src/outside/aws/', import.meta.url)
const adapters = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')

/** Every question that an adapter puts. */
const asked = [...adapters.matchAll(/new (?:[A-Z0-9]+\.)?([A-Za-z0-9]+)Command\(/g)].map(([, name = '']) => name)

for (const [service, client, notAsked] of [
  ['S3', S3, notAskedOfS3],
  ['DynamoDB', DDB, notAskedOfDynamodb]
] as const)
  test(`every question of ${service} is asked or has a reason why it is not, and none has both`, () => {
    const known = questions(client)
    assert.ok(known.length > 20, `${known.length} questions`)
    assert.equal(
      known.filter((name) => !asked.includes(name) && !(name in notAsked)),
      [],
      'neither'
    )
    assert.equal(
      Object.keys(notAsked).filter((name) => asked.includes(name) || !known.includes(name)),
      [],
      'a reason for a question that is asked or is not known'
    )
  })

const said = 'by another question'
const nothing = 'says nothing of who reads, changes or loses items'

/** Each part of a table as DescribeTable tells it: what judges it, or why nothing does. A new part is an error of the compiler. */
const parts: Readonly<Record<keyof DDB.TableDescription, string>> = {
  ArchivalSummary: 'table-active',
  AttributeDefinitions: 'table-key',
  BillingModeSummary: 'table-billing',
  CreationDateTime: nothing,
  DeletionProtectionEnabled: 'table-deletion-protection',
  DisassociationProtectionEnabled: 'of replicas, of which there is none',
  GlobalSecondaryIndexes: 'table-streams-and-indexes',
  GlobalTableSettingsReplicationMode: 'of replicas, of which there is none',
  GlobalTableVersion: 'of replicas, of which there is none',
  GlobalTableWitnesses: 'table-replicas',
  ItemCount: nothing,
  KeySchema: 'table-key',
  LatestStreamArn: 'the name of a stream that was turned off stays; one that is on is refused',
  LatestStreamLabel: 'the name of a stream that was turned off stays; one that is on is refused',
  LocalSecondaryIndexes: 'table-streams-and-indexes',
  MultiRegionConsistency: 'of replicas, of which there is none',
  OnDemandThroughput: 'table-throughput',
  ProvisionedThroughput: 'table-billing',
  Replicas: 'table-replicas',
  RestoreSummary: 'where it came from; its settings are judged all the same',
  SSEDescription: 'table-encryption',
  StreamSpecification: 'table-streams-and-indexes',
  TableArn: 'table-region',
  TableClassSummary: 'table-storage-class',
  TableId: nothing,
  TableName: said,
  TableSizeBytes: nothing,
  TableStatus: 'table-active',
  VectorIndexes: 'table-streams-and-indexes',
  WarmThroughput: 'AWS gives it to every table; it is no limit'
}

test('each part of a described table is judged by a rule that exists, or says why it is not', () => {
  const rules = readFileSync(new URL('../../../src/registry/preflight-rules.ts', import.meta.url), 'utf8')
  const missing = Object.values(parts).filter((text) => text.startsWith('table-') && !rules.includes(`'${text}':`))
  assert.equal(missing, [])
})

test.run()
