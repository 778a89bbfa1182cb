import type * as IO from 'fp-ts/lib/IO.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'

/** How often something is looked at again, and how long in between. */
export type Patience = { readonly times: number; readonly millis: number }

/** How a wait is done: the pause itself, in milliseconds, and what is said before each pause. */
export type Waiting = { readonly pause: (millis: number) => T.Task<void>; readonly waiting: IO.IO<void> }

/** Looks until it is so, at most as often as patience says; the last answer is given back either way. */
export const until = <A>(
  { pause, waiting }: Waiting,
  { times, millis }: Patience,
  look: T.Task<A>,
  isSo: (answer: A) => boolean
): T.Task<A> =>
  pipe(
    look,
    T.flatMap((answer) =>
      isSo(answer) || times <= 1
        ? T.of(answer)
        : pipe(
            T.fromIO(waiting),
            T.flatMap(() => pause(millis)),
            T.flatMap(() => until({ pause, waiting }, { times: times - 1, millis }, look, isSo))
          )
    )
  )
