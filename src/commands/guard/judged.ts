import { sourced } from '../../diagnostics/origin.ts'
import { charterOf } from '../../charter/phases.ts'
import { failed } from '../../diagnostics/finding.ts'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { GuardPorts, Run } from './ports.ts'
import type { Ready } from './ready.ts'
import { said, showJsonArguments } from './run-tofu.ts'
import { asking, telling } from './steps.ts'
import { type Stop, notKept } from './stop.ts'
import { sameVersion } from './tofu-version.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { bringsBack } from '../../plan/drift.ts'
import { emittedOf } from '../../plan/emitted.ts'
import { judgePlan, ofPlan } from '../../plan/judge-plan.ts'
import { isEmptyPlan } from '../../plan/plan-form.ts'
import { readPlan } from '../../plan/read-plan.ts'
import type { Subject } from '../preflight/subject.ts'
import type { Judged } from './facts.ts'

/** The judge's findings, and one more where the plan is of another OpenTofu than tofu says it is. */
const withVersion = (found: Judged, version: string): Judged => {
  const isUnread = found.tofuVersion === undefined && found.findings.some(({ outcome }) => outcome === 'failed')
  return isUnread
    ? found
    : {
        ...found,
        findings: [...found.findings, ...sourced(ofPlan)(sameVersion('a plan', version, found.tofuVersion)).map(failed)]
      }
}

/** Writes a plan's bytes, as they are in memory, into a new private file of the run; its path. */
export const privateCopy =
  ({ folder }: Ready, name: string, plan: Uint8Array): Run<string> =>
  ({ folders }) =>
    pipe(folders.write(folder, name, plan), TE.mapLeft(notKept))

/** A plan that was judged, and the private copy of it that tofu read it from. */
export type JudgedCopy = { readonly found: Judged; readonly copy: string }

/**
 * Judges the plan with these bytes: tofu reads a private copy of them as JSON. What was found is told first, and one
 * failed finding, or none at all, refuses.
 */
export const judged = (ready: Ready, plan: Uint8Array): Run<JudgedCopy> =>
  pipe(
    privateCopy(ready, 'judged.tfplan', plan),
    RTE.bindTo('copy'),
    RTE.bind('json', ({ copy }) => said(ready, showJsonArguments(copy))),
    RTE.bind('found', ({ json }) =>
      asking(({ judge }) => withVersion(judge(json, ready.proven.principal), ready.tofu.version))
    ),
    RTE.tap(({ found }) => telling({ _tag: 'Judged', judged: found })),
    RTE.filterOrElse(
      ({ found: { findings } }) => findings.length > 0 && findings.every(({ outcome }) => outcome === 'passed'),
      (): Stop => ({ _tag: 'PlanRefused' })
    )
  )

/** Judges a plan of one stack. */
export const judge =
  ({ file, wanted: { declaration } }: Pick<Subject, 'file' | 'wanted'>): GuardPorts['judge'] =>
  (json, principal) =>
    pipe(
      readPlan(json),
      E.match(
        (diagnostic): Judged => ({
          findings: [failed({ ...diagnostic, from: ofPlan })],
          tofuVersion: undefined,
          hasChanges: false,
          bringsBack: false,
          shown: O.none
        }),
        (plan) => ({
          findings: judgePlan({
            plan,
            emitted: emittedOf(file),
            declaration,
            charter: charterOf(declaration),
            principal
          }),
          tofuVersion: plan.terraform_version,
          hasChanges: !isEmptyPlan(plan),
          bringsBack: bringsBack(plan),
          shown: O.some({ plan, place: declaration })
        })
      )
    )
