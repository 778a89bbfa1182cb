import type { AbsolutePath } from '../../../diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ReadFailure } from '../../../outside/files/files.port.ts'
import type { WorkingDirectory } from '../../../outside/tofu/checkout.port.ts'
import { type SeenDirectory, type Stage, judgeDirectory } from './directory/judge-directory.ts'
import { textOf } from '../../../diagnostics/strict-json.ts'
import type { Finding } from '../../../diagnostics/finding.ts'
import type { Subject } from '../subject.ts'

/** What the check reads. */
export type WorkingDirectoryPorts = { readonly directory: WorkingDirectory }

/** Bytes other than UTF-8 match no expected form, and are refused as such. */
const seenIn = ({ directory }: WorkingDirectoryPorts, project: AbsolutePath, folder: string): T.Task<SeenDirectory> => {
  const text = (name: string): TE.TaskEither<ReadFailure, O.Option<string>> =>
    pipe(directory.read(project, `${folder}/${name}`), TE.map(O.map(textOf)))
  return pipe(
    T.Do,
    T.apS('names', directory.list(project, folder)),
    T.apS('lockFile', text('.terraform.lock.hcl')),
    T.apS('dataNames', directory.list(project, `${folder}/.terraform`)),
    T.apS('backend', text('.terraform/terraform.tfstate')),
    T.apS('workspace', text('.terraform/environment'))
  )
}

/**
 * Judges what `out/<stack>/` holds, and whether the cached backend is the emitted one. The folder holds the emitted file, the
 * dependency lock file and `.terraform`, nothing else that OpenTofu would read, and no state. Before init, the lock file and
 * `.terraform` need not be there yet.
 */
export const workingDirectoryAt =
  (stage: Stage) =>
  ({ project, file, providerBuilds }: Subject): RT.ReaderTask<WorkingDirectoryPorts, ReadonlyArray<Finding>> => {
    const folder = `out/${file.stack}`
    return (ports) =>
      pipe(
        seenIn(ports, project, folder),
        T.map((seen) => judgeDirectory(stage, file, providerBuilds, seen))
      )
  }

/** The check as preflight runs it: what init makes must be there. */
export const workingDirectory = workingDirectoryAt('before plan')
