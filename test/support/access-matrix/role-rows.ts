import { planReadsBoundary, planReadsBucket, planReadsRoles, planReadsTable } from './calls.ts'
import { roleBucketRows } from './role-bucket-rows.ts'
import { roleIdentityRows } from './role-identity-rows.ts'
import { roleTableRows } from './role-table-rows.ts'
import { type Row, rowsOf } from './row.ts'

/** What both roles may do, which is to plan, and what neither may. */
export const roleRows = (who: 'operator' | 'automation'): ReadonlyArray<Row> => {
  const { may } = rowsOf(who)
  const clause = who === 'operator' ? 'J.7.0 §2' : 'J.7.0 §5'
  return [
    may({ actions: planReadsBucket, on: ['the bucket'] }, clause, 'init and plan read the bucket and its settings'),
    may(
      { actions: ['s3:GetObject'], on: ['the state'], when: ['as usual', 'over TLS 1.2'] },
      clause,
      'plan reads the state; TLS 1.2 is the least that is declared'
    ),
    may({ actions: planReadsTable, on: ['the table'] }, clause, 'plan reads the table'),
    may(
      {
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
        on: ['the table'],
        when: ['for the lock']
      },
      'J.6.2 §5',
      'plan takes the lock, reads whose it is, and releases it'
    ),
    may(
      { actions: ['dynamodb:GetItem'], on: ['the table'], when: ['for the digest'] },
      'J.6.2 §7',
      'plan proves the state by its digest'
    ),
    may(
      { actions: ['kms:DescribeKey'], on: ['a key'], when: ['by alias/aws/dynamodb'] },
      clause,
      'plan asks for the key of the table'
    ),
    may({ actions: planReadsRoles, on: ['the operator role', 'the automation role'] }, clause, 'plan reads the roles'),
    may({ actions: planReadsBoundary, on: ['the boundary'] }, clause, 'plan reads the boundary'),
    may(
      { actions: ['sts:GetCallerIdentity'], on: ['the account'] },
      'J.7.0 §4',
      'the live account is proven first; AWS lets everybody ask'
    ),
    ...roleBucketRows(who),
    ...roleTableRows(who),
    ...roleIdentityRows(who)
  ]
}
