import type * as t from 'io-ts'
import { named } from '../diagnostics/named.ts'

/** An AWS account: twelve digits as text, so that leading zeros stay. Source: AWS, "AWS account identifiers". */
export const AccountId = named(
  'account-id',
  {
    rule: 'account-id',
    clause: 'J.7.0 §3.3',
    expected: 'an AWS account id: 12 digits, as text',
    remedy: "Write the account's 12 digits between quotes, leading zeros included."
  },
  (text) => /^[0-9]{12}$/.test(text)
)
export type AccountId = t.TypeOf<typeof AccountId>
