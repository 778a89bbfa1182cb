import { commandLine, routeExports } from '../../caller/shell.ts'
import type { Route } from '../../caller/surroundings.ts'
import type { Tags } from '../../outside/aws/bucket.port.ts'
import { askingPolicy } from './asking-policy.ts'
import { policyText } from './perform.ts'
import { type Step, stepText } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'

const tagList = (tags: Tags): ReadonlyArray<{ readonly Key: string; readonly Value: string }> =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))

const s3 = ({ bucket, declaration }: Wanted, operation: ReadonlyArray<string>, options: ReadonlyArray<string>) => [
  'aws',
  's3api',
  ...operation,
  '--region',
  declaration.region.aws,
  '--bucket',
  bucket.name,
  ...options
]

const owned = (wanted: Wanted, operation: ReadonlyArray<string>, ...options: ReadonlyArray<string>) =>
  s3(wanted, operation, ['--expected-bucket-owner', wanted.declaration.account, ...options])

const dynamodb = (
  { table, declaration }: Wanted,
  operation: ReadonlyArray<string>,
  ...options: ReadonlyArray<string>
) => ['aws', 'dynamodb', ...operation, '--region', declaration.region.aws, '--table-name', table.name, ...options]

const words = (step: Step, wanted: Wanted): ReadonlyArray<string> => {
  const { bucket, table, declaration } = wanted
  switch (step) {
    case 'create bucket': {
      const place = { LocationConstraint: declaration.region.aws, Tags: tagList(bucket.tags) }
      return s3(
        wanted,
        ['create-bucket'],
        ['--object-ownership', bucket.ownership, '--create-bucket-configuration', JSON.stringify(place)]
      )
    }
    case 'wait for bucket':
      return owned(wanted, ['wait', 'bucket-exists'])
    case 'tag bucket':
      return owned(wanted, ['put-bucket-tagging'], '--tagging', JSON.stringify({ TagSet: tagList(bucket.tags) }))
    case 'block public access':
      return owned(
        wanted,
        ['put-public-access-block'],
        '--public-access-block-configuration',
        'BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true'
      )
    case 'encrypt bucket': {
      const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: bucket.encryption }, BucketKeyEnabled: false }
      const configuration = JSON.stringify({ Rules: [rule] })
      return owned(wanted, ['put-bucket-encryption'], '--server-side-encryption-configuration', configuration)
    }
    case 'version bucket':
      return owned(wanted, ['put-bucket-versioning'], '--versioning-configuration', `Status=${bucket.versioning}`)
    case 'set bucket policy':
      return owned(wanted, ['put-bucket-policy'], '--policy', policyText(wanted))
    case 'create table':
      return dynamodb(
        wanted,
        ['create-table'],
        '--key-schema',
        `AttributeName=${table.hashKey},KeyType=HASH`,
        '--attribute-definitions',
        `AttributeName=${table.hashKey},AttributeType=S`,
        '--billing-mode',
        table.billing,
        '--sse-specification',
        'Enabled=true',
        '--deletion-protection-enabled',
        '--tags',
        JSON.stringify(tagList(table.tags))
      )
    case 'wait for table':
      return dynamodb(wanted, ['wait', 'table-exists'])
    case 'keep table history':
      return dynamodb(
        wanted,
        ['update-continuous-backups'],
        '--point-in-time-recovery-specification',
        `PointInTimeRecoveryEnabled=true,RecoveryPeriodInDays=${table.recoveryDays}`
      )
    default:
      return step satisfies never
  }
}

/**
 * The commands before the policy that lets only the declared principal set another one. AWS is asked whether that principal is
 * calling.
 */
const askedBefore = (step: Step, wanted: Wanted): ReadonlyArray<string> => {
  if (step !== 'set bucket policy') return []
  const policy = JSON.stringify(askingPolicy(wanted))
  const ask = commandLine(
    owned(wanted, ['list-object-versions'], '--max-keys', '1', '--no-paginate', '--query', 'Name')
  )
  return [
    '# ends this shell unless AWS takes the caller for the declared bootstrap principal, by its whole ARN (J.7.0 §7)',
    commandLine(owned(wanted, ['put-bucket-policy'], '--policy', policy)),
    `sleep 5; ${ask} || exit 1`
  ]
}

/**
 * The commands of the AWS CLI that do these steps, one a line, with a comment before each. The first of them ends the
 * shell when the account is another one. Source: AWS CLI Command Reference, s3api and dynamodb.
 */
export const commands = (wanted: Wanted, steps: ReadonlyArray<Step>, route: Route): ReadonlyArray<string> => {
  const { account, region } = wanted.declaration
  const caller = commandLine([
    'aws',
    'sts',
    'get-caller-identity',
    '--region',
    region.aws,
    '--query',
    'Account',
    '--output',
    'text'
  ])
  return [
    ...routeExports(route),
    "export AWS_PAGER=''",
    `# ends this shell unless the account is ${account} (J.7.0 §4)`,
    `[ "$(${caller})" = ${account} ] || exit 1`,
    ...steps.flatMap((step) => [...askedBefore(step, wanted), `# ${stepText(step)}`, commandLine(words(step, wanted))])
  ]
}
