import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { failed } from '../../diagnostics/finding.ts'
import type { Judged } from './judged-plan.ts'
import type { Run } from './ports.ts'
import type { Ready } from './ready.ts'
import { said } from './run-tofu.ts'
import { asking, telling } from './steps.ts'
import { type Stop, notKept } from './stop.ts'
import { showJsonArguments } from './tofu-arguments.ts'
import { sameVersion } from './tofu-version.ts'

/** The judge's findings, and one more where the plan is of another OpenTofu than tofu says it is. */
const withVersion = (found: Judged, version: string): Judged => {
  const isUnread = found.tofuVersion === undefined && found.findings.some(({ outcome }) => outcome === 'failed')
  return isUnread
    ? found
    : { ...found, findings: [...found.findings, ...sameVersion('a plan', version, found.tofuVersion).map(failed)] }
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
