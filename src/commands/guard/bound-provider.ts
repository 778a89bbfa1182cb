import type { TofuCall } from '../../outside/tofu/tofu.port.ts'
import { fileAt } from '../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { PrivateFolder } from '../../outside/private/run-folder.port.ts'
import type { BoundProvider, ProviderRelease } from '../../outside/private/stores.port.ts'
import { workingDirectoryAt } from '../preflight/checks/working-directory.ts'
import { plainEnvironment } from './child-environment.ts'
import type { Program } from './found-program.ts'
import type { GuardSubject, Run } from './ports.ts'
import { type LockFile, PROVIDER_ADDRESS, lockFileIn } from './provider-lock.ts'
import { fetchArguments, said } from './run-tofu.ts'
import { unlessFailed } from './steps.ts'
import { notAllowed, notKept, type Stop } from './stop.ts'

/** A provider and its lock file. The bytes of the provider lie in a private folder and have a hash of that lock file. */
export type Bound = { readonly provider: BoundProvider; readonly lock: LockFile }

const releaseOf = ({ subject }: GuardSubject): ProviderRelease => ({
  address: PROVIDER_ADDRESS,
  version: subject.wanted.declaration.versions.awsProvider
})

const cached =
  (of: GuardSubject, { hashes }: LockFile): Run<O.Option<BoundProvider>> =>
  ({ providers }) =>
    pipe(providers.find(releaseOf(of), hashes), TE.mapLeft(notKept))

/** Where people and automation run; `providers lock` keeps the hashes that are there. Source: OpenTofu, "providers lock". */
const PLATFORMS = ['linux_amd64', 'linux_arm64', 'darwin_arm64', 'windows_amd64']

const notBound = (stack: string): Stop =>
  notAllowed([
    {
      rule: 'provider-bound',
      clause: 'J.6.2 §7',
      from: fileAt(`out/${stack}/.terraform.lock.hcl`),
      expected: 'a provider package whose h1 hash stands in .terraform.lock.hcl',
      actual: 'the package for this platform has another hash, or the file has none for it',
      remedy: `Add the hashes of all your platforms, have the file reviewed and commit it: tofu -chdir=out/${stack} providers lock ${PLATFORMS.map((name) => `-platform=${name}`).join(' ')}`
    }
  ])

/** Whether tofu refused the package for its checksum, without a word on what a person does then. */
const isOfOtherPlatforms = (stop: Stop): boolean =>
  stop._tag === 'TofuFailed' && /match\sany\sof\sthe\schecksums/.test(stop.said)

/** Copies what tofu fetched into the run's folder; the copy is hashed before any of it is run. */
const taken =
  (of: GuardSubject, { fetched: data }: PrivateFolder, { hashes }: LockFile): Run<BoundProvider> =>
  ({ providers }) =>
    pipe(
      providers.take(releaseOf(of), data, hashes),
      TE.mapLeft(notKept),
      TE.flatMapEither(E.fromOption(() => notBound(of.subject.file.stack)))
    )

/**
 * Lets tofu fetch the provider from the sources that preflight proved. It goes into a data directory beside the one that is
 * used, and tofu has nothing of AWS in its environment. Tofu does not start a provider here. Before there is a lock
 * file, tofu writes one, which is judged here.
 */
const fetched = (of: GuardSubject, program: Program, folder: PrivateFolder, lock: O.Option<LockFile>): Run<Bound> => {
  const { parent, subject } = of
  const call: Omit<TofuCall, 'args'> = {
    file: program.file,
    folder: `${folder.project}/out/${subject.file.stack}`,
    environment: { ...plainEnvironment(parent, folder, subject.route), TF_DATA_DIR: folder.fetched }
  }
  return pipe(
    said({ call }, fetchArguments(O.isSome(lock))),
    RTE.mapLeft((stop) => (isOfOtherPlatforms(stop) ? notBound(subject.file.stack) : stop)),
    RTE.flatMap(() => unlessFailed(workingDirectoryAt('before init')({ ...subject, project: folder.project }))),
    RTE.flatMap(() => lockFileIn(folder.project, subject.file.stack)),
    RTE.flatMap((found) =>
      pipe(
        taken(of, folder, found),
        RTE.map((provider) => ({ provider, lock: found }))
      )
    )
  )
}

/** The provider that the lock file binds: the private copy of it, or one that is fetched now. */
export const boundProvider = (
  of: GuardSubject,
  program: Program,
  folder: PrivateFolder,
  lock: O.Option<LockFile>
): Run<Bound> => {
  if (O.isNone(lock)) return fetched(of, program, folder, lock)
  return pipe(
    cached(of, lock.value),
    RTE.flatMap(
      O.match(
        () => fetched(of, program, folder, lock),
        (provider): Run<Bound> => RTE.right({ provider, lock: lock.value })
      )
    )
  )
}
