import type * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from './failure.port.ts'

/** One release of a provider, as OpenTofu names it in paths: `registry.opentofu.org/hashicorp/aws`, `5.100.0`. */
export type ProviderRelease = { readonly address: string; readonly version: string }

/** A package of a provider whose bytes were read and hashed where nobody else can change them. */
export type BoundProvider = {
  /** A filesystem mirror that holds this package alone, absolute. */
  readonly mirror: string
  /** OpenTofu's `h1:` of the package. */
  readonly hash: string
}

/** Private copies of provider packages, one for each hash. Nothing of them is run before its hash was compared. */
export type ProviderStore = {
  /** The copy whose bytes have one of these hashes now. One that has another is removed. */
  readonly find: (
    release: ProviderRelease,
    hashes: ReadonlyArray<string>
  ) => TE.TaskEither<PrivateFailure, O.Option<BoundProvider>>
  /** Copies the package that `tofu init` put below a data directory, and keeps it where it has one of these hashes. */
  readonly take: (
    release: ProviderRelease,
    dataFolder: string,
    hashes: ReadonlyArray<string>
  ) => TE.TaskEither<PrivateFailure, O.Option<BoundProvider>>
}
