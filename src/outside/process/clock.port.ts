import type { Instant, Moment } from '../../diagnostics/kinds.ts'
import type * as IO from 'fp-ts/lib/IO.js'
import type * as O from 'fp-ts/lib/Option.js'

/** The time of day, and how it is written. */
export type Clock = {
  readonly now: IO.IO<Moment>
  readonly written: (moment: Moment) => Instant
  /** None when the text is not a moment in RFC 3339. */
  readonly read: (text: string) => O.Option<Moment>
}
