import { crc32 } from 'node:zlib'
import type { Answer, Call } from './call.ts'
import { dynamodbError } from './dynamodb-answer.ts'
import { s3Error } from './xml.ts'

const owner = 'x-amz-expected-bucket-owner'
const tags = ['Tagging', 'TagSet', 'Tag', 'Key', 'Value']

/** What a request to S3 may ask beside its sub-resource: query parameters, headers of S3, elements of its body. */
const s3: Readonly<Record<string, ReadonlyArray<string>>> = {
  ListBuckets: ['prefix'],
  ListObjectVersions: ['encoding-type', 'max-keys', 'prefix', owner],
  ListObjectsV2: ['list-type', 'encoding-type', 'max-keys', owner],
  GetObject: [owner],
  PutObject: [owner, 'x-amz-copy-source', 'x-amz-server-side-encryption'],
  CreateBucket: [
    ...['x-amz-object-ownership', 'CreateBucketConfiguration', 'LocationConstraint'],
    ...['Tags', 'Tag', 'Key', 'Value']
  ],
  PutBucketTagging: [owner, ...tags],
  PutPublicAccessBlock: [
    ...[owner, 'PublicAccessBlockConfiguration', 'BlockPublicAcls', 'IgnorePublicAcls'],
    ...['BlockPublicPolicy', 'RestrictPublicBuckets']
  ],
  PutBucketEncryption: [
    ...[owner, 'ServerSideEncryptionConfiguration', 'Rule', 'ApplyServerSideEncryptionByDefault', 'SSEAlgorithm'],
    'BucketKeyEnabled'
  ],
  PutBucketVersioning: [owner, 'VersioningConfiguration', 'Status'],
  PutBucketOwnershipControls: [owner, 'OwnershipControls', 'Rule', 'ObjectOwnership'],
  PutBucketAccelerateConfiguration: [owner, 'AccelerateConfiguration', 'Status'],
  PutBucketAbac: [owner, 'AbacStatus', 'Status'],
  PutBucketLogging: [owner, 'BucketLoggingStatus'],
  PutBucketNotificationConfiguration: [owner, 'NotificationConfiguration'],
  PutBucketRequestPayment: [owner, 'RequestPaymentConfiguration', 'Payer']
}

const table = ['TableName']
const condition = ['ConditionExpression', 'ExpressionAttributeValues']

/** What a request to DynamoDB may ask, at its first level. */
const dynamodb: Readonly<Record<string, ReadonlyArray<string>>> = {
  CreateTable: [
    ...['TableName', 'KeySchema', 'AttributeDefinitions', 'BillingMode', 'SSESpecification'],
    ...['DeletionProtectionEnabled', 'Tags']
  ],
  UpdateTable: [
    ...[...table, 'DeletionProtectionEnabled', 'SSESpecification', 'BillingMode'],
    ...['TableClass', 'OnDemandThroughput']
  ],
  UpdateContributorInsights: [...table, 'ContributorInsightsAction'],
  DeleteResourcePolicy: ['ResourceArn'],
  UpdateContinuousBackups: [...table, 'PointInTimeRecoverySpecification'],
  Scan: [...table, 'Limit', 'ConsistentRead'],
  GetItem: [...table, 'Key', 'ConsistentRead', 'ProjectionExpression'],
  PutItem: [...table, 'Item', ...condition],
  DeleteItem: [...table, 'Key', ...condition],
  ListTagsOfResource: ['ResourceArn'],
  GetResourcePolicy: ['ResourceArn']
}

/** Headers of the transport, which say nothing about what is asked. */
const transport = /^x-amz-(?:date|content-sha256|security-token|user-agent|target|(?:sdk-)?checksum-.*)$/

const askedOfS3 = ({ query, headers, body, operation }: Call): ReadonlyArray<string> => [
  ...Object.entries(query).flatMap(([name, value]) => (value === '' || name === 'x-id' ? [] : [name])),
  ...Object.keys(headers).filter((name) => name.startsWith('x-amz-') && !transport.test(name)),
  ...(operation === 'PutBucketPolicy' ? [] : [...body.matchAll(/<([A-Za-z]+)/g)].map(([, name = '']) => name))
]

/** The checksum that a client sends with a body is the body's. Source: Amazon S3 User Guide, "Checking object integrity". */
const isWhole = ({ headers, body }: Call): boolean => {
  const told = headers['x-amz-checksum-crc32']
  if (told === undefined) return true
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return sum.toString('base64') === told
}

/**
 * The refusal of a request that asks for something that the double does not look at; undefined where it looks at all of it.
 * AWS would do what is asked, so a double that passed over it would let a wrong request pass.
 */
export const notHonoured = (call: Call): Answer | undefined => {
  if (call.service === 's3') {
    if (!isWhole(call)) return s3Error(400, 'BadDigest')
    const other = askedOfS3(call).find((name) => !(s3[call.operation] ?? [owner]).includes(name))
    return other === undefined ? undefined : s3Error(501, 'NotHonoured', `${call.operation} with ${other}`)
  }
  if (call.service !== 'dynamodb') return undefined
  const asked = Object.keys(JSON.parse(call.body) as object)
  const other = asked.find((name) => !(dynamodb[call.operation] ?? table).includes(name))
  return other === undefined ? undefined : dynamodbError('NotHonoured', `${call.operation} with ${other}`)
}
