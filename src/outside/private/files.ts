import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import type { PrivateFailure } from '../files/files.port.ts'
import { changeableOnTheWay } from '../files/changeable.ts'
import { isAbsent, isTaken } from '../files/system-refusal.ts'

/** Thrown inside the adapters of private files, and turned into a value at their edge. */
export class NotPrivate extends Error {
  readonly failure: PrivateFailure
  constructor(path: string, why: string) {
    super(`${path} ${why}`)
    this.failure = { _tag: 'NotPrivate', path, why }
  }
}

type Stats = { readonly uid: number; readonly mode: number }

const ofNobodyElse = (path: string, { uid, mode }: Stats): void => {
  if (uid !== (process.getuid?.() ?? uid)) throw new NotPrivate(path, 'belongs to another user')
  if ((mode & 0o077) !== 0) throw new NotPrivate(path, 'can be read or changed by others')
}

/** A folder that only this user can enter, made where there is none; a link in its place is refused. */
const privateFolder = async (path: string): Promise<void> => {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (!isTaken(error)) throw error
  })
  const found = await lstat(path)
  if (!found.isDirectory()) throw new NotPrivate(path, 'is not a folder')
  ofNobodyElse(path, found)
}

/** Refuses a real path where another user could put another folder in the place of one on it. */
const refuseChangeable = async (realPath: string): Promise<void> => {
  const [first] = await changeableOnTheWay(realPath)
  if (first !== undefined) throw new NotPrivate(first, 'can be changed by others')
}

/** The real path of the deepest folder on a path that is there. */
const deepest = async (path: string): Promise<string> => {
  try {
    return await realpath(path)
  } catch (error) {
    if (!isAbsent(error)) throw error
    return deepest(dirname(path))
  }
}

/**
 * Folders below `base`, each private, and `base` itself made where it is missing. Nobody else may be able to change any
 * folder on the way, or they could put another one in its place; that is judged before anything is made, so that a
 * refusal leaves nothing behind. The real path of the last one.
 */
export const privateFolders = async (base: string, names: ReadonlyArray<string>): Promise<string> => {
  if (!isAbsolute(base)) throw new NotPrivate('HOME', 'names no absolute folder')
  await refuseChangeable(await deepest(join(base, ...names)))
  await mkdir(base, { recursive: true, mode: 0o700 })
  let path = await realpath(base)
  for (const name of names) {
    path = join(path, name)
    await privateFolder(path)
  }
  await refuseChangeable(path)
  return path
}

/** Opens a regular file of this user alone, for reading; follows no link, and never waits for a pipe. */
export const openPrivate = async (path: string): Promise<FileHandle> => {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const found = await file.stat()
    if (!found.isFile() || found.nlink > 1) throw new NotPrivate(path, 'is not a file of its own')
    ofNobodyElse(path, found)
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

/** The bytes of a private file of at most so many, read once. */
export const readPrivateBytes = async (path: string, atMostBytes: number): Promise<Buffer> => {
  const file = await openPrivate(path)
  try {
    const { size } = await file.stat()
    if (size > atMostBytes) throw new NotPrivate(path, 'is larger than anything that belongs there')
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** The text of a private file of at most so many bytes. */
export const readPrivate = async (path: string, atMostBytes: number): Promise<string> =>
  (await readPrivateBytes(path, atMostBytes)).toString('utf8')

const flushFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** A new private file with these bytes; one that is there already is refused. One that only its run needs is not flushed. */
export const createPrivate = async (
  path: string,
  bytes: string | Uint8Array,
  lasts: 'for ever' | 'for this run' = 'for ever'
): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    if (lasts === 'for ever') await file.sync()
  } finally {
    await file.close()
  }
}

/** Puts a private file in its place at once: a reader sees the old one, the new one or none. */
export const placePrivate = async (path: string, temporary: string, bytes: string | Uint8Array): Promise<void> => {
  try {
    await createPrivate(temporary, bytes)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await flushFolder(dirname(path))
}
