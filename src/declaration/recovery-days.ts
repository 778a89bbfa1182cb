import { wholeNumber } from '../diagnostics/named.ts'

/** How many days back the lock table can be restored. Source: Amazon DynamoDB, "Point-in-time recovery". */
export const RecoveryDays = wholeNumber(
  'recovery-days',
  {
    rule: 'recovery-days',
    clause: 'J.6.2 §7',
    expected: 'whole days from 1 to 35, as DynamoDB takes them',
    remedy: 'Write how many days back the table can be restored; 35 is the most.'
  },
  1,
  35
)
