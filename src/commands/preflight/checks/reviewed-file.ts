import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Head, Repository } from '../../../outside/git/repository.port.ts'
import type { WorkingDirectory } from '../../../outside/tofu/working-directory.port.ts'
import type { Stage } from './directory/judge-directory.ts'
import type { Finding } from '../../../diagnostics/finding.ts'
import { type Read, type SeenFile, judgeReviewed } from './reviewed/judge-reviewed.ts'
import type { SeenNeighbour } from './reviewed/neighbours.ts'
import type { Subject } from '../subject.ts'

/** What the check reads. */
export type ReviewedFilePorts = {
  readonly repository: Repository
  readonly directory: Pick<WorkingDirectory, 'read'>
}

const seenIn =
  ({ repository, directory }: ReviewedFilePorts, project: string, head: Read<Head>) =>
  (path: string): T.Task<SeenFile> =>
    pipe(
      T.Do,
      T.apS('disk', directory.read(project, path)),
      T.apS('committed', E.isLeft(head) ? T.of(head) : repository.committed(project, head.right, path)),
      T.apS('staged', E.isLeft(head) ? T.of(head) : repository.staged(project, path)),
      T.map((seen) => ({ path, ...seen }))
    )

/** All other files of `stacks/` that the commit has, each beside what lies on disk. */
const neighboursIn =
  ({ repository, directory }: ReviewedFilePorts, project: string, head: Read<Head>) =>
  (own: ReadonlyArray<string>): T.Task<Read<ReadonlyArray<SeenNeighbour>>> =>
    E.isLeft(head)
      ? T.of(head)
      : pipe(
          repository.stackFiles(project, head.right),
          TE.map((files) => files.filter(({ path }) => !own.includes(path))),
          TE.flatMapTask(
            T.traverseSeqArray(({ path, bytes }) =>
              pipe(
                directory.read(project, path),
                T.map((disk) => ({ path, disk, committed: bytes }))
              )
            )
          )
        )

/**
 * The emitted file is what the stack emits, and it and all files that the stack is made of are committed without local
 * or staged changes; every other file of `stacks/` that the commit has lies on disk as committed, since isolation is judged
 * among them. So is the dependency lock file, once a commit has it. Before init that one may be gone or be
 * another, since init is how a change of the provider begins. Everything is compared with one commit, the one at HEAD
 * when this began.
 */
export const reviewedFileAt =
  (stage: Stage) =>
  ({ project, source, imports, file }: Subject): RT.ReaderTask<ReviewedFilePorts, ReadonlyArray<Finding>> =>
  (ports) =>
    pipe(
      ports.repository.head(project),
      T.flatMap((head) => {
        const seen = seenIn(ports, project, head)
        return pipe(
          T.Do,
          T.apS('emitted', seen(file.path)),
          T.apS('source', seen(source)),
          T.apS('imports', T.traverseSeqArray(seen)(imports)),
          T.apS('neighbours', neighboursIn(ports, project, head)([source, ...imports])),
          T.apS(
            'lock',
            stage === 'before init' ? T.of(O.none) : T.map(O.some)(seen(`out/${file.stack}/.terraform.lock.hcl`))
          ),
          T.map((files) => judgeReviewed(file.text, { head, ...files }))
        )
      })
    )
