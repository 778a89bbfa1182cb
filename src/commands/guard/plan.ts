import { type Sha256, earlier } from '../../diagnostics/kinds.ts'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'
import { lockFree } from '../preflight/checks/lock-free.ts'
import { alone } from './alone.ts'
import { type JudgedCopy, judged } from './judged.ts'
import { PLAN_MINUTES } from './may-apply.ts'
import type { GuardSubject, Run } from './ports.ts'
import { type Ready, whenReady } from './ready.ts'
import { callerText } from './prove.ts'
import { handedOver, planArguments, said, showArguments } from './run-tofu.ts'
import { type SavedPlan, SAVED_PLAN_SCHEMA, stateAt, writtenSavedPlan } from './saved-plan.ts'
import { asking, emittedFile, telling } from './steps.ts'
import { notKept } from './stop.ts'
import { planOf, stored } from './stored.ts'

/** The plan that was there is forgotten, and those that are too old, of all stacks. */
const begun = (of: GuardSubject): Run<void> =>
  pipe(
    asking(({ clock }) => earlier(clock.now(), PLAN_MINUTES * 60_000)),
    RTE.flatMap((before) => stored((plans) => plans.sweep(before))),
    RTE.flatMap(() => stored((plans) => plans.remove(planOf(of))))
  )

/** The plan is kept with all that must still be so when it is applied. */
const saved = (of: GuardSubject, ready: Ready, plan: Uint8Array, planSha256: Sha256<'the plan'>): Run<void> =>
  pipe(
    asking(({ clock }) => clock.now()),
    RTE.map((createdAt): SavedPlan => ({
      schema: SAVED_PLAN_SCHEMA,
      stack: of.subject.file.stack,
      commit: ready.proven.commit,
      fileSha256: ready.fileSha256,
      principal: callerText(of, ready.proven),
      tofu: ready.tofu,
      planSha256,
      providerLockSha256: ready.lock.sha256,
      state: stateAt(ready.proven.state),
      hasChanges: true,
      createdAt
    })),
    RTE.flatMap((about) => stored((plans) => plans.keep(planOf(of), { plan, record: writtenSavedPlan(about) }))),
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

/** The plan that tofu wrote, read once; all that follows is about these bytes. */
const readPlan =
  ({ folder }: Ready): Run<Uint8Array> =>
  ({ folders }) =>
    pipe(folders.readPlan(folder), TE.mapLeft(notKept))

/** The plan that was judged, in tofu's own words too. Of one without a change the guard's table says all that there is. */
const shown = (of: GuardSubject, ready: Ready, { copy, found }: JudgedCopy): Run<void> =>
  found.hasChanges ? handedOver(ready, showArguments(copy, of)) : RTE.right(undefined)

const planned = (of: GuardSubject, ready: Ready): Run<void> =>
  pipe(
    said(ready, planArguments(ready.folder.plan)),
    RTE.flatMap(() => readPlan(ready)),
    RTE.bindTo('plan'),
    RTE.tap(() => emittedFile(of)),
    RTE.bind('judged', ({ plan }) => judged(ready, plan)),
    RTE.bind('planSha256', ({ plan }) => asking(({ sha256 }) => sha256<'the plan'>(plan))),
    RTE.tap(({ planSha256, judged: { found } }) =>
      telling({ _tag: 'Planned', planSha256, hasChanges: found.hasChanges })
    ),
    RTE.tap(({ judged }) => shown(of, ready, judged)),
    RTE.tap(() => looked(of, ready)),
    RTE.flatMap(({ plan, planSha256, judged: { found } }) =>
      found.hasChanges ? saved(of, ready, plan, planSha256) : RTE.right(undefined)
    )
  )

/**
 * plan: lets tofu plan into the folder of the run after the proofs, and judges and shows the plan. The plan is kept for
 * apply only where it passed and has something to apply. Nothing in AWS changes but the lock, which is taken and released.
 */
export const plan = (of: GuardSubject): Run<void> =>
  alone(
    of,
    whenReady(of, (ready) =>
      pipe(
        begun(of),
        RTE.flatMap(() => planned(of, ready))
      )
    )
  )
