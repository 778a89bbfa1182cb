import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lockTable } from '../../../src/stack/parts/lock-table.ts'
import { declaration, jsonOf, right } from '../../support/valid-blocks.ts'
import { validOptions } from '../../support/valid-stack.ts'

const test = suite('lock table')

test('LockID, on demand, point-in-time recovery, encryption, deletion protection, no destruction, and its adoption', () => {
  assert.equal(jsonOf(right(lockTable(validOptions.lockTable).blocks)(declaration)), {
    resource: {
      aws_dynamodb_table: {
        lock: {
          name: 'zenthea-integration-tflock',
          hash_key: 'LockID',
          attribute: { name: 'LockID', type: 'S' },
          billing_mode: 'PAY_PER_REQUEST',
          point_in_time_recovery: { enabled: true, recovery_period_in_days: 35 },
          server_side_encryption: { enabled: true },
          deletion_protection_enabled: true,
          tags: { Purpose: 'lock' },
          lifecycle: { prevent_destroy: true }
        }
      }
    },
    import: [{ to: 'aws_dynamodb_table.lock', id: 'zenthea-integration-tflock' }]
  })
})

test('the days of recovery are those that the author wrote', () => {
  const part = lockTable({ ...validOptions.lockTable, pointInTimeRecoveryDays: 7 })
  const { resource } = jsonOf(right(part.blocks)(declaration)) as {
    readonly resource: { readonly aws_dynamodb_table: { readonly lock: { readonly point_in_time_recovery: unknown } } }
  }
  assert.equal(resource.aws_dynamodb_table.lock.point_in_time_recovery, { enabled: true, recovery_period_in_days: 7 })
})

test.run()
