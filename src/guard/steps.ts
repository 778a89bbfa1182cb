import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Objection } from '../domain/objection.ts'
import type { GuardEvent } from './event.ts'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import { type ProviderLock, hashesIn } from './provider-lock.ts'
import { notAllowed, notReadable } from './stop.ts'

/** Something of what the run was given. */
export const asking = <A>(of: (ports: GuardPorts) => A): Run<A> => RTE.asks(of)

export const telling =
  (event: GuardEvent): Run<void> =>
  ({ tell }) =>
    TE.rightIO(tell(event))

/** Goes on only where nothing is objected. */
export const unlessObjected = (objections: ReadonlyArray<Objection>): Run<void> => {
  const [first, ...others] = objections
  return first === undefined ? RTE.right(undefined) : RTE.left(notAllowed([first, ...others]))
}

const LOCK_FILE = '.terraform.lock.hcl'

/** The lock file of the stack; none before the first init. */
export const providerLock =
  ({ subject: { project, file } }: GuardSubject): Run<O.Option<ProviderLock>> =>
  ({ directory, sha256 }) =>
    pipe(
      directory.read(project, `out/${file.stack}/${LOCK_FILE}`),
      TE.bimap(
        notReadable,
        O.map((bytes) => ({ sha256: sha256(bytes), hashes: hashesIn(new TextDecoder().decode(bytes)) }))
      )
    )

/** The same, where init has been run; told, so that the evidence has it. */
export const lockedProviders = (of: GuardSubject): Run<ProviderLock> =>
  pipe(
    providerLock(of),
    RTE.flatMapEither(
      E.fromOption(() =>
        notAllowed([
          {
            id: 'provider-locked',
            clause: 'J.6.2 §7',
            expected: `${LOCK_FILE} in out/${of.subject.file.stack}, which binds the provider by its hashes`,
            actual: 'there is none',
            remedy: 'run init first, have the file reviewed and commit it'
          }
        ])
      )
    ),
    RTE.tap((providers) => telling({ _tag: 'Locked', providers }))
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
