import type * as t from 'io-ts'
import { named } from '../diagnostics/named.ts'

/** A DynamoDB table's name. Source: Amazon DynamoDB, "Supported data types and naming rules". */
export const TableName = named(
  'table-name',
  {
    rule: 'table-name',
    clause: 'J.7.0 §3.3',
    expected: 'a DynamoDB table name: 3 to 255 letters, digits, underscores, dots and hyphens',
    remedy: 'Choose another name for the lock table; it cannot be changed later.'
  },
  (text) => /^[A-Za-z0-9_.-]{3,255}$/.test(text)
)
export type TableName = t.TypeOf<typeof TableName>
