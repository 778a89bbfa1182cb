import type * as RT from 'fp-ts/lib/ReaderTask.js'
import type { CheckName } from './check-names.ts'
import type { Stage } from './checks/directory/judge-directory.ts'
import { type EnvironmentPorts, environment } from './checks/environment.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import { type ReviewedFilePorts, reviewedFileAt } from './checks/reviewed-file.ts'
import type { Subject } from './subject.ts'
import { type WorkingDirectoryPorts, workingDirectoryAt } from './checks/working-directory.ts'

/** What the checks that need no network read. */
export type OfflinePorts = EnvironmentPorts & ReviewedFilePorts & WorkingDirectoryPorts

type Offline = Extract<CheckName, 'reviewed-file' | 'working-directory' | 'environment'>

type Check = (subject: Subject, stage: Stage) => RT.ReaderTask<OfflinePorts, ReadonlyArray<Finding>>

/** The checks that need no network. */
export const offlineChecks: Readonly<Record<Offline, Check>> = {
  'reviewed-file': (subject, stage) => reviewedFileAt(stage)(subject),
  'working-directory': (subject, stage) => workingDirectoryAt(stage)(subject),
  environment
}

export const isOffline = (check: CheckName): check is Offline => check in offlineChecks
