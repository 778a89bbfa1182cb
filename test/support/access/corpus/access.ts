import { type Corpus, one } from './change.ts'

const account = '111122223333'
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`
const bucket = 'arn:aws:s3:::zenthea-staging-eu-tfstate'
const state = `${bucket}/${account}/staging/eu/terraform.tfstate`
const table = `arn:aws:dynamodb:eu-central-1:${account}:table/zenthea-staging-eu-tflock`
const lock = `zenthea-staging-eu-tfstate/${account}/staging/eu/terraform.tfstate`

const item = (list: string, index: number, element: string): string => `locals.${list}.Statement.${index}.${element}`
const iam = (type: string, name: string, attribute: string): string => `resource.${type}.${name}.${attribute}`
const allBoundary = { Sid: 'All', Effect: 'Allow', Action: ['*'], Resource: ['*'] }

/** Changes of the policies, by hand. */
export const accessCorpus: ReadonlyArray<Corpus> = [
  // Who may become what.
  one(
    'one more role for automation',
    item('automation_trust', 0, 'Principal.AWS.1'),
    role('Contractor'),
    'widens',
    `${role('Contractor')} may now become the automation role`
  ),
  one(
    'another role for automation',
    item('automation_trust', 0, 'Principal.AWS.0'),
    role('Contractor'),
    'widens',
    `${role('ZentheaStagingPlanner')} may no longer become the automation role`
  ),
  one(
    'the whole account for automation',
    item('automation_trust', 0, 'Principal.AWS'),
    [`arn:aws:iam::${account}:root`],
    'widens',
    `any other principal of the account ${account} may now become the automation role, as far as its own account lets it`
  ),
  one(
    'everybody for automation',
    item('automation_trust', 0, 'Principal'),
    '*',
    'widens',
    'any principal of any other account may now become the automation role, as far as its own account lets it'
  ),
  one(
    'an older MFA',
    item('operator_trust', 0, 'Condition.NumericLessThan.aws:MultiFactorAuthAge'),
    '43200',
    'widens',
    `arn:aws:iam::${account}:user/operators/* may now become the operator role, as far as its own account lets it, if aws:MultiFactorAuthAge is from 3600 to below 43200 and aws:MultiFactorAuthPresent is true`
  ),
  one(
    'no MFA',
    item('operator_trust', 0, 'Condition.Bool'),
    undefined,
    'widens',
    `arn:aws:iam::${account}:user/operators/* may now become the operator role, as far as its own account lets it, if aws:MultiFactorAuthAge is less than 3600 and aws:MultiFactorAuthPresent is not true`
  ),
  one(
    'a younger MFA',
    item('operator_trust', 0, 'Condition.NumericLessThan.aws:MultiFactorAuthAge'),
    '900',
    'narrows',
    `arn:aws:iam::${account}:user/operators/* may no longer become the operator role, if aws:MultiFactorAuthAge is from 900 to below 3600 and aws:MultiFactorAuthPresent is true`
  ),
  one(
    'all users',
    item('operator_trust', 0, 'Condition.ArnLike.aws:PrincipalArn'),
    `arn:aws:iam::${account}:user/*`,
    'widens',
    `arn:aws:iam::${account}:user/* may now become the operator role, as far as its own account lets it, if aws:MultiFactorAuthAge is less than 3600 and aws:MultiFactorAuthPresent is true`
  ),
  one(
    'users by a variable',
    item('operator_trust', 0, 'Condition.ArnLike.aws:PrincipalArn'),
    `arn:aws:iam::${account}:user/\${aws:username}`,
    'may widen',
    `may now become the operator role, as far as its own account lets it, if aws:MultiFactorAuthAge is less than 3600 and aws:MultiFactorAuthPresent is true; it depends on what cannot be decided: arnlike aws:principalarn ["arn:aws:iam::${account}:user/\${aws:username}"]`
  ),

  // What each may do.
  one(
    'an action that the boundary still denies',
    item('operator_policy', 1, 'Action.2'),
    's3:DeleteObject',
    'widens',
    `the policy of the operator role would now allow s3:DeleteObject on ${state}; another policy still denies it`
  ),
  {
    what: 'an action in policy and boundary',
    edit: [
      [item('automation_policy', 1, 'Action.1'), 's3:PutObject'],
      [item('automation_policy', 8, 'NotAction.31'), 's3:PutObject']
    ],
    verdict: 'widens',
    sentence: `the automation role may now use s3:PutObject on ${state}, if aws:RequestedRegion is eu-central-1`
  },
  one(
    'an action less',
    item('operator_policy', 1, 'Action'),
    ['s3:GetObject'],
    'narrows',
    `the operator role may no longer use s3:PutObject on ${state}, if aws:RequestedRegion is eu-central-1 and aws:ResourceAccount is ${account} and aws:SecureTransport is not false and s3:TlsVersion is not less than 1.2 and s3:x-amz-server-side-encryption is AES256`
  ),
  one(
    'the same action in another case',
    item('operator_policy', 1, 'Action'),
    ['S3:getobject', 's3:PutObject'],
    'moves',
    'policies are written otherwise; no request is decided otherwise'
  ),
  one(
    'another Sid',
    item('operator_policy', 1, 'Sid'),
    'X',
    'moves',
    'policies are written otherwise; no request is decided otherwise'
  ),
  one(
    'items of other states',
    item('operator_policy', 4, 'Condition'),
    undefined,
    'widens',
    `the operator role may now use dynamodb:PutItem on ${table}, if aws:RequestedRegion is eu-central-1 and aws:ResourceAccount is ${account} and dynamodb:LeadingKeys is`
  ),
  one(
    'one item less',
    item('operator_policy', 5, 'Condition.ForAllValues:StringEquals.dynamodb:LeadingKeys'),
    [lock],
    'narrows',
    `the operator role may no longer use dynamodb:DeleteItem on ${table}, if aws:RequestedRegion is eu-central-1 and aws:ResourceAccount is ${account} and dynamodb:LeadingKeys is`
  ),
  one(
    'every key',
    item('operator_policy', 6, 'Condition'),
    undefined,
    'widens',
    `the policy of the operator role would now allow kms:DescribeKey on arn:aws:kms:eu-central-1:${account}:key/*`
  ),
  one(
    'no denial of the rest',
    item('operator_policy', 9, 'Effect'),
    'Allow',
    'widens',
    'the policy of the operator role would now allow any other action'
  ),
  one(
    'a boundary that allows all',
    item('boundary_policy', 5, ''),
    allBoundary,
    'widens',
    'the permissions boundary would now allow'
  ),
  one(
    'a boundary without its region',
    item('boundary_policy', 0, 'Condition'),
    undefined,
    'widens',
    'the operator role may now use'
  ),
  one(
    'no boundary',
    iam('aws_iam_role', 'operator', 'permissions_boundary'),
    undefined,
    'widens',
    'the permissions boundary would now allow'
  ),
  one(
    'a boundary from elsewhere',
    iam('aws_iam_role', 'operator', 'permissions_boundary'),
    role('x'),
    'may widen',
    'it may be that'
  ),
  one(
    'a managed policy',
    iam('aws_iam_role_policy_attachments_exclusive', 'operator', 'policy_arns'),
    ['arn:aws:iam::aws:policy/AdministratorAccess'],
    'may widen',
    'it may be that'
  ),
  one(
    'a second policy',
    'resource.aws_iam_role_policy.more',
    {
      name: 'more',
      role: '${aws_iam_role.automation.name}',
      policy: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] })
    },
    'widens',
    'the policy of the automation role would now allow'
  ),

  // What the bucket denies.
  one(
    'versions can be deleted',
    item('state_bucket_policy', 4, 'Action'),
    ['s3:DeleteBucket'],
    'widens',
    'is no longer denied s3:DeleteObject, s3:DeleteObjectVersion'
  ),
  one(
    'other accounts',
    item('state_bucket_policy', 2, 'Condition.StringNotEquals.aws:PrincipalAccount'),
    [account, '999988887777'],
    'widens',
    'the bucket policy would no longer deny'
  ),
  one(
    'requests without TLS',
    item('state_bucket_policy', 0, 'Condition.Bool.aws:SecureTransport'),
    'true',
    'widens',
    `is no longer denied`
  ),
  one(
    'an older TLS',
    item('state_bucket_policy', 1, 'Condition.NumericLessThan.s3:TlsVersion'),
    '1.1',
    'widens',
    `s3:TlsVersion is from 1.1 to below 1.2`
  ),
  one(
    'another bootstrap principal',
    item('state_bucket_policy', 5, 'Condition.ArnNotEquals.aws:PrincipalArn'),
    role('NewOwner'),
    'widens',
    `${role('NewOwner')} is no longer denied s3:DeleteBucketPolicy, s3:PutBucketAcl, s3:PutBucketOwnershipControls, s3:PutBucketPolicy, s3:PutBucketPublicAccessBlock, s3:PutEncryptionConfiguration on ${bucket}`
  ),
  one(
    'a grant to everybody',
    item('state_bucket_policy', 6, ''),
    { Sid: 'Open', Effect: 'Allow', Principal: '*', Action: ['s3:GetObject'], Resource: [state] },
    'widens',
    'may now use s3:GetObject on'
  ),
  one(
    'a stricter TLS',
    item('state_bucket_policy', 1, 'Condition.NumericLessThan.s3:TlsVersion'),
    '1.3',
    'narrows',
    's3:TlsVersion is from 1.2 to below 1.3'
  )
]
