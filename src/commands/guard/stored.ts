import type { Sha256 } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { PlanOf, PlanStore, StoredPlan } from '../../outside/private/stores.port.ts'
import type { PrivateFailure } from '../../outside/files/files.port.ts'
import type { GuardSubject, Run } from './ports.ts'
import { type SavedPlan, readSavedPlan } from './saved-plan.ts'
import { asking } from './steps.ts'
import { PLAN_MINUTES, planAgain } from './may-apply.ts'
import { type Stop, notAllowed, notKept } from './stop.ts'

/** Whose plan a run is about. */
export const planOf = ({ subject: { project, file } }: GuardSubject): PlanOf => ({ project, stack: file.stack })

/** A use of the store of plans. */
export const stored =
  <A>(use: (plans: PlanStore) => TE.TaskEither<PrivateFailure, A>): Run<A> =>
  ({ plans }) =>
    pipe(use(plans), TE.mapLeft(notKept))

/** A plan that was kept, read once: its bytes, their digest, and what was written down about it. */
export type KeptPlan = StoredPlan & { readonly sha256: Sha256<'the plan'>; readonly saved: SavedPlan }

/** There is no plan that may be applied. */
export const noPlan = ({ subject: { file } }: GuardSubject, actual: string): Stop =>
  notAllowed([
    {
      rule: 'plan-saved',
      clause: 'J.7.0 §4',
      from: { kind: 'plan', name: 'as it was saved' },
      expected: 'a plan of this stack that was judged and not yet applied',
      actual,
      remedy: `Plan, read what it shows, and apply it within ${PLAN_MINUTES} minutes: npm run tofu -- stacks/${file.stack}.ts plan`
    }
  ])

/** The saved plan as it lies there now. */
export const keptPlan = (of: GuardSubject): Run<KeptPlan> =>
  pipe(
    stored((plans) => plans.find(planOf(of))),
    RTE.flatMapEither(E.fromOption(() => noPlan(of, 'there is none'))),
    RTE.bindTo('kept'),
    RTE.bind('sha256', ({ kept }) => asking((ports) => ports.sha256<'the plan'>(kept.plan))),
    RTE.flatMapEither(({ kept, sha256 }) =>
      pipe(
        readSavedPlan(kept.record),
        E.bimap(
          (diagnostic) => notAllowed([{ ...diagnostic, remedy: planAgain(of.subject.file.stack) }]),
          (saved) => ({ ...kept, sha256, saved })
        )
      )
    )
  )
