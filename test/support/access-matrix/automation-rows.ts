import { applySetsTable, preflightAsksBucket, preflightAsksTable } from './calls.ts'
import { roleRows } from './role-rows.ts'
import { type Layer, type Row, rowsOf } from './row.ts'

const { mayNot } = rowsOf('automation')

/** The boundary is the same for both roles, so what an operator may write automation is denied by its own policy. */
const own: ReadonlyArray<Layer> = ['own grants', 'own denials']
const forHumans = 'preflight is for humans'
const unattended = 'nothing is applied unattended'

/** What automation may and may not do: to plan, and to write nothing. */
export const automationRows: ReadonlyArray<Row> = [
  mayNot({ actions: ['s3:PutObject'], on: ['the state'] }, own, 'J.7.0 §6', `${unattended}: the state is not written`),
  mayNot({ actions: ['s3:PutBucketTagging'], on: ['the bucket'] }, own, 'J.7.0 §6', unattended),
  mayNot({ actions: applySetsTable, on: ['the table'] }, own, 'J.7.0 §6', unattended),
  mayNot(
    {
      actions: ['dynamodb:PutItem', 'dynamodb:DeleteItem'],
      on: ['the table'],
      when: [
        'for the digest',
        'for the probe',
        'for the lock of another key',
        "for the other stack's lock",
        'for the lock of a workspace',
        'for the lock and another item'
      ]
    },
    own,
    'J.7.0 §6',
    'the digest is written by an apply alone, the probe by an operator, and another lock by nobody here'
  ),
  mayNot(
    { actions: ['dynamodb:GetItem'], on: ['the table'], when: ['for the probe'] },
    ['own grants'],
    'J.6.2 §6',
    'the probe is for humans'
  ),
  mayNot({ actions: preflightAsksBucket, on: ['the bucket'] }, own, 'J.6.2 §6', forHumans),
  mayNot({ actions: preflightAsksTable, on: ['the table'] }, own, 'J.6.2 §6', forHumans),
  ...roleRows('automation')
]
