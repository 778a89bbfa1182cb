import type { CommitId } from '../../diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import type { Called } from '../../caller/seen-role.ts'
import { throughRoute } from '../../caller/shell.ts'
import type { Route } from '../../caller/surroundings.ts'
import type { CheckName } from './check-names.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import type { StateFacts } from './checks/state/state-whole.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type * as IO from 'fp-ts/lib/IO.js'
import type * as T from 'fp-ts/lib/Task.js'

/** What came of one check. One that did not run because another refused proves nothing. */
export type CheckResult =
  | { readonly _tag: 'Proven'; readonly check: CheckName; readonly findings: ReadonlyArray<Finding> }
  | { readonly _tag: 'Refused'; readonly check: CheckName; readonly findings: ReadonlyArray<Finding> }
  | { readonly _tag: 'NotRun'; readonly check: CheckName; readonly because: CheckName }

type Seen = {
  readonly results: ReadonlyArray<CheckResult>
  /** The git commit that holds the emitted file. */
  readonly commit: O.Option<CommitId>
  /** Who asked, as AWS said it. */
  readonly called: O.Option<Called>
  /** None when there is no state yet, or none that could be read. */
  readonly state: O.Option<StateFacts>
}

/** A run that proved everything: the commit and the principal are known. */
export type ProvenRun = Seen & {
  readonly verdict: 'proven'
  readonly commit: O.Some<CommitId>
  readonly called: O.Some<Called>
}

/** All that one run of preflight saw. A part is the one check that `--check` asked for. */
export type Preflight = ProvenRun | (Seen & { readonly verdict: 'part proven' | 'refused' })

/** The verdict on all that was seen. Without a commit or a principal nothing is proven. */
export const verdictOn = (seen: Seen, isProven: boolean, isWhole: boolean): Preflight => {
  const { commit, called } = seen
  if (!isProven) return { ...seen, verdict: 'refused' }
  if (!isWhole) return { ...seen, verdict: 'part proven' }
  return O.isSome(commit) && O.isSome(called)
    ? { ...seen, verdict: 'proven', commit, called }
    : { ...seen, verdict: 'refused' }
}

/** The findings of one check, judged: one that refuses, or none at all, refuses the check. */
export const resultOf = (check: CheckName, findings: ReadonlyArray<Finding>): CheckResult => ({
  _tag: findings.length > 0 && findings.every(({ outcome }) => outcome === 'passed') ? 'Proven' : 'Refused',
  check,
  findings
})

/** The same result, with the way to AWS that was named in each command of a remedy. */
export const resultThrough = (route: Route, result: CheckResult): CheckResult =>
  result._tag === 'NotRun'
    ? result
    : {
        ...result,
        findings: result.findings.map((finding) =>
          finding.outcome === 'passed' ? finding : { ...finding, remedy: throughRoute(route, finding.remedy) }
        )
      }

/** What happens while preflight runs, in order, for the code that shows it. */
export type PreflightEvent =
  | { readonly _tag: 'Began'; readonly check: CheckName }
  | { readonly _tag: 'Waiting'; readonly check: CheckName; readonly until: string }
  | { readonly _tag: 'Retrying'; readonly failure: AwsFailure; readonly ofAttempts: number; readonly millis: number }
  | { readonly _tag: 'Ended'; readonly result: CheckResult }

/** How a check waits, and says so. */
export type Waiting = {
  readonly pause: (millis: number) => T.Task<void>
  readonly waiting: (check: CheckName, until: string) => IO.IO<void>
}
