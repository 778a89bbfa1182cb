import type { Declaration } from '../declaration/declaration.ts'
import {
  askBucket,
  askTable,
  readBoundary,
  readBucket,
  readRoles,
  readState,
  readTable,
  writeState
} from './actions.ts'
import { type PolicyDocument, policyDocument } from './document.ts'
import { keyAccess, stateLockAccess } from './shared-statements.ts'
import { stackArns } from './stack-names.ts'

/**
 * What seed sets on the bucket, and the question by which it learns its own whole ARN (decision 0014). Ownership and tags come with its creation and are asked for beside `s3:CreateBucket`.
 * Source: Amazon S3, "Required permissions for Amazon S3 API operations" and "Using tags with S3 general purpose buckets".
 */
const makeBucket = [
  's3:CreateBucket',
  's3:ListBucketVersions',
  's3:PutBucketOwnershipControls',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketTagging',
  's3:PutBucketVersioning',
  's3:PutEncryptionConfiguration',
  's3:TagResource'
] as const

/** What seed sets on the table, whose tags come with its creation too. Source: DynamoDB, "Tagging resources". */
const makeTable = ['dynamodb:CreateTable', 'dynamodb:TagResource', 'dynamodb:UpdateContinuousBackups'] as const

const makeRoles = ['iam:CreateRole', 'iam:PutRolePolicy'] as const

/** Roles and boundary come with their tags. Source: IAM, "Tags for AWS Identity and Access Management resources". */
const tagRoles = ['iam:TagRole'] as const

const makeBoundary = ['iam:CreatePolicy', 'iam:TagPolicy'] as const

/**
 * The least that the bootstrap principal needs for day 0 of one stack (J.7.0 §2). That principal seeds the stack, proves it and
 * applies it for the first time. Out comes an identity policy to attach for the hour: every resource is named whole, a role is
 * made only within the stack's boundary, and nothing can be deleted but a lock. The end-to-end test measures it from the calls
 * of a day 0.
 */
export const dayZeroPolicy = (declaration: Declaration): PolicyDocument => {
  const arn = stackArns(declaration)
  const roles = [arn.operator, arn.automation]
  const inRegion = { StringEquals: { 'aws:RequestedRegion': declaration.region.aws } }
  return policyDocument(
    {
      Sid: 'MakeBucket',
      Effect: 'Allow',
      Action: [...makeBucket, ...readBucket, ...askBucket],
      Resource: [arn.bucket],
      Condition: inRegion
    },
    {
      Sid: 'WriteState',
      Effect: 'Allow',
      Action: [...readState, ...writeState],
      Resource: [arn.stateObject],
      Condition: inRegion
    },
    { Sid: 'MakeTable', Effect: 'Allow', Action: [...makeTable, ...readTable, ...askTable], Resource: [arn.lockTable] },
    ...stateLockAccess(declaration),
    keyAccess(declaration),
    {
      Sid: 'MakeRoles',
      Effect: 'Allow',
      Action: makeRoles,
      Resource: roles,
      Condition: { StringEquals: { 'iam:PermissionsBoundary': arn.boundary } }
    },
    { Sid: 'ReadAndTagRoles', Effect: 'Allow', Action: [...tagRoles, ...readRoles], Resource: roles },
    { Sid: 'MakeBoundary', Effect: 'Allow', Action: [...makeBoundary, ...readBoundary], Resource: [arn.boundary] }
  )
}

/** What AWS takes of a managed policy, white space not counted. Source: IAM, "IAM and AWS STS quotas". */
const MOST_CHARACTERS = 6_144

/** How many characters the policy has beyond what AWS takes; 0 where it fits. */
export const charactersTooMany = (policy: PolicyDocument): number =>
  Math.max(0, JSON.stringify(policy).length - MOST_CHARACTERS)
