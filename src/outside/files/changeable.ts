import { lstat } from 'node:fs/promises'
import { dirname } from 'node:path'

const STICKY = 0o1000
const OTHERS_WRITE = 0o002

/** The path itself and every folder above it, outermost last. */
const upwards = (path: string): ReadonlyArray<string> => {
  const above = dirname(path)
  return above === path ? [path] : [path, ...upwards(above)]
}

/**
 * Of a real path and every folder on the way to it: those that another user could change. They belong to neither this
 * user nor the administrator, or everybody may write to them. A sticky folder such as `/tmp` may be open to everybody: no
 * user can replace there what is another user's. A group that may write is left to the person who made it: package
 * managers of one machine's administrators use one.
 */
export const changeableOnTheWay = async (realPath: string): Promise<ReadonlyArray<string>> => {
  const me = process.getuid?.()
  const found: Array<string> = []
  for (const path of upwards(realPath)) {
    const { uid, mode } = await lstat(path)
    const isForeign = me !== undefined && uid !== me && uid !== 0
    const isOpen = (mode & OTHERS_WRITE) !== 0 && (mode & STICKY) === 0
    if (isForeign || isOpen) found.push(path)
  }
  return found
}
