import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import { lstat, readlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { isAbsent } from './system-refusal.ts'

const STICKY = 0o1000
const OTHERS_WRITE = 0o002

/** The path itself and every folder above it, outermost last. */
const upwards = (path: AbsolutePath): ReadonlyArray<AbsolutePath> => {
  const above = absolutePath(dirname(path))
  return above === path ? [path] : [path, ...upwards(above)]
}

/** Whether another user could change a thing with this owner and these rights. */
const isChangeable = ({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean => {
  const me = process.getuid?.()
  const isForeign = me !== undefined && uid !== me && uid !== 0
  return isForeign || ((mode & OTHERS_WRITE) !== 0 && (mode & STICKY) === 0)
}

/**
 * Of a real path and every folder on the way to it: those that another user could change. They belong to neither this
 * user nor the administrator, or everybody may write to them. A sticky folder such as `/tmp` may be open to everybody: no
 * user can replace there what is another user's. A group that may write is left to the person who made it: package
 * managers of one machine's administrators use one.
 */
export const changeableOnTheWay = async (realPath: AbsolutePath): Promise<ReadonlyArray<AbsolutePath>> => {
  const found: Array<AbsolutePath> = []
  for (const path of upwards(realPath)) if (isChangeable(await lstat(path))) found.push(path)
  return found
}

/**
 * The same for a path as it is written, of which the end may not be there yet. Each link on it counts too, and the way to
 * what it leads to: who could lead a link elsewhere could change what is found at the path.
 */
export const changeableToReach = async (path: AbsolutePath): Promise<ReadonlyArray<AbsolutePath>> => {
  const found = new Set<AbsolutePath>()
  const seen = new Set<string>()
  const waiting = [...upwards(path)]
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    if (seen.has(one)) continue
    seen.add(one)
    const stats = await lstat(one).catch((error: unknown) => {
      if (isAbsent(error)) return undefined
      throw error
    })
    if (stats === undefined) continue
    // The rights of a link are always open, and its folder says who may replace it.
    if (isChangeable(stats.isSymbolicLink() ? { uid: stats.uid, mode: 0 } : stats)) found.add(one)
    if (stats.isSymbolicLink()) waiting.push(...upwards(absolutePath(resolve(dirname(one), await readlink(one)))))
  }
  return [...found]
}
