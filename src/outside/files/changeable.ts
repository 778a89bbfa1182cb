import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import { execFile } from 'node:child_process'
import type { Stats } from 'node:fs'
import { lstat, readlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ADMINISTRATORS } from './administrators.ts'
import { isAbsent } from './system-refusal.ts'

const OTHERS_WRITE = 0o002
const GROUP_WRITES = 0o020
const STICKY = 0o1000

/** The path itself and every folder above it, outermost last. */
const upwards = (path: AbsolutePath): ReadonlyArray<AbsolutePath> => {
  const above = absolutePath(dirname(path))
  return above === path ? [path] : [path, ...upwards(above)]
}

/** Whether `ls` shows a list of access, a plus behind the rights. Where it says nothing, a list is assumed. Source: POSIX, ls. */
const hasAccessList = async (path: string): Promise<boolean> => {
  const asked = promisify(execFile)('/bin/ls', ['-ldn', '--', path], { env: { LC_ALL: 'C' } })
  const said = await asked.then(
    ({ stdout }) => stdout,
    () => ''
  )
  return !/^[-a-z][-a-zA-Z]{9}[ .@]/.test(said)
}

/** A thing with its rights. It is read from where what others add to this folder would be found. */
type Thing = { readonly path: string; readonly stats: Stats; readonly isReadFrom: boolean }

/**
 * Whether another user could change a thing. Of a list of access on Linux the rights show the most that it gives, where
 * they show those of a group. What is written to a device such as `/dev/null` is not found there. Source: acl(5).
 */
const isChangeable = async ({ path, stats, isReadFrom }: Thing): Promise<boolean> => {
  const me = process.getuid?.()
  if (me !== undefined && stats.uid !== me && !ADMINISTRATORS.includes(stats.uid)) return true
  // The rights of a link are always open, and its folder says who may replace it.
  if (stats.isSymbolicLink() || stats.isCharacterDevice()) return false
  const isSticky = stats.isDirectory() && !isReadFrom && (stats.mode & STICKY) !== 0
  if ((stats.mode & OTHERS_WRITE) !== 0) return !isSticky
  return (stats.mode & GROUP_WRITES) !== 0 && process.platform === 'linux' && !isSticky && hasAccessList(path)
}

/**
 * Of a real path and every folder on the way to it: those that another user could change. They belong to neither this
 * user nor the administrator, or others may write to them. A sticky folder such as `/tmp` may be on the way: no user can
 * replace there what is another user's. It may be the last one only where `use` is to make new things in it. A group that
 * may write is left to the person who made it: package managers of one machine's administrators use one.
 */
export const changeableOnTheWay = async (
  realPath: AbsolutePath,
  use: 'read' | 'make' = 'read'
): Promise<ReadonlyArray<AbsolutePath>> => {
  const found: Array<AbsolutePath> = []
  for (const path of upwards(realPath)) {
    const isReadFrom = use === 'read' && path === realPath
    if (await isChangeable({ path, stats: await lstat(path), isReadFrom })) found.push(path)
  }
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
    if (await isChangeable({ path: one, stats, isReadFrom: false })) found.add(one)
    if (stats.isSymbolicLink()) waiting.push(...upwards(absolutePath(resolve(dirname(one), await readlink(one)))))
  }
  return [...found]
}
