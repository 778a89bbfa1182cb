/** What `.terraform.lock.hcl` binds: its own digest, and the hashes in it, which name no machine and nobody. */
export type ProviderLock = { readonly sha256: string; readonly hashes: ReadonlyArray<string> }

/** A lock file whose bytes were read once: what is judged, bound and handed to tofu. */
export type LockFile = ProviderLock & { readonly bytes: Uint8Array }

/** The hashes of a lock file, in their order; preflight has judged its form. Source: OpenTofu, "Dependency Lock File". */
export const hashesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/"((?:h1:[A-Za-z0-9+/]{43}=)|(?:zh:[0-9a-f]{64}))"/g)].flatMap(([, hash]) => hash ?? [])

/** A lock file by its bytes. */
export const lockFileOf = (sha256: (of: Uint8Array) => string, bytes: Uint8Array): LockFile => ({
  bytes,
  sha256: sha256(bytes),
  hashes: hashesIn(new TextDecoder().decode(bytes))
})

/** The address that the charter gives the one provider. */
export const PROVIDER_ADDRESS = 'registry.opentofu.org/hashicorp/aws'
