import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import { fileAt } from '../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import { type Stop, notAllowed, notReadable } from './stop.ts'
import type { ProviderLock } from './facts.ts'

/** A lock file whose bytes were read once: what is judged, bound and handed to tofu. */
export type LockFile = ProviderLock & { readonly bytes: Uint8Array }

/** The hashes of a lock file, in their order; preflight has judged its form. Source: OpenTofu, "Dependency Lock File". */
export const hashesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/"((?:h1:[A-Za-z0-9+/]{43}=)|(?:zh:[0-9a-f]{64}))"/g)].flatMap(([, hash]) => hash ?? [])

/** A lock file by its bytes. */
const lockFileOf = (sha256: GuardPorts['sha256'], bytes: Uint8Array): LockFile => ({
  bytes,
  sha256: sha256(bytes),
  hashes: hashesIn(new TextDecoder().decode(bytes))
})

/** The address that the charter gives the one provider. */
export const PROVIDER_ADDRESS = 'registry.opentofu.org/hashicorp/aws'

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
      rule: 'provider-locked',
      clause: 'J.6.2 §7',
      from: fileAt(`out/${stack}/${LOCK_FILE}`),
      expected: `${LOCK_FILE} in out/${stack}, which binds the provider by its hashes`,
      actual: 'there is none',
      remedy: `Run init first, have the file reviewed and commit it: npm run tofu -- stacks/${stack}.ts init`
    }
  ])

/** The lock file of a stack in a project that must have one. */
export const lockFileIn =
  (project: AbsolutePath, stack: string): Run<LockFile> =>
  ({ directory, sha256 }) =>
    pipe(
      directory.read(project, lockPath(stack)),
      TE.mapLeft(notReadable),
      TE.flatMapEither(E.fromOption(() => notLocked(stack))),
      TE.map((bytes) => lockFileOf(sha256, bytes))
    )
