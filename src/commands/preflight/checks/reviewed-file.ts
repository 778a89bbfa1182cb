import type { AbsolutePath } from '../../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Head, Repository } from '../../../outside/git/repository.port.ts'
import type { WorkingDirectory } from '../../../outside/tofu/checkout.port.ts'
import type { Stage } from './directory/judge-directory.ts'
import type { Finding } from '../../../diagnostics/finding.ts'
import { type Read, type SeenFile, judgeReviewed } from './reviewed/judge-reviewed.ts'
import type { SeenNeighbour } from './reviewed/neighbours.ts'
import { contentOf, contentWith } from '../same-bytes.ts'
import type { Subject } from '../subject.ts'

/** What the check reads. */
export type ReviewedFilePorts = {
  readonly repository: Repository
  readonly directory: Pick<WorkingDirectory, 'read'>
}

type Found = SeenFile['found']

/** A file of stacks/ as it was evaluated: what lies on disk by now was neither judged nor run. */
const foundIn =
  (read: Subject['read']) =>
  (path: string): Found => {
    const file = read.get(path)
    return file === undefined
      ? E.right(O.none)
      : pipe(
          file,
          E.bimap(
            (cause) => ({ what: path, cause }),
            (digest) => O.some(contentWith(digest))
          )
        )
  }

const seenIn =
  ({ repository }: ReviewedFilePorts, project: AbsolutePath, head: Read<Head>) =>
  (path: string, found: T.Task<Found>): T.Task<SeenFile> =>
    pipe(
      T.Do,
      T.apS('found', found),
      T.apS('committed', E.isLeft(head) ? T.of(head) : repository.committed(project, head.right, path)),
      T.apS('staged', E.isLeft(head) ? T.of(head) : repository.staged(project, path)),
      T.map((seen) => ({ path, ...seen }))
    )

/** All other files of `stacks/` that the commit has, each beside what was read. */
const neighboursIn = (
  { repository }: ReviewedFilePorts,
  { project, source, imports, read }: Subject,
  head: Read<Head>
): T.Task<Read<ReadonlyArray<SeenNeighbour>>> =>
  E.isLeft(head)
    ? T.of(head)
    : pipe(
        repository.stackFiles(project, head.right),
        TE.map((files) =>
          files
            .filter(({ path }) => path !== source && !imports.includes(path))
            .map(({ path, bytes }) => ({ path, found: foundIn(read)(path), committed: bytes }))
        )
      )

/**
 * The emitted file and its page equal what the stack emits. They and all files that the stack is made of are committed
 * without local or staged changes. Every other file of `stacks/` that the commit has was read as committed, since isolation
 * is judged among them, and no other project of the commit has stacks that would be judged apart. The dependency lock file is as committed, too, once a commit has it. Before init that one may be
 * gone or be another, since init is how a change of the provider begins. Everything is compared with one commit, the one at
 * HEAD when this began. Of `stacks/` nothing is read again: what was evaluated is compared with git by its SHA-256.
 */
export const reviewedFileAt =
  (stage: Stage) =>
  (subject: Subject): RT.ReaderTask<ReviewedFilePorts, ReadonlyArray<Finding>> =>
  (ports) => {
    const { project, source, imports, read, file } = subject
    return pipe(
      ports.repository.head(project),
      T.flatMap((head) => {
        const seen = seenIn(ports, project, head)
        const onDisk = (path: string): T.Task<SeenFile> =>
          seen(path, pipe(ports.directory.read(project, path), TE.map(O.map(contentOf))))
        const evaluated = (path: string): T.Task<SeenFile> => seen(path, T.of(foundIn(read)(path)))
        return pipe(
          T.Do,
          T.apS('emitted', onDisk(file.path)),
          T.apS('page', onDisk(file.review.path)),
          T.apS('source', evaluated(source)),
          T.apS('imports', T.traverseSeqArray(evaluated)(imports)),
          T.apS('neighbours', neighboursIn(ports, subject, head)),
          T.apS('others', E.isLeft(head) ? T.of(head) : ports.repository.otherProjects(project, head.right)),
          T.apS(
            'lock',
            stage === 'before init' ? T.of(O.none) : T.map(O.some)(onDisk(`out/${file.stack}/.terraform.lock.hcl`))
          ),
          T.map((files) => judgeReviewed(file, { head, ...files }))
        )
      })
    )
  }
