import { bucketHistory, bucketPolicy, planReadsBucket, planReadsTable } from './calls.ts'
import { everybodyRows, historyRows } from './everybody-rows.ts'
import { type Row, rowsOf } from './row.ts'

const bootstrap = (): ReadonlyArray<Row> => {
  const { may } = rowsOf('bootstrap')
  const changes = 'every change of roles and boundary is its own'
  return [
    may(
      { actions: bucketPolicy, on: ['the bucket'] },
      'J.7.0 §5',
      'the first apply, and every change of the bucket policy'
    ),
    may(
      { actions: [...planReadsBucket, 's3:PutBucketTagging'], on: ['the bucket'] },
      'J.7.0 §2',
      'the first apply plans as well'
    ),
    may(
      { actions: ['s3:GetObject', 's3:PutObject'], on: ['the state'], when: ['as usual', 'over TLS 1.2'] },
      'J.7.0 §2',
      'the first apply writes the state'
    ),
    may(
      {
        actions: ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:PutRolePermissionsBoundary'],
        on: ['the operator role', 'the automation role']
      },
      'J.7.0 §5',
      changes
    ),
    may(
      { actions: ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'], on: ['the boundary'] },
      'J.7.0 §5',
      changes
    ),
    may(
      { actions: ['dynamodb:UpdateTable', ...planReadsTable], on: ['the table'] },
      'J.7.0 §3.2',
      'the first apply adopts the table'
    ),
    ...historyRows('bootstrap'),
    ...everybodyRows('bootstrap')
  ]
}

const stranger = (): ReadonlyArray<Row> => {
  const { may, mayNot } = rowsOf('stranger')
  return [
    may(
      { actions: ['s3:GetObject', 's3:PutObject'], on: ['the state'] },
      'J.7.0 §7',
      'an administrator of the account stands above the stack; the bucket policy holds what even they may not change'
    ),
    mayNot(
      { actions: bucketPolicy, on: ['the bucket'] },
      ['bucket policy', 'BootstrapPrincipalSetsPolicy alone'],
      'J.7.0 §7',
      'the bootstrap principal alone, by its exact ARN'
    ),
    ...historyRows('stranger'),
    ...everybodyRows('stranger')
  ]
}

const outside = (who: 'outsider' | 'nobody'): ReadonlyArray<Row> => {
  const { mayNot } = rowsOf(who)
  const accounts = 'nothing is shared across accounts, whatever the bucket policy allows besides'
  const byBucket = ['bucket policy', 'ThisAccountOnly alone'] as const
  return [
    mayNot(
      { actions: [...planReadsBucket, 's3:PutBucketTagging', ...bucketPolicy, ...bucketHistory], on: ['the bucket'] },
      byBucket,
      'J.6.2 §4',
      accounts
    ),
    mayNot(
      { actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], on: ['the state', 'another key of the bucket'] },
      byBucket,
      'J.6.2 §4',
      accounts
    ),
    mayNot(
      { actions: bucketPolicy, on: ['the bucket'] },
      ['BootstrapPrincipalSetsPolicy alone'],
      'J.7.0 §7',
      'the bootstrap principal alone, by its exact ARN'
    ),
    mayNot(
      { actions: [...planReadsTable, 'dynamodb:Scan'], on: ['the table'] },
      [],
      'J.6.2 §4',
      'nothing is shared across accounts'
    ),
    mayNot(
      {
        actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
        on: ['the table'],
        when: ['for the lock']
      },
      [],
      'J.6.2 §5',
      'nobody else takes the lock'
    ),
    ...historyRows(who),
    ...everybodyRows(who)
  ]
}

/** What those may and may not do who have administrator rights, in the stack's account or in another, and nobody at all. */
export const administratorRows: ReadonlyArray<Row> = [
  ...bootstrap(),
  ...stranger(),
  ...outside('outsider'),
  ...outside('nobody')
]
