import * as E from 'fp-ts/lib/Either.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Repository } from '../ports/repository.ts'
import type { WorkingDirectory } from '../ports/working-directory.ts'
import type { Stage } from './directory/judge-directory.ts'
import type { Finding } from './finding.ts'
import { type Read, type SeenFile, judgeReviewed } from './reviewed/judge-reviewed.ts'
import type { Subject } from './subject.ts'

/** What the check reads. */
export type ReviewedFilePorts = {
  readonly repository: Repository
  readonly directory: Pick<WorkingDirectory, 'read'>
}

const seenFile = (
  { repository, directory }: ReviewedFilePorts,
  project: string,
  head: Read<string>,
  path: string
): T.Task<SeenFile> =>
  pipe(
    T.Do,
    T.apS('disk', directory.read(project, path)),
    T.apS('committed', E.isLeft(head) ? T.of(head) : repository.committed(project, head.right, path)),
    T.apS('staged', E.isLeft(head) ? T.of(head) : repository.staged(project, path)),
    T.map((seen) => ({ path, ...seen }))
  )

/**
 * The emitted file is what the stack emits, and it and all files that the stack is made of are committed without local
 * or staged changes; before plan so is the dependency lock file, once a commit has it. Everything is compared with one commit, the one at HEAD when this began.
 */
export const reviewedFileAt =
  (stage: Stage) =>
  ({ project, source, imports, file }: Subject): RT.ReaderTask<ReviewedFilePorts, ReadonlyArray<Finding>> =>
  (ports) =>
    pipe(
      ports.repository.head(project),
      T.flatMap((head) =>
        pipe(
          T.Do,
          T.apS('emitted', seenFile(ports, project, head, file.path)),
          T.apS(
            'sources',
            T.traverseSeqArray((path: string) => seenFile(ports, project, head, path))([source, ...imports])
          ),
          T.apS('lock', seenFile(ports, project, head, `out/${file.stack}/.terraform.lock.hcl`)),
          T.map((seen) => judgeReviewed(stage, file.text, source, { head, ...seen }))
        )
      )
    )
