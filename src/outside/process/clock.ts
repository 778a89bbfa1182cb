import { type Instant, momentAt } from '../../diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import type { Clock } from './clock.port.ts'

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** The clock of this machine. */
export const clock: Clock = {
  now: () => momentAt(Date.now()),
  written: (millis) => new Date(millis).toISOString() as Instant,
  read: (text) => {
    const millis = RFC_3339.test(text) ? Date.parse(text) : Number.NaN
    return Number.isNaN(millis) ? O.none : O.some(momentAt(millis))
  }
}
