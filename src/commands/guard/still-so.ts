import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { backendNow } from './look-afterwards.ts'
import { mayApply } from './may-apply.ts'
import type { GuardSubject, Run } from './ports.ts'
import { type Found, type Ready, calledWith, foundNow } from './ready.ts'
import { callerText } from './prove.ts'
import type { StateAt } from './saved-plan.ts'
import { asking, unlessObjected } from './steps.ts'
import { type KeptPlan, keptPlan, noPlan, planOf, stored } from './stored.ts'

/** Everything that was so when it was planned is so now. */
export const stillSo = (of: GuardSubject, ready: Ready, plan: KeptPlan, state: StateAt): Run<void> =>
  pipe(
    asking(({ clock }) => clock.now()),
    RTE.flatMap((now) =>
      unlessObjected(
        mayApply(plan.saved, {
          stack: of.subject.file.stack,
          commit: ready.proven.commit,
          fileSha256: ready.fileSha256,
          principal: callerText(of, ready.proven),
          tofu: ready.tofu,
          planSha256: plan.sha256,
          providerLockSha256: ready.lock.sha256,
          state,
          now
        })
      )
    )
  )

/** The state of this moment, where the lock is free and object and digest agree. */
const stateNow =
  (of: GuardSubject, ready: Ready): Run<StateAt> =>
  (ports) =>
    pipe(
      TE.fromTask(backendNow(of, ready, ports)),
      TE.flatMap(({ findings, state }) =>
        pipe(
          unlessObjected(findings.flatMap((finding) => (finding.outcome === 'failed' ? [finding] : [])))(ports),
          TE.flatMap(() => (state === undefined ? TE.left(noPlan(of, 'the state is not known')) : TE.right(state)))
        )
      )
    )

/** The run as it is after another proof: other credentials of the same role, and all that was found anew. */
const renewed = (of: GuardSubject, ready: Ready, found: Found): Ready => ({
  ...ready,
  ...calledWith(of, found, ready.folder),
  proven: found.proven,
  fileSha256: found.fileSha256,
  lock: found.lock._tag === 'Some' ? found.lock.value : ready.lock,
  tofu: { ...ready.tofu, sha256: found.program.sha256 }
})

const sameAsShown = (shown: KeptPlan, now: KeptPlan): Run<void> =>
  unlessObjected(
    shown.sha256 === now.sha256 && shown.record === now.record
      ? []
      : [
          {
            rule: 'plan-as-shown',
            clause: 'J.7.0 §2',
            from: { kind: 'plan' as const, name: 'as it was saved' },
            expected: 'the plan that was shown, and what was written down about it',
            actual: 'another one took its place while you typed',
            remedy: 'Find out who did that; then run plan again, read it, and apply that.'
          }
        ]
  )

/**
 * Proves the checkout, all of preflight, tofu, the plan and the state once more. A person may have taken their time. After
 * that the plan is this run's alone: tofu applies the bytes that were shown, from memory.
 */
export const provenAgain = (of: GuardSubject, ready: Ready, shown: KeptPlan): Run<Ready> =>
  pipe(
    foundNow(of, 'again'),
    RTE.map((found) => renewed(of, ready, found)),
    RTE.bindTo('again'),
    RTE.bind('now', () => keptPlan(of)),
    RTE.tap(({ now }) => sameAsShown(shown, now)),
    RTE.bind('state', ({ again }) => stateNow(of, again)),
    RTE.tap(({ again, state }) => stillSo(of, again, shown, state)),
    RTE.bind('isMine', () => stored((plans) => plans.take(planOf(of)))),
    RTE.filterOrElse(
      ({ isMine }) => isMine,
      () => noPlan(of, 'another run has just taken it')
    ),
    RTE.map(({ again }) => again)
  )
