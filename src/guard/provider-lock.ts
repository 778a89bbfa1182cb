/** What `.terraform.lock.hcl` binds: its own digest, and the hashes in it, which name no machine and nobody. */
export type ProviderLock = { readonly sha256: string; readonly hashes: ReadonlyArray<string> }

/** The hashes of a lock file, in their order; preflight has judged its form. Source: OpenTofu, "Dependency Lock File". */
export const hashesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/"((?:h1:[A-Za-z0-9+/]{43}=)|(?:zh:[0-9a-f]{64}))"/g)].flatMap(([, hash]) => hash ?? [])
