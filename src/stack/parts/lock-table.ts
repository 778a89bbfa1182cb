import { choice } from '../../diagnostics/named.ts'
import { closed } from '../../diagnostics/closed.ts'
import { RecoveryDays, tableBilling, tableDeletionProtection } from '../../declaration/settings.ts'
import { Tags } from '../../declaration/tags.ts'
import { type Part, type UpTo, part } from '../part.ts'
import { bare } from '../../terraform/expression.ts'

const Options = closed('{ billing, pointInTimeRecoveryDays, deletionProtection, tags }', {
  billing: choice('PAY_PER_REQUEST', tableBilling),
  pointInTimeRecoveryDays: RecoveryDays,
  deletionProtection: choice(true, tableDeletionProtection),
  tags: Tags
})

/** The settings of the lock table. */
export interface LockTableOptions {
  /** How the table is paid for: by request, so that a lock is never refused for want of capacity. */
  readonly billing: 'PAY_PER_REQUEST'
  /** How many days back the table can be restored: 1 to 35. */
  readonly pointInTimeRecoveryDays: UpTo<35>
  /** Whether AWS refuses to delete the table. */
  readonly deletionProtection: true
  /** Tags of the table, beside those of the stack. */
  readonly tags: Readonly<Record<string, string>>
}

/**
 * The table that holds the lock and the digest of the state. It has the form that OpenTofu expects: `LockID`, a string,
 * is the whole key. Seed makes it on day 0; the `import` block adopts it (J.6.2 §5, J.7.0 §3.2, §5).
 */
export const lockTable = (...given: [options: LockTableOptions]): Part<'lockTable'> =>
  part('lockTable', Options, given, ({ billing, pointInTimeRecoveryDays, deletionProtection, tags }, { backend }) => [
    {
      type: 'resource',
      labels: ['aws_dynamodb_table', 'lock'],
      body: {
        name: backend.lockTable,
        billing_mode: billing,
        hash_key: 'LockID',
        attribute: { name: 'LockID', type: 'S' },
        point_in_time_recovery: { enabled: true, recovery_period_in_days: pointInTimeRecoveryDays },
        server_side_encryption: { enabled: true },
        deletion_protection_enabled: deletionProtection,
        tags,
        lifecycle: { prevent_destroy: true }
      },
      origins: [
        { within: [], from: [] },
        { within: ['billing_mode'], from: ['billing'] },
        { within: ['point_in_time_recovery', 'recovery_period_in_days'], from: ['pointInTimeRecoveryDays'] },
        { within: ['deletion_protection_enabled'], from: ['deletionProtection'] },
        { within: ['tags'], from: ['tags'], isSame: true }
      ]
    },
    {
      type: 'import',
      labels: [],
      body: { to: bare('aws_dynamodb_table.lock'), id: backend.lockTable },
      origins: [{ within: [], from: [] }]
    }
  ])
