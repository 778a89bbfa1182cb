import type { Declaration } from '../../declaration/declaration.ts'
import { closed } from '../../diagnostics/closed.ts'
import { RecoveryDays, tableBilling, tableDeletionProtection } from '../../declaration/settings.ts'
import { Tags } from '../../declaration/tags.ts'
import { only } from '../codec/only.ts'
import { protectedLifecycle, resourceBody } from '../codec/resource-body.ts'

const lockKey = {
  rule: 'lock-key',
  clause: 'J.6.2 §5',
  remedy: 'Keep LockID, a string, as the whole key: it is the one that OpenTofu locks by.'
} as const

/** The lock table: the declared name, the key that OpenTofu locks by, and nothing that would let it be lost. */
export const awsDynamodbTable = ({ backend }: Declaration) =>
  resourceBody('aws_dynamodb_table', {
    name: only(backend.lockTable, {
      rule: 'declared-table',
      clause: 'J.7.0 §5',
      remedy: 'Only the declared lock table is authorised; name it in `backend.lockTable`.'
    }),
    hash_key: only('LockID', lockKey),
    attribute: only({ name: 'LockID', type: 'S' }, lockKey),
    billing_mode: only('PAY_PER_REQUEST', tableBilling),
    deletion_protection_enabled: only(true, tableDeletionProtection),
    point_in_time_recovery: closed('{ enabled, recovery_period_in_days }', {
      enabled: only(true, {
        rule: 'table-recovery',
        clause: 'J.6.2 §7',
        remedy: 'Keep point-in-time recovery on: destructive operations must be recoverable.'
      }),
      recovery_period_in_days: RecoveryDays
    }),
    server_side_encryption: only(
      { enabled: true },
      { rule: 'table-encryption', clause: 'J.7.0 §3.2', remedy: 'Keep server-side encryption on.' }
    ),
    lifecycle: protectedLifecycle(),
    tags: Tags
  })
