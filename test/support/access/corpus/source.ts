/** A change of one field of a stack's source, and what a person would write of it. Written before it was run. */
export type SourceChange = {
  readonly what: string
  /** New values by path: `declaration.…` or the name of a part and its option; undefined takes a field away. */
  readonly edit: Readonly<Record<string, unknown>>
  readonly verdict: 'widens' | 'may widen' | 'narrows' | 'moves' | 'nothing' | 'refused'
  /** Part of what review says, or of the problem where emit refuses it. */
  readonly sentence: string
}

const own = '029608264753'
const role = (name: string, account = own): string => `arn:aws:iam::${account}:role/${name}`
const engineer = role('SignIn/Engineer', '680235478471')
const planner = role('Planner', '680235478471')
const contractor = role('Contractor', '680235478471')
const users = { account: own, path: '/operators/', mfaMaxAgeSeconds: 3600 }
const key = (environment: string, region: string): string => `${own}/${environment}/${region}/terraform.tfstate`
const ofKey = 'terraform.backend.s3.key is'
const denied = 's3:DeleteBucketPolicy, s3:PutBucketAcl, s3:PutBucketOwnershipControls, s3:PutBucketPolicy'

type Row = readonly [what: string, edit: SourceChange['edit'], verdict: SourceChange['verdict'], sentence: string]

const identifiers: ReadonlyArray<Row> = [
  ['another phase', { 'declaration.phase': 'J.8.0' }, 'refused', 'phase'],
  ['another account', { 'declaration.account': '680235478471' }, 'refused', 'account'],
  [
    'another environment',
    { 'declaration.environment': 'staging', 'declaration.backend.key': key('staging', 'north') },
    'widens',
    `${ofKey} "${key('staging', 'north')}" instead of "${key('integration', 'north')}"`
  ],
  [
    'another name of the region',
    { 'declaration.region.logical': 'n', 'declaration.backend.key': key('integration', 'n') },
    'widens',
    `${ofKey} "${key('integration', 'n')}" instead of "${key('integration', 'north')}"`
  ],
  [
    'another region',
    { 'declaration.region.aws': 'eu-west-3' },
    'widens',
    'provider.aws.region is "eu-west-3" instead of "eu-north-1"'
  ],
  ['another residency', { 'declaration.region.residency': 'US' }, 'refused', 'residency'],
  [
    'another bucket',
    { 'declaration.backend.bucket': 'other-tfstate' },
    'widens',
    'terraform.backend.s3.bucket is "other-tfstate" instead of "zenthea-integration-tfstate"'
  ],
  [
    'another lock table',
    { 'declaration.backend.lockTable': 'other-tflock' },
    'widens',
    'terraform.backend.s3.dynamodb_table is "other-tflock" instead of "zenthea-integration-tflock"'
  ],
  ['another encryption', { 'declaration.backend.encryption': 'aws:kms' }, 'refused', 'encryption'],
  [
    'another operator role',
    { 'declaration.operatorRole': role('O') },
    'widens',
    'resource.aws_iam_role.operator.name is "O" instead of "Operator"'
  ],
  [
    'another automation role',
    { 'declaration.automationRole': role('A') },
    'widens',
    'resource.aws_iam_role.automation.name is "A" instead of "Automation"'
  ],
  [
    'another boundary',
    { 'declaration.permissionsBoundary': `arn:aws:iam::${own}:policy/B` },
    'widens',
    'resource.aws_iam_policy.boundary.name is "B" instead of "Boundary"'
  ],
  [
    'another bootstrap principal',
    { 'declaration.bootstrapPrincipal': role('Owner') },
    'widens',
    `${role('Owner')} is no longer denied ${denied}`
  ],
  [
    'the same, for who was it',
    { 'declaration.bootstrapPrincipal': role('Owner') },
    'widens',
    `${role('Bootstrap')} is now denied ${denied}`
  ],
  [
    'the next bootstrap principal',
    { 'declaration.nextBootstrapPrincipal': role('Next') },
    'widens',
    `${role('Next')} is no longer denied ${denied}`
  ]
]

const versions: ReadonlyArray<Row> = [
  [
    'a later OpenTofu',
    { 'declaration.versions.tofu': '>= 1.11.0, < 2.0.0' },
    'moves',
    'terraform.required_version is ">= 1.11.0, < 2.0.0" instead of ">= 1.10.0, < 2.0.0"'
  ],
  [
    'a provider that was not run',
    {
      'declaration.versions.awsProvider': '6.66.0',
      'declaration.versions.acceptedProof': 'checked against its schema, not run'
    },
    'moves',
    'terraform.required_providers.aws.version is "6.66.0" instead of "5.100.0"'
  ],
  ['a provider without its proof', { 'declaration.versions.awsProvider': '6.66.0' }, 'refused', 'acceptedProof'],
  ['a trusted account more', { 'declaration.trustedAccounts': [own, '680235478471', '999988887777'] }, 'nothing', ''],
  ['a trusted account less', { 'declaration.trustedAccounts': [own] }, 'refused', '680235478471']
]

