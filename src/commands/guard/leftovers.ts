import { type Moment, earlier } from '../../diagnostics/kinds.ts'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { stateLeftBefore } from '../preflight/foreseen/judge-foreseen.ts'
import type { GuardSubject, Run } from './ports.ts'
import { unlessObjected } from './steps.ts'
import { notKept } from './stop.ts'

const DAY_MILLIS = 24 * 60 * 60 * 1000

/**
 * How many days a leftover of a run is kept after its last use. `folders` is for the folder of a run that was killed,
 * `copies` for a copy of tofu or a provider.
 */
const KEPT_DAYS = { folders: 7, copies: 30 } as const

/**
 * Refuses plan and apply while the folder of an earlier run holds a state that is stored nowhere else. An earlier apply made
 * that state.
 */
export const noStateLeft = ({ command, subject: { file } }: GuardSubject): Run<void> =>
  command === 'init'
    ? RTE.right(undefined)
    : pipe(
        (({ leftovers }) => pipe(leftovers.states(file.stack), TE.mapLeft(notKept))) satisfies Run<
          ReadonlyArray<string>
        >,
        RTE.flatMap((paths) => unlessObjected(paths.map((path) => stateLeftBefore(file.stack, path))))
      )

/** Removes the leftovers of earlier runs that are no longer in use. A leftover that cannot be removed hinders no run. */
export const swept: Run<void> = ({ leftovers, clock }) => {
  const ago = (days: number): Moment => earlier(clock.now(), days * DAY_MILLIS)
  return TE.fromTask(leftovers.sweep({ folders: ago(KEPT_DAYS.folders), copies: ago(KEPT_DAYS.copies) }))
}
