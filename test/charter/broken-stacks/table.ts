import { type BrokenStack, adds, misuses, lacks, makes, writes } from '../../support/broken-stack.ts'
import { gone } from '../../support/changed.ts'
import { resource } from '../../../src/stack/parts/block.ts'

const table = 'aws_dynamodb_table.lock'

/** The lock table. */
export const tableStacks: ReadonlyArray<BrokenStack> = [
  makes(
    'no lock table',
    ['complete-blocks', 'J.7.0 §4 lock'],
    (parts) => parts.filter(({ name }) => name !== 'lockTable'),
    [[]]
  ),
  lacks('a lock table that is not adopted', ['complete-blocks', 'J.7.0 §4 lock'], `import ${table}`),
  adds(
    'a second table',
    ['authorised-blocks', 'J.7.0 §5 backend'],
    () => resource('aws_dynamodb_table', 'sessions', { name: 'zenthea-integration-sessions', hash_key: 'id' }),
    ['block', 'aws_dynamodb_table', 'sessions']
  ),
  writes('a lock table that nobody declared', ['declared-table', 'J.7.0 §5 backend'], table, [
    [['name'], 'zenthea-production-tflock']
  ]),
  writes('a table that OpenTofu cannot lock by', ['lock-key', 'J.6.2 §5 lock'], table, [[['hash_key'], 'id']]),
  writes('a lock by number', ['lock-key', 'J.6.2 §5 lock'], table, [[['attribute', 'type'], 'N']], [['attribute']]),
  writes('a lock of two keys', ['authorised-attributes', 'J.7.0 §9 scope'], table, [[['range_key'], 'Info']]),
  writes('a table that may be deleted', ['table-deletion-protection', 'J.6.2 §7 history'], table, [
    [['deletion_protection_enabled'], false]
  ]),
  writes('a table that may be destroyed', ['prevent-destroy', 'J.6.2 §7 history'], table, [[['lifecycle'], gone]]),
  writes('a table that cannot be restored', ['table-recovery', 'J.6.2 §7 history'], table, [
    [['point_in_time_recovery', 'enabled'], false]
  ]),
  writes('a table that can be restored for no day', ['recovery-days', 'J.6.2 §7 history'], table, [
    [['point_in_time_recovery', 'recovery_period_in_days'], 0]
  ]),
  writes(
    'a table without encryption',
    ['table-encryption', 'J.7.0 §3.2 security'],
    table,
    [[['server_side_encryption', 'enabled'], false]],
    [['server_side_encryption']]
  ),
  writes(
    "a table with a key of one's own",
    ['table-encryption', 'J.7.0 §3.2 security'],
    table,
    [[['server_side_encryption', 'kms_key_arn'], 'arn:aws:kms:eu-north-1:029608264753:key/0f1e2d3c']],
    [['server_side_encryption']]
  ),
  writes('a table that is paid by capacity', ['table-billing', 'J.6.2 §5 lock'], table, [
    [['billing_mode'], 'PROVISIONED']
  ]),
  misuses('a part that pays by capacity', ['table-billing', 'J.6.2 §5 lock'], 'lockTable', [
    [['billing'], 'PROVISIONED']
  ]),
  writes('a table with a replica', ['authorised-attributes', 'J.7.0 §9 scope'], table, [
    [['replica'], { region_name: 'us-east-1' }]
  ]),
  writes('a table with a stream', ['authorised-attributes', 'J.7.0 §9 scope'], table, [[['stream_enabled'], true]]),
  misuses('a part that restores for 36 days', ['recovery-days', 'J.6.2 §7 history'], 'lockTable', [
    [['pointInTimeRecoveryDays'], 36]
  ]),
  misuses('a part without deletion protection', ['table-deletion-protection', 'J.6.2 §7 history'], 'lockTable', [
    [['deletionProtection'], false]
  ])
]
