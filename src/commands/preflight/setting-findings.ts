import { answerOf } from '../../diagnostics/origin.ts'
import { type Setting, ruleOf, settingOrigin } from '../../backend/setting.ts'
import type { Wanted } from '../../backend/wanted.ts'
import { lookedUp } from '../../diagnostics/record.ts'
import { commandLine } from '../../caller/shell.ts'
import { type Finding, failed, judged } from '../../diagnostics/finding.ts'
import type { Clause } from '../../diagnostics/diagnostic.ts'
import { awsFailureRemedy, awsFailureText } from '../../backend/aws-failure-text.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'

/**
 * The command, with its one action taken out of the live policy before it. The policy is given back after it.
 * The policy denies to everybody all that touches the history (HistoryStays), and no other policy can lift a denial. All
 * other denials stay in force meanwhile. Where a step fails, the next are left out.
 */
const allowedFor = (
  s3api: (command: string, ...words: ReadonlyArray<string>) => string,
  action: string,
  command: string
): string =>
  [
    `policy="$(${s3api('get-bucket-policy', '--query', 'Policy', '--output', 'text')})"`,
    `open="$(printf %s "$policy" | sed 's/"${action}", *//; s/, *"${action}"//')"`,
    `${s3api('put-bucket-policy')} --policy "$open"`,
    command,
    `${s3api('put-bucket-policy')} --policy "$policy"`
  ].join(' && ')

/** The command that gives a thing a setting again as declared. There is none where one command does not do it. */
const settingCommand = ({ bucket, table, declaration }: Wanted, thing: string, name: string): string | undefined => {
  const { account, region } = declaration
  const s3api = (command: string, ...words: ReadonlyArray<string>): string =>
    commandLine([
      ...['aws', 's3api', command, '--region', region.aws, '--bucket', bucket.name],
      ...['--expected-bucket-owner', account, ...words]
    ])
  const dynamodb = (command: string, ...words: ReadonlyArray<string>): string =>
    commandLine(['aws', 'dynamodb', command, '--region', region.aws, '--table-name', table.name, ...words])
  const commands: Readonly<Record<string, () => string>> = {
    'bucket versioning': () =>
      allowedFor(
        s3api,
        's3:PutBucketVersioning',
        s3api('put-bucket-versioning', '--versioning-configuration', `Status=${bucket.versioning}`)
      ),
    'bucket lifecycle': () => allowedFor(s3api, 's3:PutLifecycleConfiguration', s3api('delete-bucket-lifecycle')),
    'bucket replication': () => allowedFor(s3api, 's3:PutReplicationConfiguration', s3api('delete-bucket-replication')),
    'bucket public access': () => {
      const all = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']
      const block = all.map((one) => `${one}=true`).join()
      return s3api('put-public-access-block', '--public-access-block-configuration', block)
    },
    'bucket encryption': () => {
      const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: bucket.encryption }, BucketKeyEnabled: false }
      const rules = JSON.stringify({ Rules: [rule] })
      return s3api('put-bucket-encryption', '--server-side-encryption-configuration', rules)
    },
    'bucket acceleration': () =>
      s3api('put-bucket-accelerate-configuration', '--accelerate-configuration', 'Status=Suspended'),
    'bucket attribute-based access': () => s3api('put-bucket-abac', '--abac-status', 'Status=Disabled'),
    'bucket cross-origin access': () => s3api('delete-bucket-cors'),
    'bucket logging': () => s3api('put-bucket-logging', '--bucket-logging-status', '{}'),
    'bucket metadata tables': () => s3api('delete-bucket-metadata-configuration'),
    'bucket notifications': () => s3api('put-bucket-notification-configuration', '--notification-configuration', '{}'),
    'bucket request payment': () =>
      s3api('put-bucket-request-payment', '--request-payment-configuration', 'Payer=BucketOwner'),
    'bucket website': () => s3api('delete-bucket-website'),
    'bucket ownership': () => {
      const controls = JSON.stringify({ Rules: [{ ObjectOwnership: bucket.ownership }] })
      return s3api('put-bucket-ownership-controls', '--ownership-controls', controls)
    },
    'table billing': () => dynamodb('update-table', '--billing-mode', table.billing),
    'table encryption': () => dynamodb('update-table', '--sse-specification', 'Enabled=true'),
    'table deletion protection': () => dynamodb('update-table', '--deletion-protection-enabled'),
    'table recovery': () => {
      const days = `PointInTimeRecoveryEnabled=true,RecoveryPeriodInDays=${table.recoveryDays}`
      return dynamodb('update-continuous-backups', '--point-in-time-recovery-specification', days)
    },
    'table encryption key': () => dynamodb('update-table', '--sse-specification', 'Enabled=true'),
    'table storage class': () => dynamodb('update-table', '--table-class', 'STANDARD'),
    'table throughput': () => {
      const limits = 'MaxReadRequestUnits=-1,MaxWriteRequestUnits=-1'
      return dynamodb('update-table', '--on-demand-throughput', limits)
    },
    'table contributor insights': () =>
      dynamodb('update-contributor-insights', '--contributor-insights-action', 'DISABLE'),
    'table resource policy': () =>
      commandLine([
        ...['aws', 'dynamodb', 'delete-resource-policy'],
        ...['--region', region.aws, '--resource-arn', table.arn]
      ])
  }
  return lookedUp(commands, `${thing} ${name}`)?.()
}

/** AWS lets the root user alone turn MFA delete off, with a code that no text can know. Source: Amazon S3, "Configuring MFA delete". */
const MFA_DELETE =
  'Have the root user of the account turn MFA delete off, with a code of its MFA device: AWS takes that from no other principal, and lets no other principal change the versioning meanwhile.'

/** What to do where a setting is not as declared. `actual` says what it is. */
export const settingRemedy = (wanted: Wanted, thing: 'bucket' | 'table', name: string, actual?: string): string => {
  if (name === 'versioning' && actual?.includes('MFA delete') === true) return MFA_DELETE
  const command = settingCommand(wanted, thing, name)
  const end = command === undefined ? '.' : `: ${command}`
  return `Find out who changed it, and have the bootstrap principal bring the ${thing} back to what is declared${end}`
}

/** The settings of the bucket or the table as findings. `ignored` names those that a plan may change at any time. */
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
        rule: ruleOf(thing, name),
        clause,
        from: settingOrigin(thing, name),
        expected,
        actual,
        remedy: settingRemedy(wanted, thing, name, actual)
      })
    )

/** A question that AWS did not answer: unknown is a refusal, with the cause that AWS gave (J.7.0 §4). */
export const unanswered = (rule: string, clause: Clause, expected: string, failure: AwsFailure): Finding =>
  failed({
    rule,
    clause,
    from: answerOf(failure.call),
    expected,
    actual: awsFailureText(failure),
    remedy: awsFailureRemedy(failure)
  })
