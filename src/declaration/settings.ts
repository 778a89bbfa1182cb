import { guarded, wholeNumber } from '../diagnostics/named.ts'
import type { Meaning } from '../diagnostics/decode.ts'

const session: Meaning = {
  rule: 'session-length',
  clause: 'J.7.0 §7',
  remedy: 'Write how long a session of this role may last; the shorter the better.'
}

/** How long a session of a role lasts at most, in hours. Source: IAM, "Update the maximum session duration for a role". */
export const SessionHours = wholeNumber({ ...session, expected: 'whole hours from 1 to 12, as IAM takes them' }, 1, 12)

/** The same in seconds, as the provider takes it. */
export const SessionSeconds = wholeNumber(
  { ...session, expected: 'whole seconds from 3600 to 43200, as IAM takes them' },
  3600,
  43200
)

/** A number of seconds that is not taken for one of hours or days. */
export type Seconds = number & { readonly _brand: 'seconds' }

/** How old a sign-in with MFA may be, in whole seconds. Between which bounds is for the charter to judge (`trust-mfa`). */
export const Seconds = guarded<Seconds, number>(
  {
    rule: 'trust-mfa',
    clause: 'J.7.0 §7',
    expected: 'an MFA age in whole seconds, from 900 to 43200',
    remedy: 'Write how many seconds ago the sign-in with MFA may be, as a whole number.'
  },
  (value): value is Seconds => Number.isInteger(value)
)

/** What is said of a setting of the state bucket that differs, wherever it is written. */
export const bucketVersioning: Meaning = {
  rule: 'bucket-versioning',
  clause: 'J.6.2 §7',
  remedy: 'Keep versioning enabled: the history of a state is preserved.'
}

export const bucketOwnership: Meaning = {
  rule: 'bucket-ownership',
  clause: 'J.7.0 §7',
  remedy: 'Keep BucketOwnerEnforced: access is by identity, and access control lists have no effect.'
}

export const bucketPublicAccess: Meaning = {
  rule: 'bucket-public-access',
  clause: 'J.7.0 §7',
  remedy: 'Keep public access blocked in all four ways: access is by identity only.'
}

export const bucketTls: Meaning = {
  rule: 'bucket-tls',
  clause: 'J.7.0 §7',
  remedy: 'Keep TLS 1.2 as the least: the bucket policy denies what comes without it.'
}

/** What is said of a setting of the lock table that differs, wherever it is written. */
export const tableBilling: Meaning = {
  rule: 'table-billing',
  clause: 'J.6.2 §5',
  remedy: 'Keep PAY_PER_REQUEST: a provisioned table that runs out of capacity refuses the lock.'
}

export const tableDeletionProtection: Meaning = {
  rule: 'table-deletion-protection',
  clause: 'J.6.2 §7',
  remedy: 'Keep deletion protection on: the lock lives in this table.'
}

/** How many days back the lock table can be restored. Source: Amazon DynamoDB, "Point-in-time recovery". */
export const RecoveryDays = wholeNumber(
  {
    rule: 'recovery-days',
    clause: 'J.6.2 §7',
    expected: 'whole days from 1 to 35, as DynamoDB takes them',
    remedy: 'Write how many days back the table can be restored; 35 is the most.'
  },
  1,
  35
)
