import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { CheckName } from './check-names.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import type { PreflightPorts } from './ports.ts'
import { type CheckResult, resultOf } from './result.ts'

/** One run: how a check is begun, ended and told, or left out. */
export const telling = ({ tell }: Pick<PreflightPorts, 'tell'>) => {
  const ended = (result: CheckResult): T.Task<CheckResult> =>
    pipe(
      T.fromIO(tell({ _tag: 'Ended', result })),
      T.map(() => result)
    )
  const began = (check: CheckName): T.Task<void> => T.fromIO(tell({ _tag: 'Began', check }))
  return {
    ended,
    began,
    run: (check: CheckName, findings: T.Task<ReadonlyArray<Finding>>): T.Task<CheckResult> =>
      pipe(
        began(check),
        T.flatMap(() => findings),
        T.flatMap((found) => ended(resultOf(check, found)))
      ),
    leaveOut: (check: CheckName, because: CheckName): T.Task<CheckResult> => ended({ _tag: 'NotRun', check, because })
  }
}

export type Telling = ReturnType<typeof telling>
