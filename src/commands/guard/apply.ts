import type { Sha256 } from '../../diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { judged, privateCopy } from './judged.ts'
import type { Judged } from './facts.ts'
import { short } from './may-apply.ts'
import { planSum } from './plan-text.ts'
import type { GuardSubject, Run } from './ports.ts'
import { asking, noting, telling } from './steps.ts'
import { admitted } from './admitted.ts'
import { alone } from './alone.ts'
import { lookAfterwards } from './look-afterwards.ts'
import { type Ready, whenReady } from './ready.ts'
import { applyArguments, handOver } from './run-tofu.ts'
import { stateAt } from './saved-plan.ts'
import { notKept } from './stop.ts'
import { provenAgain, stillSo } from './still-so.ts'
import { type KeptPlan, keptPlan, planOf, stored } from './stored.ts'

/** The question names the change and the bytes. So the person confirms exactly what was shown. */
const question = ({ shown }: Pick<Judged, 'shown'>, planSha256: Sha256<'the plan'>): string =>
  `\n${O.isSome(shown) ? `${planSum(shown.value.plan)} ` : ''}The plan is ${short(planSha256)}.\nType the name of the environment to apply this: `

/** Asks the person, who types the environment's name after the question was shown; anything else ends the run. */
const confirmed = ({ subject }: GuardSubject, found: Judged, planSha256: Sha256<'the plan'>): Run<void> =>
  pipe(
    asking(({ person }) => person.ask(question(found, planSha256))),
    RTE.flatMap((answer) => RTE.fromTask(answer)),
    RTE.flatMap((typed): Run<void> =>
      typed.trim() === subject.wanted.declaration.environment
        ? telling({ _tag: 'Confirmed' })
        : RTE.left({ _tag: 'NotConfirmed' })
    )
  )

/** How an apply ended: tofu's exit code, and whether everything is as it should be afterwards. */
export type Applied = { readonly code: number; readonly isClean: boolean }

const held =
  ({ folder }: Ready): Run<void> =>
  ({ folders }) =>
    pipe(folders.hold(folder), TE.mapLeft(notKept))

/**
 * Applies the plan: from here on AWS may be changed. The evidence says so first, and what tofu leaves is kept until it was
 * looked at.
 */
const applied = (of: GuardSubject, ready: Ready, { plan, saved }: KeptPlan, { bringsBack }: Judged): Run<Applied> =>
  pipe(
    privateCopy(ready, 'applied.tfplan', plan),
    RTE.bindTo('copy'),
    RTE.tap(() => telling({ _tag: 'Applying' })),
    RTE.tap(() => noting),
    RTE.tap(() => held(ready)),
    RTE.bind('began', () => asking(({ clock }) => clock.now())),
    RTE.bind('end', ({ copy }) => handOver(ready, applyArguments(copy, of))),
    RTE.bind('isClean', ({ end, began }) => lookAfterwards(of, ready, saved.state, { end, began, bringsBack })),
    RTE.map(({ end, isClean }) => ({ code: end.code, isClean })),
    RTE.tap(() => stored((plans) => plans.remove(planOf(of))))
  )

/**
 * apply: gives a saved plan to tofu after all proofs, and looks at what tofu left. The proofs, in order: everything that is
 * proven first; everything that was so when it was planned; the judge once more; a person who types the environment's name;
 * all of it once more.
 */
export const apply = (of: GuardSubject): Run<Applied> =>
  alone(
    of,
    pipe(
      admitted(of),
      RTE.flatMap(() => keptPlan(of)),
      RTE.flatMap((plan) =>
        whenReady(of, (ready) =>
          pipe(
            stillSo(of, ready, plan, stateAt(ready.proven.state)),
            RTE.tap(() => telling({ _tag: 'Planned', planSha256: plan.sha256, hasChanges: plan.saved.hasChanges })),
            RTE.flatMap(() => judged(ready, plan.plan)),
            RTE.tap(({ found }) => confirmed(of, found, plan.sha256)),
            RTE.bind('again', () => provenAgain(of, ready, plan)),
            RTE.flatMap(({ found, again }) => applied(of, again, plan, found))
          )
        )
      )
    )
  )
