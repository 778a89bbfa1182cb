import * as DDB from '@aws-sdk/client-dynamodb'
import * as KMS from '@aws-sdk/client-kms'
import * as S3 from '@aws-sdk/client-s3'
import * as STS from '@aws-sdk/client-sts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { refusalsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'
import { tableIn } from '../../support/seed-bench.ts'

const test = suite('every read that the clients of AWS can send')

/** The operations that read, by the verbs that AWS gives them, from the names that each package exports. */
const readsOf = (client: object): ReadonlyArray<string> =>
  Object.keys(client).flatMap(
    (name) =>
      /^((?:Get|List|Describe|Head|Select|Scan|Query|Search|BatchGet|TransactGet)\w*)Command$/.exec(name)?.[1] ?? []
  )

const because = (reason: string, ...operations: ReadonlyArray<string>): ReadonlyArray<readonly [string, string]> =>
  operations.map((operation) => [operation, reason])

/** Why preflight does not send a read. Sources: the documents of each operation. */
const notAsked: Readonly<Record<string, ReadonlyArray<readonly [string, string]>>> = {
  S3: [
    ...because(
      'counts objects and names none',
      'GetBucketAnalyticsConfiguration',
      'GetBucketMetricsConfiguration',
      'ListBucketAnalyticsConfigurations',
      'ListBucketMetricsConfigurations'
    ),
    ...because(
      'one of a list that is asked',
      'GetBucketIntelligentTieringConfiguration',
      'GetBucketInventoryConfiguration'
    ),
    ...because('GetBucketMetadataConfiguration answers for it', 'GetBucketMetadataTableConfiguration'),
    ...because('HeadBucket says the region', 'GetBucketLocation'),
    ...because('GetBucketPolicy gives the policy itself', 'GetBucketPolicyStatus'),
    ...because('lists buckets of the account', 'ListBuckets', 'ListDirectoryBuckets'),
    ...because(
      'is about one object: the bucket owner owns each, and their access lists have no say (ownership is enforced)',
      'GetObjectAcl',
      'GetObjectAnnotation',
      'GetObjectAttributes',
      'GetObjectLegalHold',
      'GetObjectRetention',
      'GetObjectTagging',
      'GetObjectTorrent',
      'HeadObject',
      'ListObjectAnnotations',
      'ListObjectVersions',
      'ListObjects',
      'ListObjectsV2',
      'SelectObjectContent'
    ),
    ...because('is about uploads that store nothing until they end', 'ListMultipartUploads', 'ListParts')
  ],
  DynamoDB: [
    ...because('lists or limits of the account', 'DescribeLimits', 'DescribeEndpoints', 'ListTables'),
    ...because(
      'is about a copy that was made once, or a load that was: of the whole account, which the operator may not ask',
      'DescribeBackup',
      'DescribeBulkOperation',
      'DescribeExport',
      'DescribeImport',
      'ListBackups',
      'ListBulkOperations',
      'ListExports',
      'ListImports'
    ),
    ...because(
      'needs replicas or a stream, which DescribeTable says',
      'DescribeGlobalTable',
      'DescribeGlobalTableSettings',
      'DescribeTableReplicaAutoScaling',
      'ListGlobalTables'
    ),
    ...because('DescribeContributorInsights asks of the table', 'ListContributorInsights'),
    ...because('of an ARN that is known only after DescribeTable: the plan compares tags', 'ListTagsOfResource'),
    ...because(
      'reads items, of which GetItem asks those of this state',
      'BatchGetItem',
      'Query',
      'Scan',
      'SearchVectors',
      'TransactGetItems'
    )
  ],
  KMS: [
    ...because(
      'is about a key that AWS manages: AWS alone sets its policy, grants, rotation and tags',
      'GetKeyLastUsage',
      'GetKeyPolicy',
      'GetKeyRotationStatus',
      'ListGrants',
      'ListKeyPolicies',
      'ListKeyRotations',
      'ListResourceTags',
      'ListRetirableGrants'
    ),
    ...because('is of keys of another kind', 'DescribeCustomKeyStores', 'GetParametersForImport', 'GetPublicKey'),
    ...because('lists of the account', 'ListAliases', 'ListKeys')
  ],
  STS: because(
    'gives credentials, or is about a key: neither is about a bucket or a table',
    'GetAccessKeyInfo',
    'GetDelegatedAccessToken',
    'GetFederationToken',
    'GetSessionToken',
    'GetWebIdentityToken'
  )
}

