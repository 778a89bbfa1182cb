import { type Origin, answerOf } from '../diagnostics/origin.ts'
import type { Setting } from './setting.ts'

/** The calls of AWS whose answers say what a setting is. A test holds them to the calls that a run makes. */
const asked: Readonly<Record<'bucket' | 'table', Partial<Readonly<Record<Setting['name'], ReadonlyArray<string>>>>>> = {
  bucket: {
    ownership: ['S3 GetBucketOwnershipControls'],
    tags: ['S3 GetBucketTagging'],
    'public access': ['S3 GetPublicAccessBlock'],
    encryption: ['S3 GetBucketEncryption'],
    versioning: ['S3 GetBucketVersioning'],
    policy: ['S3 GetBucketPolicy'],
    'access list': ['S3 GetBucketAcl'],
    acceleration: ['S3 GetBucketAccelerateConfiguration'],
    'attribute-based access': ['S3 GetBucketAbac'],
    'cross-origin access': ['S3 GetBucketCors'],
    inventories: ['S3 ListBucketInventoryConfigurations'],
    lifecycle: ['S3 GetBucketLifecycleConfiguration'],
    logging: ['S3 GetBucketLogging'],
    'metadata tables': ['S3 GetBucketMetadataConfiguration'],
    notifications: ['S3 GetBucketNotificationConfiguration'],
    'object lock': ['S3 GetObjectLockConfiguration'],
    replication: ['S3 GetBucketReplication'],
    'request payment': ['S3 GetBucketRequestPayment'],
    tiering: ['S3 ListBucketIntelligentTieringConfigurations'],
    website: ['S3 GetBucketWebsite']
  },
  table: {
    tags: ['DynamoDB ListTagsOfResource'],
    recovery: ['DynamoDB DescribeContinuousBackups'],
    'encryption key': ['DynamoDB DescribeTable', 'KMS DescribeKey'],
    'contributor insights': ['DynamoDB DescribeContributorInsights'],
    expiry: ['DynamoDB DescribeTimeToLive'],
    'kinesis streams': ['DynamoDB DescribeKinesisStreamingDestination'],
    'resource policy': ['DynamoDB GetResourcePolicy']
  }
}

/** The calls that one setting was read from. DescribeTable says everything of a table that has no question of its own. */
export const settingOrigin = (thing: 'bucket' | 'table', name: Setting['name']): Origin =>
  answerOf(...(asked[thing][name] ?? ['DynamoDB DescribeTable']))
