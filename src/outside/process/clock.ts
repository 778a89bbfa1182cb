import * as O from 'fp-ts/lib/Option.js'
import type { Clock } from './clock.port.ts'

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** The clock of this machine. */
export const clock: Clock = {
  now: () => Date.now(),
  written: (millis) => new Date(millis).toISOString(),
  read: (text) => {
    const millis = RFC_3339.test(text) ? Date.parse(text) : Number.NaN
    return Number.isNaN(millis) ? O.none : O.some(millis)
  }
}
