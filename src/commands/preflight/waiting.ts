import type * as IO from 'fp-ts/lib/IO.js'
import type * as T from 'fp-ts/lib/Task.js'
import type { CheckName } from './check-names.ts'

/** How a check waits, and says so. */
export type Waiting = {
  readonly pause: (millis: number) => T.Task<void>
  readonly waiting: (check: CheckName, until: string) => IO.IO<void>
}
