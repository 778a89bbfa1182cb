import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { PlanOf, PlanStore } from '../ports/plan-store.ts'
import type { PrivateFailure } from '../ports/private-failure.ts'
import type { GuardSubject, Run } from './ports.ts'
import { notKept } from './stop.ts'

/** Whose plan a run is about. */
export const planOf = ({ subject: { project, file } }: GuardSubject): PlanOf => ({ project, stack: file.stack })

/** A use of the store of plans. */
export const stored =
  <A>(use: (plans: PlanStore) => TE.TaskEither<PrivateFailure, A>): Run<A> =>
  ({ plans }) =>
    pipe(use(plans), TE.mapLeft(notKept))
