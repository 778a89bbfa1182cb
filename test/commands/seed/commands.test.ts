import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commands } from '../../../src/commands/seed/commands.ts'
import { type Step, bucketSteps, tableSteps } from '../../../src/commands/seed/step.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('the commands of a dry run, for a person who types them')

const noWay = { proxy: undefined, caBundle: undefined }
const ofStaging = (steps: ReadonlyArray<Step>, way: Parameters<typeof commands>[2] = noWay) =>
  commands(wantedOfStaging(), steps, way)

const s3 = (operation: string) => `aws s3api ${operation} --region eu-central-1 --bucket zenthea-staging-eu-tfstate`
const owned = (operation: string) => `${s3(operation)} --expected-bucket-owner 111122223333`
const table = (operation: string) =>
  `aws dynamodb ${operation} --region eu-central-1 --table-name zenthea-staging-eu-tflock`

const begin = [
  'export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled',
  "export AWS_PAGER=''",
  '# ends this shell unless the account is 111122223333 (J.7.0 §4)',
  '[ "$(aws sts get-caller-identity --region eu-central-1 --query Account --output text)" = 111122223333 ] || exit 1'
]

const tagsFor = (purpose: string) =>
  `[{"Key":"Environment","Value":"staging"},{"Key":"ManagedBy","Value":"zenthea-foundation"},{"Key":"Phase","Value":"J.7.0"},{"Key":"Purpose","Value":"${purpose}"}]`

/** Each step, its comment and its command, written from the reference of the AWS CLI. */
const expected: Readonly<Partial<Record<Step, ReadonlyArray<string>>>> = {
  'create bucket': [
    '# create the bucket, ownership enforced, with its tags',
    `${s3('create-bucket')} --object-ownership BucketOwnerEnforced --create-bucket-configuration '{"LocationConstraint":"eu-central-1","Tags":${tagsFor('OpenTofu state')}}'`
  ],
  'wait for bucket': ['# wait until the bucket answers', owned('wait bucket-exists')],
  'tag bucket': [
    '# tag the bucket',
    `${owned('put-bucket-tagging')} --tagging '{"TagSet":${tagsFor('OpenTofu state')}}'`
  ],
  'block public access': [
    '# block public access',
    `${owned('put-public-access-block')} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`
  ],
  'encrypt bucket': [
    '# encrypt by default',
    `${owned('put-bucket-encryption')} --server-side-encryption-configuration '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"},"BucketKeyEnabled":false}]}'`
  ],
  'version bucket': [
    '# turn versioning on',
    `${owned('put-bucket-versioning')} --versioning-configuration Status=Enabled`
  ],
  'create table': [
    '# create the table, protected from deletion and encrypted, with its tags',
    `${table('create-table')} --key-schema AttributeName=LockID,KeyType=HASH --attribute-definitions AttributeName=LockID,AttributeType=S --billing-mode PAY_PER_REQUEST --sse-specification Enabled=true --deletion-protection-enabled --tags '${tagsFor('OpenTofu state lock')}'`
  ],
  'wait for table': ['# wait until the table is active', table('wait table-exists')],
  'keep table history': [
    '# turn point-in-time recovery on',
    `${table('update-continuous-backups')} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true,RecoveryPeriodInDays=35`
  ]
}

for (const [step, lines] of Object.entries(expected))
  test(`${step}: its comment and its whole command, after the account is asked for`, () => {
    assert.equal(ofStaging([step as Step]), [...begin, ...lines])
  })

/** The JSON of the last option of a command. */
const policyOf = (line = ''): { readonly Statement: ReadonlyArray<Readonly<Record<string, unknown>>> } =>
  JSON.parse(/ --policy '(.*)'$/.exec(line)?.[1] ?? 'null') as ReturnType<typeof policyOf>

test('the policy is set only after AWS took the caller for the declared principal', () => {
  const [comment, asking, ask, title, setting, ...more] = ofStaging(['set bucket policy']).slice(begin.length)
  assert.equal(more, [])
  assert.is(
    comment,
    '# ends this shell unless AWS takes the caller for the declared bootstrap principal, by its whole ARN (J.7.0 §7)'
  )
  assert.ok(asking?.startsWith(`${owned('put-bucket-policy')} --policy '`))
  assert.equal(policyOf(asking), {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'SeedAsksWhoCalls',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:ListBucketVersions'],
        Resource: ['arn:aws:s3:::zenthea-staging-eu-tfstate'],
        Condition: {
          ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap' }
        }
      }
    ]
  })
  assert.is(ask, `sleep 5; ${owned('list-object-versions')} --max-keys 1 --no-paginate --query Name || exit 1`)
  assert.is(title, '# set the bucket policy')
  assert.ok(setting?.startsWith(`${owned('put-bucket-policy')} --policy '`))
  assert.equal(policyOf(setting), wantedOfStaging().bucket.policy)
})

test('all steps are typed in the order in which seed does them, and the shell is ended before any of them', () => {
  const lines = ofStaging([...bucketSteps, ...tableSteps])
  assert.equal(lines.slice(0, begin.length), begin)
  assert.equal(
    lines.slice(begin.length).filter((line) => line.startsWith('# ') && !line.startsWith('# ends')),
    [
      '# create the bucket, ownership enforced, with its tags',
      '# wait until the bucket answers',
      '# tag the bucket',
      '# block public access',
      '# encrypt by default',
      '# turn versioning on',
      '# set the bucket policy',
      '# create the table, protected from deletion and encrypted, with its tags',
      '# wait until the table is active',
      '# turn point-in-time recovery on'
    ]
  )
})

test('the way to AWS that the run went is exported first, quoted where a shell would read it otherwise', () => {
  const [proxy, bundle, ...rest] = ofStaging([], { proxy: 'http://proxy.example:3128', caBundle: '/etc/our ca.pem' })
  assert.is(proxy, 'export HTTPS_PROXY=http://proxy.example:3128')
  assert.is(bundle, "export AWS_CA_BUNDLE='/etc/our ca.pem'")
  assert.equal(rest, begin)
})

test.run()
