import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { emittedOf } from '../../guard/plan/emitted.ts'
import { judgePlan } from '../../guard/plan/judge-plan.ts'
import { countsOf, isEmptyPlan } from '../../guard/plan/plan-counts.ts'
import { readPlan } from '../../guard/plan/read-plan.ts'
import type { Judged } from '../../guard/judged-plan.ts'
import type { GuardPorts } from '../../guard/ports.ts'
import { failed } from '../../preflight/finding.ts'
import type { Subject } from '../../preflight/subject.ts'
import type { Paint } from '../text/paint.ts'
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
