import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { emittedOf } from '../../plan/emitted.ts'
import { judgePlan } from '../../plan/judge-plan.ts'
import { countsOf, isEmptyPlan } from '../../plan/plan-counts.ts'
import { readPlan } from '../../plan/read-plan.ts'
import type { Judged } from './judged-plan.ts'
import type { GuardPorts } from './ports.ts'
import { failed } from '../../diagnostics/finding.ts'
import type { Subject } from '../preflight/subject.ts'
import type { Paint } from '../../command-line/paint.ts'
import { countText, planLines } from './plan-text.ts'

/** Judges a plan of one stack and writes its table. */
export const judge =
  (paint: Paint, { file, wanted: { declaration } }: Subject): GuardPorts['judge'] =>
  (json, principal) =>
    pipe(
      readPlan(json),
      E.match(
        (objection): Judged => ({
          findings: [failed(objection)],
          tofuVersion: undefined,
          hasChanges: false,
          table: [],
          counts: ''
        }),
        (plan) => ({
          findings: judgePlan({ plan, emitted: emittedOf(file), declaration, principal }),
          tofuVersion: plan.terraform_version,
          hasChanges: !isEmptyPlan(plan),
          table: planLines(paint, plan),
          counts: isEmptyPlan(plan) ? 'No changes.' : countText(countsOf(plan))
        })
      )
    )
