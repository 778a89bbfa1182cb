import type * as IO from 'fp-ts/lib/IO.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CheckName } from './check-names.ts'

/** How a check waits, and says so. */
export type Waiting = {
  readonly pause: (millis: number) => T.Task<void>
  readonly waiting: (check: CheckName, until: string) => IO.IO<void>
}

/** How often something is looked at, and how long in between. */
export type Patience = { readonly times: number; readonly millis: number }

/** Looks until it is so, at most as often as patience says; the last answer is given back either way. */
export const until = <A>(
  ports: Waiting,
  patience: Patience,
  check: CheckName,
  what: string,
  look: T.Task<A>,
  isSo: (answer: A) => boolean
): T.Task<A> =>
  pipe(
    look,
    T.flatMap((answer) =>
      isSo(answer) || patience.times <= 1
        ? T.of(answer)
        : pipe(
            T.fromIO(ports.waiting(check, what)),
            T.flatMap(() => ports.pause(patience.millis)),
            T.flatMap(() => until(ports, { ...patience, times: patience.times - 1 }, check, what, look, isSo))
          )
    )
  )
