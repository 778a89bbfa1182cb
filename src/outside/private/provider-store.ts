import { type Sha256, absolutePath } from '../../diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import { mkdir, readdir, realpath, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BoundProvider, ProviderRelease, ProviderStore } from './stores.port.ts'
import { sha256 } from '../process/sha256.port.ts'
import { isAbsent, isTaken } from '../files/system-refusal.ts'
import { copyPrivate, digestOf, touch } from './copy.ts'
import { NotPrivate, type StateHome, privately } from './base.ts'
import { privateFolders } from './files.ts'

/** The names of all files below a folder, with `/`, in code-unit order. What is neither file nor folder is refused. */
const filesBelow = async (folder: string, below = ''): Promise<ReadonlyArray<string>> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  const names = entries.map(async (entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(folder, name)
    if (entry.isFile()) return [name]
    throw new NotPrivate(join(folder, name), 'is neither a file nor a folder')
  })
  return (await Promise.all(names)).flat().toSorted()
}

type File = readonly [name: string, sha256: Sha256<'a file of a provider'>]

/** OpenTofu's `h1:` of files by name and digest. Source: golang.org/x/mod/sumdb/dirhash, Hash1. */
const h1Of = (files: ReadonlyArray<File>): string => {
  const lines = files.map(([name, digest]) => `${digest}  ${name}\n`)
  return `h1:${Buffer.from(sha256(lines.join('')), 'hex').toString('base64')}`
}

const hashed = async (folder: string): Promise<string> => {
  const digests: Array<File> = []
  for (const name of await filesBelow(folder)) digests.push([name, await digestOf(join(folder, name))])
  return h1Of(digests)
}

/** How OpenTofu names a platform; beside it lies its own lock file, `linux_amd64.lock`. */
const PLATFORM = /^[a-z0-9]+_[a-z0-9]+$/

/** The folder of a release's package: its one platform, below a folder that is laid out as a mirror. */
const packageIn = async (folder: string, { address, version }: ProviderRelease): Promise<string> => {
  const release = join(folder, address, version)
  const [platform, ...others] = (await readdir(release)).filter((name) => PLATFORM.test(name))
  if (platform === undefined || others.length > 0) throw new NotPrivate(release, 'does not hold exactly one platform')
  return join(release, platform)
}

const keyOf = (hash: string): string => Buffer.from(hash.slice('h1:'.length), 'base64').toString('hex')

/** The packages in `<home>/zenthea-foundation/providers/<hash>`; `newId` gives a name that no other run has. */
export const providerStore = (home: StateHome, newId: () => string): ProviderStore => {
  const named = ['zenthea-foundation', 'providers']
  const store = (): Promise<string> => privateFolders(home, named)

  const kept = async (release: ProviderRelease, hash: string): Promise<ReadonlyArray<BoundProvider>> => {
    const mirror = absolutePath(join(await store(), keyOf(hash)))
    try {
      await touch(mirror)
    } catch (error) {
      if (isAbsent(error)) return []
      throw error
    }
    const isWhole = await packageIn(mirror, release)
      .then(hashed)
      .then((found) => found === hash)
      .catch((error: unknown) => {
        if (error instanceof NotPrivate || isAbsent(error)) return false
        throw error
      })
    if (isWhole) return [{ mirror, hash }]
    await rm(mirror, { recursive: true, force: true })
    return []
  }

  const copied = async (from: string, to: string): Promise<string> => {
    const digests: Array<File> = []
    for (const name of await filesBelow(from)) {
      await mkdir(join(to, name, '..'), { recursive: true, mode: 0o700 })
      digests.push([name, await copyPrivate(join(from, name), join(to, name))])
    }
    return h1Of(digests)
  }

  return {
    find: (release, hashes) =>
      privately(join(home.path, ...named), async () => {
        for (const hash of hashes.filter((one) => one.startsWith('h1:'))) {
          const [found] = await kept(release, hash)
          if (found !== undefined) return O.some(found)
        }
        return O.none
      }),
    take: (release, dataFolder, hashes) =>
      privately(join(home.path, ...named), async () => {
        const installed = await packageIn(join(dataFolder, 'providers'), release)
        const making = join(await store(), `.${newId()}`)
        try {
          const platform = join(making, release.address, release.version, installed.split('/').at(-1) ?? '')
          await mkdir(platform, { recursive: true, mode: 0o700 })
          const hash = await copied(await realpath(installed), platform)
          if (!hashes.includes(hash)) return O.none
          const mirror = absolutePath(join(await store(), keyOf(hash)))
          await rename(making, mirror).catch((error: unknown) => {
            if (!isTaken(error)) throw error
          })
          return O.some({ mirror, hash })
        } finally {
          await rm(making, { recursive: true, force: true })
        }
      })
  }
}
