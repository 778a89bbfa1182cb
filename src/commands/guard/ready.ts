import type { Sha256 } from '../../diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { PrivateFolder } from '../../outside/private/run-folder.port.ts'
import { workingDirectoryAt } from '../preflight/checks/working-directory.ts'
import { admitted, checkoutUnchangedByOthers, prove } from './admitted.ts'
import { type Bound, boundProvider } from './bound-provider.ts'
import { childEnvironment, cliConfiguration } from './child-environment.ts'
import { type Program, foundProgram, versionOf } from './found-program.ts'
import { noStateLeft, swept } from './leftovers.ts'
import type { GuardSubject, Run } from './ports.ts'
import { lookingAtLock } from './own-lock.ts'
import type { Proven } from './facts.ts'
import { type LockFile, lockFileIn, providerLock } from './provider-lock.ts'
import { type Called, handedOver, initArguments, said } from './run-tofu.ts'
import type { TofuUsed } from './saved-plan.ts'
import { emittedFile, noting, telling, unlessFailed } from './steps.ts'
import { notKept } from './stop.ts'

/** All that a command needs to run tofu on what was proven. */
export type Ready = Called & {
  readonly proven: Proven
  readonly tofu: TofuUsed
  readonly fileSha256: Sha256<'the emitted file'>
  /** The bytes that bind the provider of this run. */
  readonly lock: LockFile
  readonly folder: PrivateFolder
}

/** What is proven of a checkout and its surroundings at one moment. */
export type Found = {
  readonly proven: Proven
  readonly program: Program
  readonly fileSha256: Sha256<'the emitted file'>
  /** None before the first init. */
  readonly lock: O.Option<LockFile>
}

/** Proves everything outside of the run's folder, in its order: the person, the checkout, preflight, credentials, tofu. */
export const foundNow = (of: GuardSubject, turn: 'first' | 'again'): Run<Found> =>
  pipe(
    admitted(of),
    RTE.flatMap(() => checkoutUnchangedByOthers(of)),
    RTE.flatMap(() => prove(of, turn)),
    RTE.tap((proven) => admitted(of, proven)),
    RTE.bindTo('proven'),
    RTE.bind('program', () => foundProgram(of)),
    RTE.bind('fileSha256', () => emittedFile(of)),
    RTE.bind('lock', () => (of.command === 'init' ? providerLock(of) : lockOf(of)))
  )

/** The lock file of the checkout, which is there after the first init. */
const lockOf = ({ subject }: GuardSubject): Run<O.Option<LockFile>> =>
  pipe(lockFileIn(subject.project, subject.file.stack), RTE.map(O.some))

/** How tofu is run in the folder of the run, with the credentials of this proof. */
export const calledWith = (
  { subject, parent }: GuardSubject,
  { program, proven }: Pick<Found, 'program' | 'proven'>,
  folder: PrivateFolder
): Called => ({
  call: {
    file: program.file,
    folder: `${folder.project}/out/${subject.file.stack}`,
    environment: childEnvironment({
      parent,
      credentials: proven.credentials,
      route: subject.route,
      region: subject.wanted.declaration.region.aws,
      folder
    })
  }
})

/** The same folder with a CLI configuration that names the bound provider alone. */
const boundFolder =
  (folder: PrivateFolder, { provider }: Bound): Run<PrivateFolder> =>
  ({ folders }) =>
    pipe(
      folders.write(folder, 'bound.tfrc', cliConfiguration([{ kind: 'filesystem', path: provider.mirror }])),
      TE.bimap(notKept, (path) => ({ ...folder, cliConfiguration: path }))
    )

/** The folder is initialised with the bound provider and the emitted backend, and holds nothing else that tofu reads. */
const initialised = (of: GuardSubject, called: Called, { project }: PrivateFolder): Run<void> => {
  const args = initArguments(of)
  return pipe(
    of.command === 'init' ? handedOver(called, args) : RTE.asUnit(said(called, args)),
    RTE.flatMap(() => unlessFailed(workingDirectoryAt('in a run')({ ...of.subject, project }))),
    RTE.flatMap((findings) =>
      of.command === 'init' ? telling({ _tag: 'After', findings, state: undefined }) : RTE.right(undefined)
    )
  )
}

const equipped = (of: GuardSubject, found: Found, made: PrivateFolder): Run<Ready> =>
  pipe(
    versionOf(of, found.program, made),
    RTE.bindTo('tofu'),
    RTE.tap(({ tofu }) =>
      telling({
        _tag: 'Equipped',
        tofu,
        path: found.program.path,
        fileSha256: found.fileSha256,
        versions: of.subject.wanted.declaration.versions
      })
    ),
    RTE.bind('bound', () => boundProvider(of, found.program, made, found.lock)),
    RTE.tap(({ bound: { lock } }) =>
      telling({ _tag: 'Locked', providers: { sha256: lock.sha256, hashes: lock.hashes } })
    ),
    RTE.tap(() => noting),
    RTE.tap(() => swept),
    RTE.bind('folder', ({ bound }) => boundFolder(made, bound)),
    RTE.map(({ tofu, bound, folder }): Ready => ({
      ...calledWith(of, found, folder),
      proven: found.proven,
      fileSha256: found.fileSha256,
      tofu,
      lock: bound.lock,
      folder
    })),
    RTE.tap((ready) => initialised(of, ready, ready.folder))
  )

const inFolder =
  <A>(
    { subject: { file, project } }: GuardSubject,
    { proven, lock }: Found,
    use: (folder: PrivateFolder) => Run<A>
  ): Run<A> =>
  (ports) =>
    TE.bracket(
      pipe(
        ports.folders.make({
          checkout: project,
          cliConfiguration: cliConfiguration(proven.sources),
          stack: file.stack,
          emitted: file.text,
          lock: O.toUndefined(lock)?.bytes,
          authorities: proven.authorities
        }),
        TE.mapLeft(notKept)
      ),
      (folder) => use(folder)(ports),
      (folder) => pipe(ports.folders.remove(folder), TE.mapLeft(notKept))
    )

/**
 * Proves everything before tofu is run on a stack, and makes the folder in which tofu runs. The folder is made of the proven
 * bytes, with the bound provider. It is gone when `use` has ended, however `use` ended.
 */
export const whenReady = <A>(of: GuardSubject, use: (ready: Ready) => Run<A>): Run<A> =>
  pipe(
    foundNow(of, 'first'),
    RTE.tap(() => noStateLeft(of)),
    RTE.flatMap((found) =>
      inFolder(of, found, (folder) =>
        lookingAtLock(of, found.proven, pipe(equipped(of, found, folder), RTE.flatMap(use)))
      )
    )
  )
