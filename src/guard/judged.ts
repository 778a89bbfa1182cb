import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { failed } from '../preflight/finding.ts'
import type { Judged } from './judged-plan.ts'
import type { Run } from './ports.ts'
import type { Ready } from './ready.ts'
import { said } from './run-tofu.ts'
import { asking, telling } from './steps.ts'
import type { Stop } from './stop.ts'
import { showJsonArguments } from './tofu-arguments.ts'
import { sameVersion } from './tofu-version.ts'

/** The judge's findings, and one more where the plan is of another OpenTofu than tofu says it is. */
const withVersion = (found: Judged, version: string): Judged => {
  const isUnread = found.tofuVersion === undefined && found.findings.some(({ outcome }) => outcome === 'failed')
  return isUnread
    ? found
    : { ...found, findings: [...found.findings, ...sameVersion('a plan', version, found.tofuVersion).map(failed)] }
}

/** Reads a plan as JSON and judges it; what was found is told first, and one failed finding, or none at all, refuses. */
export const judged = (ready: Ready, plan: string): Run<Judged> =>
  pipe(
    said(ready, showJsonArguments(plan)),
    RTE.flatMap((json) => asking(({ judge }) => withVersion(judge(json, ready.proven.principal), ready.tofu.version))),
    RTE.tap((found) => telling({ _tag: 'Judged', judged: found })),
    RTE.filterOrElse(
      ({ findings }) => findings.length > 0 && findings.every(({ outcome }) => outcome === 'passed'),
      (): Stop => ({ _tag: 'PlanRefused' })
    )
  )
