import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Finding, Objection } from '../../diagnostics/finding.ts'
import type { GuardEvent } from './event.ts'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import { type LockFile, lockFileOf } from './provider-lock.ts'
import { notAllowed, notKept, notReadable, type Stop } from './stop.ts'

/** Something of what the run was given. */
export const asking = <A>(of: (ports: GuardPorts) => A): Run<A> => RTE.asks(of)

export const telling =
  (event: GuardEvent): Run<void> =>
  ({ tell }) =>
    TE.rightIO(tell(event))

/** Stores what is known of the run so far, so that a run that is killed leaves it. */
export const noting: Run<void> = ({ note }) => pipe(note, TE.mapLeft(notKept))

/** Goes on only where nothing is objected. */
export const unlessObjected = (objections: ReadonlyArray<Objection>): Run<void> => {
  const [first, ...others] = objections
  return first === undefined ? RTE.right(undefined) : RTE.left(notAllowed([first, ...others]))
}

/** Goes on only where no finding has failed. */
export const unlessFailed = (
  findings: RT.ReaderTask<GuardPorts, ReadonlyArray<Finding>>
): Run<ReadonlyArray<Finding>> =>
  pipe(
    RTE.rightReaderTask<GuardPorts, Stop, ReadonlyArray<Finding>>(findings),
    RTE.tap((all) => unlessObjected(all.flatMap((finding) => (finding.outcome === 'failed' ? [finding] : []))))
  )

const LOCK_FILE = '.terraform.lock.hcl'

/** The path of a stack's lock file in a project. */
export const lockPath = (stack: string): string => `out/${stack}/${LOCK_FILE}`

/** The lock file of the stack as it lies in the checkout, read once; none before the first init. */
export const providerLock =
  ({ subject: { project, file } }: GuardSubject): Run<O.Option<LockFile>> =>
  ({ directory, sha256 }) =>
    pipe(
      directory.read(project, lockPath(file.stack)),
      TE.bimap(
        notReadable,
        O.map((bytes) => lockFileOf(sha256, bytes))
      )
    )

const notLocked = (stack: string): Stop =>
  notAllowed([
    {
      id: 'provider-locked',
      clause: 'J.6.2 §7',
      expected: `${LOCK_FILE} in out/${stack}, which binds the provider by its hashes`,
      actual: 'there is none',
      remedy: 'run init first, have the file reviewed and commit it'
    }
  ])

/** The lock file of a stack in a project that must have one. */
export const lockFileIn =
  (project: string, stack: string): Run<LockFile> =>
  ({ directory, sha256 }) =>
    pipe(
      directory.read(project, lockPath(stack)),
      TE.mapLeft(notReadable),
      TE.flatMapEither(E.fromOption(() => notLocked(stack))),
      TE.map((bytes) => lockFileOf(sha256, bytes))
    )

/** Whether the emitted file on the disk is what the stack emits, at this moment; its digest. */
export const emittedFile =
  ({ subject: { project, file } }: GuardSubject): Run<string> =>
  ({ directory, sha256 }) => {
    const expected = sha256(file.text)
    return pipe(
      directory.read(project, file.path),
      TE.mapLeft(notReadable),
      TE.filterOrElse(
        (bytes) => O.isSome(bytes) && sha256(bytes.value) === expected,
        () =>
          notAllowed([
            {
              id: 'file-unchanged',
              clause: 'J.7.0 §4',
              expected: `${file.path} as preflight has just seen it`,
              actual: 'it was changed, or removed, while this ran',
              remedy: 'find out who changes it, emit it again, and start over: nothing of this run is used'
            }
          ])
      ),
      TE.map(() => expected)
    )
  }
