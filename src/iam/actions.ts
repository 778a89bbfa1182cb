import { ordered } from './document.ts'

/**
 * The actions that this phase's roles need, by what they are for. They were measured: the end-to-end test records every
 * call of a plan and an apply and fails where one is missing here or stands here without a call or a reason.
 * `s3:ListBucket` also answers HeadBucket and lets a missing state object be told from a forbidden one.
 */
export const readBucket = [
  's3:GetAccelerateConfiguration',
  's3:GetBucketAcl',
  's3:GetBucketCORS',
  's3:GetBucketLogging',
  's3:GetBucketObjectLockConfiguration',
  's3:GetBucketOwnershipControls',
  's3:GetBucketPolicy',
  's3:GetBucketPublicAccessBlock',
  's3:GetBucketRequestPayment',
  's3:GetBucketTagging',
  's3:GetBucketVersioning',
  's3:GetBucketWebsite',
  's3:GetEncryptionConfiguration',
  's3:GetLifecycleConfiguration',
  's3:GetReplicationConfiguration',
  's3:ListBucket'
] as const

/**
 * What preflight asks about the bucket and no plan does. The questions are whether anything else lets a principal in, tells of
 * what is stored, or moves it. Metadata tables and inventories are lists of objects in another bucket.
 */
export const askBucket = [
  's3:GetBucketAbac',
  's3:GetBucketMetadataTableConfiguration',
  's3:GetBucketNotification',
  's3:GetIntelligentTieringConfiguration',
  's3:GetInventoryConfiguration'
] as const

export const readTable = [
  'dynamodb:DescribeContinuousBackups',
  'dynamodb:DescribeTable',
  'dynamodb:DescribeTimeToLive',
  'dynamodb:ListTagsOfResource'
] as const

/** The same about the table: who else may read its items, and what copies or shows them. */
export const askTable = [
  'dynamodb:DescribeContributorInsights',
  'dynamodb:DescribeKinesisStreamingDestination',
  'dynamodb:GetResourcePolicy'
] as const

/**
 * The provider asks which key `alias/aws/dynamodb` stands for. The answer tells the AWS managed key of an encrypted table from
 * a customer's. The key's id is AWS's to choose, so the alias narrows it: see `shared-statements.ts`.
 */
export const readKey = ['kms:DescribeKey'] as const

export const readRoles = [
  'iam:GetRole',
  'iam:GetRolePolicy',
  'iam:ListAttachedRolePolicies',
  'iam:ListRolePolicies'
] as const

export const readBoundary = ['iam:GetPolicy', 'iam:GetPolicyVersion'] as const

/** What an operator may change: tags of bucket and table, and the window of point-in-time recovery. */
export const changeBucket = ['s3:PutBucketTagging'] as const

export const changeTable = [
  'dynamodb:TagResource',
  'dynamodb:UntagResource',
  'dynamodb:UpdateContinuousBackups'
] as const

export const readState = ['s3:GetObject'] as const

export const writeState = ['s3:PutObject'] as const

/** Items of the lock table: always narrowed to the ids of one state. */
export const lockItems = ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem'] as const

/** The actions that have a region, for the region condition of the boundary. IAM and the key's metadata stand apart. */
export const regional = ordered([
  ...readBucket,
  ...askBucket,
  ...changeBucket,
  ...readState,
  ...writeState,
  ...readTable,
  ...askTable,
  ...changeTable,
  ...lockItems
])

/** What IAM answers, which has no region. */
export const readIam = ordered([...readRoles, ...readBoundary])

/** Everything that any role of this phase may do. The operator does the most of all roles, and the boundary caps that. */
export const everyAction = ordered([...regional, ...readKey, ...readIam])
