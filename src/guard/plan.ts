import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'
import { lockFree } from '../preflight/lock-free.ts'
import { judged } from './judged.ts'
import { PLAN_MINUTES } from './may-apply.ts'
import type { GuardSubject, Run } from './ports.ts'
import { type Ready, whenReady } from './ready.ts'
import { roleOf } from './role-of.ts'
import { handedOver, said } from './run-tofu.ts'
import { SAVED_PLAN_SCHEMA, type SavedPlan, writtenSavedPlan } from './saved-plan.ts'
import { stateAt } from './state-at.ts'
import { asking, emittedFile, lockedProviders, telling } from './steps.ts'
import { planOf, stored } from './stored.ts'
import { planArguments, showArguments } from './tofu-arguments.ts'

const begun = (of: GuardSubject): Run<string> =>
  pipe(
    asking(({ clock }) => clock.now() - PLAN_MINUTES * 60_000),
    RTE.flatMap((before) => stored((plans) => plans.sweep(before))),
    RTE.flatMap(() => stored((plans) => plans.begin(planOf(of))))
  )

/** What is written down, where there is something to apply: all that must still be so then. */
const saved = (
  of: GuardSubject,
  ready: Ready,
  plan: string,
  about: Pick<SavedPlan, 'planSha256' | 'providerLockSha256' | 'hasChanges'>
): Run<void> =>
  pipe(
    asking(({ clock }) => clock.now()),
    RTE.map((createdAt): SavedPlan => ({
      schema: SAVED_PLAN_SCHEMA,
      stack: of.subject.file.stack,
      commit: ready.proven.commit,
      fileSha256: ready.fileSha256,
      principal: roleOf(of, ready.proven.principal),
      tofu: ready.tofu,
      state: stateAt(ready.proven.state),
      createdAt,
      ...about
    })),
    RTE.flatMap((record) => stored((plans) => plans.keep(planOf(of), plan, writtenSavedPlan(record)))),
    RTE.flatMap(() => telling({ _tag: 'Saved' }))
  )

/** The lock that the plan took is released again. */
const looked =
  ({ subject }: GuardSubject, { proven }: Ready): Run<void> =>
  (ports) =>
    pipe(
      TE.fromTask(lockFree(subject)({ ...proven.aws, clock: ports.clock })),
      TE.tapIO((findings) => ports.tell({ _tag: 'After', findings, state: undefined })),
      TE.map(constVoid)
    )

const planned = (of: GuardSubject, ready: Ready, plan: string): Run<void> =>
  pipe(
    lockedProviders(of),
    RTE.bindTo('lock'),
    RTE.tap(() => said(ready, planArguments(plan))),
    RTE.tap(() => emittedFile(of)),
    RTE.bind('found', () => judged(ready, plan)),
    RTE.bind('planSha256', () => stored((plans) => plans.digest(plan))),
    RTE.tap(({ planSha256, found }) => telling({ _tag: 'Planned', planSha256, hasChanges: found.hasChanges })),
    RTE.tap(() => handedOver(ready, showArguments(plan, of))),
    RTE.tap(() => looked(of, ready)),
    RTE.flatMap(({ lock, found: { hasChanges }, planSha256 }) =>
      hasChanges
        ? saved(of, ready, plan, { planSha256, providerLockSha256: lock.sha256, hasChanges })
        : stored((plans) => plans.remove(planOf(of), plan))
    )
  )

/**
 * plan: what is proven first, then tofu's plan into a private file, judged and shown; kept for apply only where it passed
 * and has something to apply. Nothing in AWS changes but the lock, which is taken and released.
 */
export const plan = (of: GuardSubject): Run<void> =>
  whenReady(of, (ready) =>
    pipe(
      begun(of),
      RTE.flatMap((file) =>
        pipe(
          planned(of, ready, file),
          RTE.orElseFirst(() => stored((plans) => plans.remove(planOf(of), file)))
        )
      )
    )
  )