const tagsOf = (path: string, whose: string, now: object): ReadonlyArray<Row> => [
  [
    `a tag more of ${whose}`,
    { [path]: { ...now, Owner: 'team' } },
    'moves',
    `the tag Owner of ${whose} is "team"; it was not there`
  ]
]
const tags: ReadonlyArray<Row> = [
  ...tagsOf('declaration.tags', 'everything', { Environment: 'integration' }),
  ...tagsOf('stateBucket.tags', 'aws_s3_bucket.state', { Purpose: 'state' }),
  ...tagsOf('lockTable.tags', 'aws_dynamodb_table.lock', { Purpose: 'lock' }),
  [
    'another tag of the bucket',
    { 'stateBucket.tags': { Purpose: 'other' } },
    'moves',
    'the tag Purpose of aws_s3_bucket.state is "other" instead of "state"'
  ],
  [
    'a tag less of the table',
    { 'lockTable.tags': { Owner: 'team' } },
    'moves',
    'the tag Purpose of aws_dynamodb_table.lock was "lock" and is gone'
  ]
]

const settings: ReadonlyArray<Row> = [
  ['no versions', { 'stateBucket.versioning': 'Suspended' }, 'refused', 'versioning'],
  ['access lists', { 'stateBucket.objectOwnership': 'ObjectWriter' }, 'refused', 'objectOwnership'],
  ['a public bucket', { 'stateBucket.publicAccess': 'Open' }, 'refused', 'publicAccess'],
  ['an older TLS', { 'stateBucket.minimumTls': '1.1' }, 'refused', 'minimumTls'],
  ['a stricter TLS', { 'stateBucket.minimumTls': '1.3' }, 'refused', 'minimumTls'],
  ['paid by capacity', { 'lockTable.billing': 'PROVISIONED' }, 'refused', 'billing'],
  ['a table that can be deleted', { 'lockTable.deletionProtection': false }, 'refused', 'deletionProtection'],
  [
    'one day of restoring',
    { 'lockTable.pointInTimeRecoveryDays': 1 },
    'widens',
    'the lock table can be restored to the last 1 day instead of 35 days'
  ],
  [
    'one day less of restoring',
    { 'lockTable.pointInTimeRecoveryDays': 34 },
    'widens',
    'the lock table can be restored to the last 34 days instead of 35 days'
  ],
  ['an option of the boundary', { 'permissionsBoundary.wide': true }, 'refused', 'wide'],
  [
    'a longer session of the operator',
    { 'operatorRole.sessionHours': 12 },
    'widens',
    'a session of the operator role may last 12 hours instead of 1 hour'
  ],
  [
    'a longer session of automation',
    { 'automationRole.sessionHours': 3 },
    'widens',
    'a session of the automation role may last 3 hours instead of 2 hours'
  ],
  [
    'a shorter session of automation',
    { 'automationRole.sessionHours': 1 },
    'narrows',
    'a session of the automation role may last 1 hour instead of 2 hours'
  ]
]

const become = (who: string, name: string): string => `${who} may now become the ${name} role`
const asUser = `arn:aws:iam::${own}:user`
const far = ', as far as its own account lets it, if aws:MultiFactorAuthAge is'

const trust: ReadonlyArray<Row> = [
  [
    'one more role for the operator',
    { 'operatorRole.trust.roles': [engineer, contractor] },
    'widens',
    become(contractor, 'operator')
  ],
  [
    'no role for the operator',
    { 'operatorRole.trust.roles': [] },
    'narrows',
    `${engineer} may no longer become the operator role`
  ],
  [
    'one more role for automation',
    { 'automationRole.trust.roles': [planner, contractor] },
    'widens',
    become(contractor, 'automation')
  ],
  [
    'another role for automation',
    { 'automationRole.trust.roles': [contractor] },
    'widens',
    become(contractor, 'automation')
  ],
  [
    'the same, for who was it',
    { 'automationRole.trust.roles': [contractor] },
    'widens',
    `${planner} may no longer become the automation role`
  ],
  [
    'a role of the own account for automation',
    { 'automationRole.trust.roles': [planner, role('Local')] },
    'widens',
    become(role('Local'), 'automation')
  ],
  [
    'an older MFA',
    { 'operatorRole.trust.users': [{ ...users, mfaMaxAgeSeconds: 43_200 }] },
    'widens',
    `${become(`${asUser}/operators/*`, 'operator')}${far} from 3600 to below 43200 and aws:MultiFactorAuthPresent is true`
  ],
  [
    'a younger MFA',
    { 'operatorRole.trust.users': [{ ...users, mfaMaxAgeSeconds: 900 }] },
    'narrows',
    `${asUser}/operators/* may no longer become the operator role, if aws:MultiFactorAuthAge is from 900 to below 3600`
  ],
  [
    'another path of users',
    { 'operatorRole.trust.users': [{ ...users, path: '/staff/' }] },
    'widens',
    `${become(`${asUser}/staff/*`, 'operator')}${far} less than 3600`
  ],
  [
    'the same, for who was below the other',
    { 'operatorRole.trust.users': [{ ...users, path: '/staff/' }] },
    'widens',
    `${asUser}/operators/* may no longer become the operator role`
  ],
  [
    'users of another account',
    { 'operatorRole.trust.users': [users, { ...users, account: '680235478471' }] },
    'widens',
    become('arn:aws:iam::680235478471:user/operators/*', 'operator')
  ],
  [
    'no users',
    { 'operatorRole.trust.users': [] },
    'narrows',
    `${asUser}/operators/* may no longer become the operator role`
  ]
]

/** Each field of the declaration and of every part, changed. */
export const sourceCorpus: ReadonlyArray<SourceChange> = [
  ...identifiers,
  ...versions,
  ...tags,
  ...settings,
  ...trust
].map(([what, edit, verdict, sentence]) => ({ what, edit, verdict, sentence }))
