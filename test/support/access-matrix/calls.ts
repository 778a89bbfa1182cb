/**
 * The actions that the requirement speaks of, by what they do. Measured: what OpenTofu 1.12 and the AWS provider 5.100.0
 * were seen to call in init, plan and apply, under the name that IAM has for it (HeadBucket and ListObjectsV2 are
 * `s3:ListBucket`). Source: Service Authorization Reference.
 */
export const planReadsBucket = [
  's3:ListBucket',
  's3:GetBucketVersioning',
  's3:GetEncryptionConfiguration',
  's3:GetBucketPolicy',
  's3:GetBucketAcl',
  's3:GetBucketCORS',
  's3:GetBucketWebsite',
  's3:GetAccelerateConfiguration',
  's3:GetBucketRequestPayment',
  's3:GetBucketLogging',
  's3:GetLifecycleConfiguration',
  's3:GetReplicationConfiguration',
  's3:GetBucketObjectLockConfiguration',
  's3:GetBucketTagging',
  's3:GetBucketOwnershipControls',
  's3:GetBucketPublicAccessBlock'
]

/** What preflight was seen to ask beside them: the settings that no stack declares. */
export const preflightAsksBucket = [
  's3:GetBucketAbac',
  's3:GetBucketMetadataTableConfiguration',
  's3:GetBucketNotification',
  's3:GetIntelligentTieringConfiguration',
  's3:GetInventoryConfiguration'
]

export const preflightAsksTable = [
  'dynamodb:DescribeContributorInsights',
  'dynamodb:DescribeKinesisStreamingDestination',
  'dynamodb:GetResourcePolicy'
]

export const planReadsTable = [
  'dynamodb:DescribeTable',
  'dynamodb:DescribeContinuousBackups',
  'dynamodb:DescribeTimeToLive',
  'dynamodb:ListTagsOfResource'
]

export const applySetsTable = ['dynamodb:TagResource', 'dynamodb:UntagResource', 'dynamodb:UpdateContinuousBackups']

export const planReadsRoles = [
  'iam:GetRole',
  'iam:GetRolePolicy',
  'iam:ListRolePolicies',
  'iam:ListAttachedRolePolicies'
]

export const planReadsBoundary = ['iam:GetPolicy', 'iam:GetPolicyVersion']

export const lockItems = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem']

/** The calls that name items as well, and that nothing here makes. */
export const otherItemCalls = [
  'dynamodb:BatchGetItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLDelete',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLSelect',
  'dynamodb:PartiQLUpdate',
  'dynamodb:Query',
  'dynamodb:UpdateItem'
]

/** What would destroy history or let it be destroyed later. */
export const bucketHistory = [
  's3:DeleteBucket',
  's3:PutBucketVersioning',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration'
]

export const objectHistory = ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:ReplicateDelete', 's3:ReplicateObject']

/** Who may do what with the bucket, and what protects it. */
export const bucketPolicy = [
  's3:PutBucketPolicy',
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketOwnershipControls',
  's3:PutBucketPublicAccessBlock',
  's3:PutEncryptionConfiguration'
]

/** The other writes of a bucket, and the reads that neither a plan nor preflight makes. */
export const bucketOthers = [
  's3:PutAccelerateConfiguration',
  's3:PutAnalyticsConfiguration',
  's3:PutBucketCORS',
  's3:PutBucketLogging',
  's3:PutBucketNotification',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketRequestPayment',
  's3:PutBucketWebsite',
  's3:DeleteBucketWebsite',
  's3:PutIntelligentTieringConfiguration',
  's3:PutInventoryConfiguration',
  's3:PutMetricsConfiguration',
  's3:GetAnalyticsConfiguration',
  's3:GetBucketPolicyStatus',
  's3:GetMetricsConfiguration',
  's3:ListBucketVersions',
  's3:ListBucketMultipartUploads'
]

export const objectOthers = [
  's3:AbortMultipartUpload',
  's3:BypassGovernanceRetention',
  's3:DeleteObjectTagging',
  's3:GetObjectAcl',
  's3:GetObjectVersion',
  's3:PutObjectAcl',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
  's3:PutObjectTagging',
  's3:ReplicateDelete',
  's3:ReplicateObject',
  's3:RestoreObject'
]

export const tableDeletions = ['dynamodb:DeleteTable', 'dynamodb:DeleteResourcePolicy']

export const tableOthers = [
  'dynamodb:ListExports',
  'dynamodb:CreateBackup',
  'dynamodb:CreateTable',
  'dynamodb:EnableKinesisStreamingDestination',
  'dynamodb:ExportTableToPointInTime',
  'dynamodb:PutResourcePolicy',
  'dynamodb:RestoreTableToPointInTime',
  'dynamodb:Scan',
  'dynamodb:UpdateTable',
  'dynamodb:UpdateTimeToLive'
]

export const roleWrites = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PassRole',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription'
]

export const policyWrites = [
  'iam:CreatePolicy',
  'iam:CreatePolicyVersion',
  'iam:DeletePolicy',
  'iam:DeletePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:TagPolicy',
  'iam:UntagPolicy'
]

export const keyOthers = ['kms:CreateGrant', 'kms:GetKeyPolicy', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion']

/** Calls that can name a key by its alias. */
export const keyUses = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey']

/** What concerns the whole account, and what would be of another phase: compute, networks, pipelines, logs, secrets. */
export const accountWide = [
  'dynamodb:ListTables',
  'ec2:DescribeInstances',
  'iam:CreateAccountAlias',
  'iam:GetAccountAuthorizationDetails',
  'iam:ListRoles',
  'iam:ListUsers',
  'kms:CreateKey',
  'kms:ListAliases',
  'organizations:LeaveOrganization',
  's3:ListAllMyBuckets',
  's3:PutAccountPublicAccessBlock',
  'sts:GetServiceBearerToken'
]
