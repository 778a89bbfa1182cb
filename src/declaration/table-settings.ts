import type { Meaning } from '../diagnostics/decode.ts'

/** What is said of a setting of the lock table that differs, wherever it is written. */
export const tableBilling: Meaning = {
  rule: 'table-billing',
  clause: 'J.6.2 §5',
  remedy: 'Keep PAY_PER_REQUEST: a provisioned table that runs out of capacity refuses the lock.'
}

export const tableDeletionProtection: Meaning = {
  rule: 'table-deletion-protection',
  clause: 'J.6.2 §7',
  remedy: 'Keep deletion protection on: without the table there is no lock.'
}
