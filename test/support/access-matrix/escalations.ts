import { type Escalation, endgame, hacking, pathfinding, reference, rhino, told } from './escalation.ts'
import { byService } from './escalations-by-service.ts'

const byPolicy: ReadonlyArray<Escalation> = [
  told('a new version of a policy', rhino(1), 'iam:CreatePolicyVersion'),
  told('an older version of a policy', rhino(2), 'iam:SetDefaultPolicyVersion'),
  told('a policy attached to a user', rhino(7), 'iam:AttachUserPolicy'),
  told('a policy attached to a group', rhino(8), 'iam:AttachGroupPolicy'),
  told('a policy attached to a role', rhino(9), 'iam:AttachRolePolicy'),
  told('a policy written into a user', rhino(10), 'iam:PutUserPolicy'),
  told('a policy written into a group', rhino(11), 'iam:PutGroupPolicy'),
  told('a policy written into a role', rhino(12), 'iam:PutRolePolicy'),
  told('a denial detached from a role', hacking('iam:DetachRolePolicy'), 'iam:DetachRolePolicy'),
  told('a denial removed from a role', hacking('iam:DeleteRolePolicy'), 'iam:DeleteRolePolicy'),
  told('a denial detached from a user', hacking('iam:DetachUserPolicy'), 'iam:DetachUserPolicy'),
  told('a denial removed from a user', hacking('iam:DeleteUserPolicy'), 'iam:DeleteUserPolicy'),
  told(
    'a boundary removed from a role',
    hacking('iam:DeleteRolePermissionsBoundary'),
    'iam:DeleteRolePermissionsBoundary'
  ),
  told('a wider boundary for a role', hacking('iam:PutRolePermissionsBoundary'), 'iam:PutRolePermissionsBoundary'),
  told(
    'a boundary removed from a user',
    hacking('iam:DeleteUserPermissionsBoundary'),
    'iam:DeleteUserPermissionsBoundary'
  ),
  told('a wider boundary for a user', hacking('iam:PutUserPermissionsBoundary'), 'iam:PutUserPermissionsBoundary')
]

const byIdentity: ReadonlyArray<Escalation> = [
  told("another user's access key", rhino(4), 'iam:CreateAccessKey'),
  told("one key of another user's exchanged", pathfinding('iam-003'), 'iam:CreateAccessKey', 'iam:DeleteAccessKey'),
  told("another user's first password", rhino(5), 'iam:CreateLoginProfile'),
  told("another user's new password", rhino(6), 'iam:UpdateLoginProfile'),
  told('a group that may more', rhino(13), 'iam:AddUserToGroup'),
  told('a trust policy that names oneself', rhino(14), 'iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'),
  told(
    'a policy attached to a role that is then assumed',
    pathfinding('iam-014'),
    'iam:AttachRolePolicy',
    'sts:AssumeRole'
  ),
  told(
    'a policy and a trust policy of one role',
    pathfinding('iam-019'),
    'iam:AttachRolePolicy',
    'iam:UpdateAssumeRolePolicy'
  ),
  told('a role that trusts too many', pathfinding('sts-001'), 'sts:AssumeRole'),
  told("a role or a user of one's own", reference('IAM'), 'iam:CreateRole', 'iam:CreateUser', 'iam:CreatePolicy'),
  told(
    "an identity provider of one's own",
    reference('IAM'),
    'iam:CreateSAMLProvider',
    'iam:UpdateSAMLProvider',
    'iam:CreateOpenIDConnectProvider'
  ),
  told(
    "an MFA device of one's own",
    reference('IAM'),
    'iam:DeactivateMFADevice',
    'iam:CreateVirtualMFADevice',
    'iam:EnableMFADevice'
  ),
  told(
    'tags that decide, where tags decide',
    reference('IAM'),
    'iam:TagRole',
    'iam:UntagRole',
    'iam:TagUser',
    'iam:TagPolicy'
  ),
  told(
    'an account without its organisation',
    reference('Organizations'),
    'organizations:LeaveOrganization',
    'organizations:DetachPolicy'
  )
]

const byResource: ReadonlyArray<Escalation> = [
  told('the bucket opened by its policy', endgame('S3 buckets'), 's3:PutBucketPolicy'),
  told("the bucket's denials removed", reference('S3'), 's3:DeleteBucketPolicy'),
  told('the bucket opened by a list', reference('S3'), 's3:PutBucketAcl', 's3:PutBucketOwnershipControls'),
  told('the bucket made public', reference('S3'), 's3:PutBucketPublicAccessBlock', 's3:PutAccountPublicAccessBlock'),
  told('the state opened by a list', reference('S3'), 's3:PutObjectAcl', 's3:PutObjectVersionAcl'),
  told(
    'another door to the bucket',
    reference('S3'),
    's3:CreateAccessPoint',
    's3:PutAccessPointPolicy',
    's3:CreateAccessGrant'
  ),
  told('the state copied away', reference('S3'), 's3:PutReplicationConfiguration', 's3:PutInventoryConfiguration'),
  told('the table opened by its policy', reference('DynamoDB'), 'dynamodb:PutResourcePolicy'),
  told("the table's policy removed", reference('DynamoDB'), 'dynamodb:DeleteResourcePolicy'),
  told(
    'the table copied away',
    reference('DynamoDB'),
    'dynamodb:ExportTableToPointInTime',
    'dynamodb:RestoreTableToPointInTime'
  ),
  told('a key opened by its policy', endgame('KMS keys'), 'kms:PutKeyPolicy'),
  told('a key opened by a grant', reference('KMS'), 'kms:CreateGrant')
]

/** Escalations that neither role may take a single step of. */
export const escalations: ReadonlyArray<Escalation> = [...byPolicy, ...byIdentity, ...byService, ...byResource]
