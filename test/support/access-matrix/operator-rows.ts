import { applySetsTable, preflightAsksBucket, preflightAsksTable } from './calls.ts'
import { roleRows } from './role-rows.ts'
import { type Row, byResource, rowsOf } from './row.ts'

const { may, mayNot } = rowsOf('operator')

const beside = 'preflight proves that nothing undeclared reads, copies or moves what is stored'

/** What an operator may and may not do: to plan, and to apply settings and tags. */
export const operatorRows: ReadonlyArray<Row> = [
  may({ actions: ['s3:PutBucketTagging'], on: ['the bucket'] }, 'J.7.0 §2', 'apply changes tags'),
  may(
    { actions: ['s3:PutObject'], on: ['the state'], when: ['as usual', 'over TLS 1.2'] },
    'J.7.0 §2',
    'apply writes the state'
  ),
  may({ actions: applySetsTable, on: ['the table'] }, 'J.7.0 §2', 'apply sets tags and recovery of the table'),
  may(
    { actions: ['dynamodb:PutItem'], on: ['the table'], when: ['for the digest'] },
    'J.6.2 §7',
    'apply writes the digest of the state'
  ),
  may(
    {
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
      on: ['the table'],
      when: ['for the probe']
    },
    'J.7.0 §4',
    'preflight proves that the lock works'
  ),
  may({ actions: preflightAsksBucket, on: ['the bucket'] }, 'J.7.0 §4', beside),
  may({ actions: preflightAsksTable, on: ['the table'] }, 'J.7.0 §4', beside),
  mayNot(
    { actions: preflightAsksBucket, on: ['an undeclared bucket', "the other stack's bucket"] },
    byResource,
    'J.6.2 §4',
    'one bucket'
  ),
  mayNot(
    { actions: preflightAsksTable, on: ['an undeclared table', "the other stack's table"] },
    byResource,
    'J.6.2 §4',
    'one table'
  ),
  ...roleRows('operator')
]
