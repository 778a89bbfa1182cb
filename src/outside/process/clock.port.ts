import type * as IO from 'fp-ts/lib/IO.js'
import type * as O from 'fp-ts/lib/Option.js'

/** The time of day, and how it is written. */
export type Clock = {
  /** Milliseconds since 1970 in UTC. */
  readonly now: IO.IO<number>
  /** RFC 3339 in UTC, to the millisecond. */
  readonly written: (millis: number) => string
  /** None when the text is not a moment in RFC 3339. */
  readonly read: (text: string) => O.Option<number>
}
