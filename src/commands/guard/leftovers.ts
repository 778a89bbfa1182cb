import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { stateLeftBefore } from '../preflight/foreseen/judge-foreseen.ts'
import type { GuardSubject, Run } from './ports.ts'
import { unlessObjected } from './steps.ts'
import { notKept } from './stop.ts'

const DAY_MILLIS = 24 * 60 * 60 * 1000

/** How long what a run left is kept after its last use: the folder of one that was killed, and a copy of tofu or a provider. */
const KEPT_DAYS = { folders: 7, copies: 30 } as const

/** Nobody plans or applies while a state that an earlier apply made lies in the folder of its run, stored nowhere else. */
export const noStateLeft = ({ command, subject: { file } }: GuardSubject): Run<void> =>
  command === 'init'
    ? RTE.right(undefined)
    : pipe(
        (({ leftovers }) => pipe(leftovers.states(file.stack), TE.mapLeft(notKept))) satisfies Run<
          ReadonlyArray<string>
        >,
        RTE.flatMap((paths) => unlessObjected(paths.map((path) => stateLeftBefore(file.stack, path))))
      )

/** Removes what earlier runs left and nobody uses any more; whatever cannot be removed hinders no run. */
export const swept: Run<void> = ({ leftovers, clock }) => {
  const ago = (days: number): number => clock.now() - days * DAY_MILLIS
  return TE.fromTask(leftovers.sweep({ folders: ago(KEPT_DAYS.folders), copies: ago(KEPT_DAYS.copies) }))
}
