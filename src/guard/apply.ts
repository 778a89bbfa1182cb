import * as E from 'fp-ts/lib/Either.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { StoredPlan } from '../ports/plan-store.ts'
import { admitted } from './admitted.ts'
import { judged } from './judged.ts'
import { backendNow, lookAfterwards } from './look-afterwards.ts'
import { mayApply } from './may-apply.ts'
import type { GuardSubject, Run } from './ports.ts'
import { type Ready, whenReady } from './ready.ts'
import { roleOf } from './role-of.ts'
import { handOver } from './run-tofu.ts'
import { type SavedPlan, type StateAt, readSavedPlan } from './saved-plan.ts'
import { stateAt } from './state-at.ts'
import { asking, emittedFile, lockedProviders, telling, unlessObjected } from './steps.ts'
import { type Stop, notAllowed } from './stop.ts'
import { planOf, stored } from './stored.ts'
import { applyArguments } from './tofu-arguments.ts'

/** How an apply ended: tofu's exit code, and whether everything is as it should be afterwards. */
export type Applied = { readonly code: number; readonly isClean: boolean }

type Found = { readonly stored: StoredPlan; readonly saved: SavedPlan }

const noPlan = (actual: string): Stop =>
  notAllowed([
    {
      id: 'plan-saved',
      clause: 'J.7.0 §4',
      expected: 'a plan of this stack that was judged and not yet applied',
      actual,
      remedy: 'run plan, read what it shows, and run apply within a quarter of an hour'
    }
  ])

/** The saved plan, read anew: it may have been changed or taken since it was last looked at. */
const found = (of: GuardSubject): Run<Found> =>
  pipe(
    stored((plans) => plans.find(planOf(of))),
    RTE.flatMapEither(E.fromOption(() => noPlan('there is none'))),
    RTE.flatMapEither((plan) =>
      pipe(
        readSavedPlan(plan.record),
        E.bimap(
          (objection) => notAllowed([objection]),
          (saved) => ({ stored: plan, saved })
        )
      )
    )
  )

/** Everything that was so when it was planned is so now. */
const stillSo = (of: GuardSubject, ready: Ready, plan: Found, state: StateAt): Run<void> =>
  pipe(
    RTE.Do,
    RTE.bind('fileSha256', () => emittedFile(of)),
    RTE.bind('lock', () => lockedProviders(of)),
    RTE.bind('now', () => asking(({ clock }) => clock.now())),
    RTE.flatMap(({ fileSha256, lock, now }) =>
      unlessObjected(
        mayApply(plan.saved, {
          stack: of.subject.file.stack,
          commit: ready.proven.commit,
          fileSha256,
          principal: roleOf(of, ready.proven.principal),
          tofu: ready.tofu,
          planSha256: plan.stored.sha256,
          providerLockSha256: lock.sha256,
          state,
          now
        })
      )
    )
  )

const confirmed = ({ subject }: GuardSubject): Run<void> =>
  pipe(
    (({ person }) => TE.fromTask(person.ask('Type the name of the environment to apply this: '))) as Run<string>,
    RTE.flatMap((typed): Run<void> =>
      typed.trim() === subject.wanted.declaration.environment
        ? telling({ _tag: 'Confirmed' })
        : RTE.left({ _tag: 'NotConfirmed' })
    )
  )

/** The state of this moment, where nobody holds the lock and object and digest agree. */
const stateNow =
  (of: GuardSubject, ready: Ready): Run<StateAt> =>
  (ports) =>
    pipe(
      TE.fromTask(backendNow(of, ready, ports)),
      TE.flatMap(({ findings, state }) =>
        pipe(
          unlessObjected(findings.flatMap((finding) => (finding.outcome === 'failed' ? [finding] : [])))(ports),
          TE.flatMap(() => (state === undefined ? TE.left(noPlan('the state is not known')) : TE.right(state)))
        )
      )
    )

/** A person may have taken their time: all of it is looked at once more, and then the plan is this run's alone. */
const taken = (of: GuardSubject, ready: Ready): Run<Found> =>
  pipe(
    admitted(of, ready.proven),
    RTE.flatMap(() => found(of)),
    RTE.bindTo('plan'),
    RTE.bind('state', () => stateNow(of, ready)),
    RTE.tap(({ plan, state }) => stillSo(of, ready, plan, state)),
    RTE.bind('isMine', () => stored((plans) => plans.take(planOf(of)))),
    RTE.flatMapEither(({ plan, isMine }) => (isMine ? E.right(plan) : E.left(noPlan('another run has just taken it'))))
  )

const applied = (of: GuardSubject, ready: Ready, { stored: { path }, saved }: Found): Run<Applied> =>
  pipe(
    telling({ _tag: 'Applying' }),
    RTE.flatMap(() => handOver(ready, applyArguments(path, of))),
    RTE.bindTo('end'),
    RTE.bind('isClean', ({ end }) => lookAfterwards(of, ready, saved.state, end)),
    RTE.map(({ end, isClean }) => ({ code: end.code, isClean })),
    RTE.tap(() => stored((plans) => plans.remove(planOf(of), path)))
  )

/**
 * apply: a saved plan, everything that is proven first, everything that was so when it was planned, the judge once more, a
 * person who types the environment's name, all of it once more; then tofu, and a look at what it left.
 */
export const apply = (of: GuardSubject): Run<Applied> =>
  pipe(
    admitted(of),
    RTE.flatMap(() => found(of)),
    RTE.flatMap((plan) =>
      whenReady(of, (ready) =>
        pipe(
          stillSo(of, ready, plan, stateAt(ready.proven.state)),
          RTE.tap(() =>
            telling({ _tag: 'Planned', planSha256: plan.stored.sha256, hasChanges: plan.saved.hasChanges })
          ),
          RTE.flatMap(() => judged(ready, plan.stored.path)),
          RTE.flatMap(() => confirmed(of)),
          RTE.flatMap(() => taken(of, ready)),
          RTE.flatMap((mine) => applied(of, ready, mine))
        )
      )
    )
  )
