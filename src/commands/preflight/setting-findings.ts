import type { Setting } from '../../backend/setting.ts'
import type { Wanted } from '../../backend/wanted.ts'
import { commandLine } from '../../caller/shell.ts'
import { type Finding, failed, judged } from '../../diagnostics/finding.ts'
import type { Clause } from '../../diagnostics/diagnostic.ts'
import { awsFailureRemedy, awsFailureText } from '../../backend/aws-failure-text.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'

/**
 * The command, with the bucket's policy taken away before it and given back after it: the policy denies to everybody what
 * touches the history (HistoryStays), and AWS would refuse the command alone.
 */
const policyLifted = (s3api: (command: string, ...words: ReadonlyArray<string>) => string, command: string): string =>
  [
    `policy="$(${s3api('get-bucket-policy', '--query', 'Policy', '--output', 'text')})"`,
    s3api('delete-bucket-policy'),
    command,
    `${s3api('put-bucket-policy')} --policy "$policy"`
  ].join(' && ')

/** The command that gives a thing a setting again as it is declared; none where one command does not do it. */
const settingCommand = ({ bucket, table, declaration }: Wanted, thing: string, name: string): string | undefined => {
  const { account, region } = declaration
  const s3api = (command: string, ...words: ReadonlyArray<string>): string =>
    commandLine([
      ...['aws', 's3api', command, '--region', region.aws, '--bucket', bucket.name],
      ...['--expected-bucket-owner', account, ...words]
    ])
  const dynamodb = (command: string, ...words: ReadonlyArray<string>): string =>
    commandLine(['aws', 'dynamodb', command, '--region', region.aws, '--table-name', table.name, ...words])
  switch (`${thing} ${name}`) {
    case 'bucket versioning':
      return policyLifted(
        s3api,
        s3api('put-bucket-versioning', '--versioning-configuration', `Status=${bucket.versioning}`)
      )
    case 'bucket lifecycle':
      return policyLifted(s3api, s3api('delete-bucket-lifecycle'))
    case 'bucket replication':
      return policyLifted(s3api, s3api('delete-bucket-replication'))
    case 'bucket public access': {
      const all = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']
      const block = all.map((one) => `${one}=true`).join()
      return s3api('put-public-access-block', '--public-access-block-configuration', block)
    }
    case 'bucket encryption': {
      const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: bucket.encryption }, BucketKeyEnabled: false }
      const rules = JSON.stringify({ Rules: [rule] })
      return s3api('put-bucket-encryption', '--server-side-encryption-configuration', rules)
    }
    case 'table deletion protection':
      return dynamodb('update-table', '--deletion-protection-enabled')
    case 'table recovery': {
      const days = `PointInTimeRecoveryEnabled=true,RecoveryPeriodInDays=${table.recoveryDays}`
      return dynamodb('update-continuous-backups', '--point-in-time-recovery-specification', days)
    }
    case 'table key':
      return dynamodb('update-table', '--sse-specification', 'Enabled=true')
    default:
      return undefined
  }
}

/** What to do where a setting is not as declared. */
export const settingRemedy = (wanted: Wanted, thing: 'bucket' | 'table', name: string): string => {
  const command = settingCommand(wanted, thing, name)
  const end = command === undefined ? '.' : `: ${command}`
  return `Find out who changed it, and have the bootstrap principal bring the ${thing} back to what is declared${end}`
}

/** The settings of the bucket or the table as findings; `ignored` are those that a plan may change at any time. */
export const settingFindings = (
  wanted: Wanted,
  thing: 'bucket' | 'table',
  settings: ReadonlyArray<Setting>,
  ignored: ReadonlyArray<string>
): ReadonlyArray<Finding> =>
  settings
    .filter(({ name }) => !ignored.includes(name))
    .map(({ name, clause, expected, actual, standing }) =>
      judged(standing === 'right', {
        rule: `${thing}-${name.replaceAll(' ', '-')}`,
        clause,
        expected,
        actual,
        remedy: settingRemedy(wanted, thing, name)
      })
    )

/** A question that AWS did not answer: unknown is a refusal, with the cause that AWS gave (J.7.0 §4). */
export const unanswered = (rule: string, clause: Clause, expected: string, failure: AwsFailure): Finding =>
  failed({ rule, clause, expected, actual: awsFailureText(failure), remedy: awsFailureRemedy(failure) })