const clients = { DynamoDB: DDB, KMS, S3, STS }

for (const [service, client] of Object.entries(clients))
  test(`${service}: each is sent by preflight, or stands in the table with its reason`, async () => {
    const double = await startHealthyDouble()
    try {
      assert.equal(refusalsIn(await runOnline(double)), [])
      const sent = new Set(double.calls().map(({ operation }) => operation))
      const reasons = (notAsked[service] ?? []).map(([operation]) => operation)
      assert.equal(
        readsOf(client)
          .filter((operation) => !sent.has(operation))
          .toSorted(),
        reasons.toSorted()
      )
    } finally {
      await double.stop()
    }
  })

type Field = { readonly another: unknown } | { readonly because: string }

/**
 * Another value of each field by which AWS describes a table, or why the field decides nothing. The compiler refuses
 * this table when a release of the client adds a field.
 */
const described: Readonly<Record<keyof DDB.TableDescription, Field>> = {
  ArchivalSummary: { because: 'TableStatus says that a table is archived' },
  AttributeDefinitions: { another: [{ AttributeName: 'Other', AttributeType: 'S' }] },
  BillingModeSummary: { another: { BillingMode: 'PROVISIONED' } },
  CreationDateTime: { because: 'when it was made' },
  DeletionProtectionEnabled: { another: false },
  DisassociationProtectionEnabled: { because: 'about a replica, and Replicas says whether there is one' },
  GlobalSecondaryIndexes: { another: [{ IndexName: 'other' }] },
  GlobalTableSettingsReplicationMode: { because: 'about replicas' },
  GlobalTableVersion: { because: 'about replicas, which need a stream in the old version' },
  GlobalTableWitnesses: { another: [{ RegionName: 'eu-west-1' }] },
  ItemCount: { because: 'a count' },
  KeySchema: { another: [{ AttributeName: 'Other', KeyType: 'HASH' }] },
  LatestStreamArn: { because: 'StreamSpecification says whether it is on' },
  LatestStreamLabel: { because: 'StreamSpecification says whether it is on' },
  LocalSecondaryIndexes: { another: [{ IndexName: 'other' }] },
  MultiRegionConsistency: { because: 'about replicas' },
  OnDemandThroughput: { another: { MaxReadRequestUnits: 1 } },
  ProvisionedThroughput: { because: 'BillingModeSummary says whether it counts' },
  Replicas: { another: [{ RegionName: 'eu-west-1' }] },
  RestoreSummary: { because: 'where it was made from, once' },
  SSEDescription: { another: { Status: 'DISABLED' } },
  StreamSpecification: { another: { StreamEnabled: true } },
  TableArn: { another: 'arn:aws:dynamodb:eu-central-1:999999999999:table/other' },
  TableClassSummary: { another: { TableClass: 'STANDARD_INFREQUENT_ACCESS' } },
  TableId: { because: 'the name that AWS gives' },
  TableName: { because: 'it was asked by this name' },
  TableSizeBytes: { because: 'a count' },
  TableStatus: { another: 'ARCHIVED' },
  VectorIndexes: { another: [{ IndexName: 'other' }] },
  WarmThroughput: { because: 'how much it can serve at once' }
}

for (const [name, field] of Object.entries(described))
  if ('another' in field)
    test(`a table with another ${name} is refused`, async () => {
      const double = await startHealthyDouble()
      try {
        const table = tableIn(double)
        if (table !== undefined) table.described = { ...table.described, [name]: field.another }
        assert.ok(refusalsIn(await runOnline(double, { names: ['identity', 'lock-table'] })).length > 0)
      } finally {
        await double.stop()
      }
    })

test.run()
