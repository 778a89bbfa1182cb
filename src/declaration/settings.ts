import { wholeNumber } from '../diagnostics/named.ts'
import type { Meaning } from '../diagnostics/decode.ts'

const session: Meaning = {
  rule: 'session-length',
  clause: 'J.7.0 §7',
  remedy: 'Write how long a session of this role may last; the shorter the better.'
}

/** How long a session of a role lasts at most, in hours. Source: IAM, "Update the maximum session duration for a role". */
export const SessionHours = wholeNumber(
  'session-hours',
  { ...session, expected: 'whole hours from 1 to 12, as IAM takes them' },
  1,
  12
)

/** The same in seconds, as the provider takes it. */
export const SessionSeconds = wholeNumber(
  'session-seconds',
  { ...session, expected: 'whole seconds from 3600 to 43200, as IAM takes them' },
  3600,
  43200
)
