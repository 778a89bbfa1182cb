import type { Sha256 } from '../../diagnostics/kinds.ts'
import { type Sourced, fileAt } from '../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import type { GuardEvent } from './event.ts'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import { type Stop, notAllowed, notKept, notReadable } from './stop.ts'

/** Something of what the run was given. */
export const asking = <A>(of: (ports: GuardPorts) => A): Run<A> => RTE.asks(of)

export const telling =
  (event: GuardEvent): Run<void> =>
  ({ tell }) =>
    TE.rightIO(tell(event))

/** Stores what is known of the run so far, so that a run that is killed leaves it. */
export const noting: Run<void> = ({ note }) => pipe(note, TE.mapLeft(notKept))

/** Goes on only where nothing is objected. */
export const unlessObjected = (diagnostics: ReadonlyArray<Sourced<Diagnostic>>): Run<void> => {
  const [first, ...others] = diagnostics
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

/** The digest of the emitted file on the disk. At this moment the file must equal the one that the stack emits. */
export const emittedFile =
  ({ subject: { project, file } }: GuardSubject): Run<Sha256<'the emitted file'>> =>
  ({ directory, sha256 }) => {
    const expected = sha256<'the emitted file'>(file.text)
    return pipe(
      directory.read(project, file.path),
      TE.mapLeft(notReadable),
      TE.filterOrElse(
        (bytes) => O.isSome(bytes) && sha256(bytes.value) === expected,
        () =>
          notAllowed([
            {
              rule: 'file-unchanged',
              clause: 'J.7.0 §4',
              from: fileAt(file.path),
              expected: `${file.path} as preflight has just seen it`,
              actual: 'it was changed, or removed, while this ran',
              remedy: 'Find out who changes it, emit it again, and start over: nothing of this run is used.'
            }
          ])
      ),
      TE.map(() => expected)
    )
  }
