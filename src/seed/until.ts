import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { SeedPorts } from './ports.ts'
import type { Thing } from './stop.ts'

/** How often something is looked at again, and how long in between. */
export type Patience = { readonly times: number; readonly millis: number }

/** What is waited for, as it is shown. */
export type Waited = { readonly thing: Thing; readonly for: string }

/** Looks until it is so, at most as often as patience says; the last answer is given back either way. */
export const until = <E, A>(
  ports: Pick<SeedPorts, 'pause' | 'tell'>,
  patience: Patience,
  waited: Waited,
  look: TE.TaskEither<E, A>,
  isSo: (answer: A) => boolean
): TE.TaskEither<E, A> =>
  pipe(
    look,
    TE.flatMap((answer) =>
      isSo(answer) || patience.times <= 1
        ? TE.right(answer)
        : pipe(
            TE.fromIO<void, E>(ports.tell({ _tag: 'Waiting', ...waited })),
            TE.flatMapTask(() => ports.pause(patience.millis)),
            TE.flatMap(() => until(ports, { ...patience, times: patience.times - 1 }, waited, look, isSo))
          )
    )
  )
