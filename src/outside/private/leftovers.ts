import { type AbsolutePath, type Moment, absolutePath } from '../../diagnostics/kinds.ts'
import { lstat, readdir, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { Leftovers } from './stores.port.ts'
import { isAbsent, systemRefusal } from '../files/system-refusal.ts'
import { type StateHome, privately } from './base.ts'
import { pathsInUse } from './process-table.ts'
import { RUN_FOLDER, erroredIn } from './run-folder.ts'

const namesIn = async (folder: string): Promise<ReadonlyArray<string>> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

/** The private folders of this user in a folder, by a beginning of their name. */
const ownFolders = async (folder: string, beginning: string): Promise<ReadonlyArray<AbsolutePath>> => {
  const paths = (await namesIn(folder))
    .filter((name) => name.startsWith(beginning))
    .map((name) => absolutePath(join(folder, name)))
  const own = paths.map(async (path) => {
    const found = await lstat(path).catch((error: unknown) => {
      if (isAbsent(error)) return undefined
      throw error
    })
    const isOwn = found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid)
    return isOwn && (found.mode & 0o077) === 0 ? [path] : []
  })
  return (await Promise.all(own)).flat()
}

/** When a folder, or what lies at most three levels below it, was last changed. */
const lastChange = async (path: string, levels = 3): Promise<number> => {
  const found = await lstat(path)
  if (!found.isDirectory() || levels === 0) return found.mtimeMs
  const below = (await readdir(path)).map((name) => lastChange(join(path, name), levels - 1))
  return Math.max(found.mtimeMs, ...(await Promise.all(below)))
}

/** Puts a folder aside before it is removed. Where another run has used it since it was looked at, the folder is put back. */
export const removeUnused = async (
  path: string,
  before: Moment,
  age: (path: string) => Promise<number>
): Promise<void> => {
  if ((await age(path)) >= before) return
  const isUsed = (await pathsInUse()).some((used) => used === path || used.startsWith(`${path}${sep}`))
  if (isUsed) return
  const aside = `${path}-swept-${process.pid}`
  await rename(path, aside)
  if ((await age(aside)) < before) await rm(aside, { recursive: true })
  else await rename(aside, path).catch(() => rm(aside, { recursive: true }))
}

/** What the system does not let go, stays; a defect does not. */
const quietly = async (path: string, use: () => Promise<void>): Promise<void> => {
  try {
    await use()
  } catch (error) {
    systemRefusal(path, error)
  }
}

/** What lies in the system's folder for temporary files, and in `<home>/zenthea-foundation`. */
export const leftovers = (systemTemporary: string, home: StateHome): Leftovers => {
  const runs = async (): Promise<ReadonlyArray<AbsolutePath>> => ownFolders(await realpath(systemTemporary), RUN_FOLDER)
  const ownChange = async (path: string): Promise<number> => (await lstat(path)).mtimeMs
  return {
    states: (stack) =>
      privately(systemTemporary, async () =>
        (await runs()).flatMap(erroredIn).filter((path) => dirname(path).endsWith(`${sep}${stack}`))
      ),
    sweep:
      ({ folders, copies }) =>
      () =>
        quietly(systemTemporary, async () => {
          for (const root of await runs())
            if (erroredIn(root).length === 0) await quietly(root, () => removeUnused(root, folders, lastChange))
          for (const kind of ['programs', 'providers'])
            for (const copy of await ownFolders(join(home.path, 'zenthea-foundation', kind), ''))
              await quietly(copy, () => removeUnused(copy, copies, ownChange))
        })
  }
}
