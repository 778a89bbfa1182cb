import type * as RT from 'fp-ts/lib/ReaderTask.js'
import type { CheckName } from './check-names.ts'
import type { Stage } from './checks/directory/judge-directory.ts'
import { type EnvironmentPorts, environment } from './checks/environment.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import { type ReviewedFilePorts, reviewedFileAt } from './checks/reviewed-file.ts'
import type { Subject } from './subject.ts'
import { type WorkingDirectoryPorts, workingDirectoryAt } from './checks/working-directory.ts'
import type * as IO from 'fp-ts/lib/IO.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { BucketReader } from '../../outside/aws/bucket.port.ts'
import type { TableReader } from '../../outside/aws/table.port.ts'
import { type CheckResult, type PreflightEvent, resultOf } from './result.ts'
import type { IdentityPorts } from './checks/identity.ts'
import type { LockWorksPorts } from './checks/lock-works/lock-works.ts'
import type { StatePorts } from './checks/state/read-state.ts'
import type { NoSession } from '../../outside/aws/identity.port.ts'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'

/** What the checks that need no network read. */
type OfflinePorts = EnvironmentPorts & ReviewedFilePorts & WorkingDirectoryPorts

type Offline = Extract<CheckName, 'reviewed-file' | 'working-directory' | 'environment'>

type Check = (subject: Subject, stage: Stage) => RT.ReaderTask<OfflinePorts, ReadonlyArray<Finding>>

/** The checks that need no network. */
export const offlineChecks: Readonly<Record<Offline, Check>> = {
  'reviewed-file': (subject, stage) => reviewedFileAt(stage)(subject),
  'working-directory': (subject, stage) => workingDirectoryAt(stage)(subject),
  environment
}

export const isOffline = (check: CheckName): check is Offline => check in offlineChecks

/** What there is of AWS once there are credentials. */
export type LivePorts = IdentityPorts &
  StatePorts & { readonly bucket: BucketReader; readonly table: TableReader } & Pick<LockWorksPorts, 'lock'>

/** All that preflight needs of the outside. */
export type PreflightPorts = OfflinePorts &
  Pick<LockWorksPorts, 'clock' | 'newId' | 'keep' | 'pause'> & {
    /** Resolves credentials, once. Left with the cause when there are none. */
    readonly open: TE.TaskEither<NoSession, LivePorts>
    readonly tell: (event: PreflightEvent) => IO.IO<void>
  }

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
