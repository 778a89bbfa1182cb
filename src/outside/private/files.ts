import { constants } from 'node:fs'
import { type FileHandle, access, lstat, mkdir, open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { deepest } from '../files/checkout-places.ts'
import { makeFolders } from '../files/make-folders.ts'
import { isAbsent, isTaken } from '../files/system-refusal.ts'
import { type StateHome, NotPrivate, judgedPlace, privately } from './base.ts'
import type { FolderLook, UsableFolders } from './stores.port.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'

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

/**
 * Folders below the home of what outlives a run, each private, and that home itself made where it is missing. The place is
 * judged before anything is made, so that a refusal leaves nothing behind, and again when all of it is there. Gives the
 * real path of the last one.
 */
export const privateFolders = async (home: StateHome, names: ReadonlyArray<string>): Promise<string> => {
  // As it is written, without `..`, which a link on the way would lead elsewhere.
  const base = normalize(home.path)
  await judgedPlace(join(base, ...names), home.projects)
  await makeFolders(base, 0o700)
  let path = await realpath(base)
  for (const name of names) {
    path = join(path, name)
    await privateFolder(path)
  }
  return judgedPlace(path, home.projects)
}

/** Throws what the system says where a folder takes nothing new. Of a path, the deepest folder that is there is asked. */
const judgedForWriting = async (path: string): Promise<void> =>
  access(await deepest(path), constants.W_OK | constants.X_OK)

/**
 * Judges such folders as they are, and makes none: the place, and each folder of them that is there. The rest must be such
 * that it can be made. Gives the path that the last one has or would have.
 */
const lookedAtFolders = async (home: StateHome, names: ReadonlyArray<string>): Promise<string> => {
  let path: string = await judgedPlace(normalize(home.path), home.projects)
  for (const name of ['', ...names]) {
    path = join(path, name)
    const found = await lstat(path).catch((error: unknown) => {
      if (!isAbsent(error)) throw error
      return undefined
    })
    if (found === undefined) continue
    if (!found.isDirectory()) throw new NotPrivate(path, 'is not a folder')
    if (name !== '') ofNobodyElse(path, found)
  }
  await judgedForWriting(join(normalize(home.path), ...names))
  return judgedPlace(join(normalize(home.path), ...names), home.projects)
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

/** Flushes the names in a folder. After a loss of power, a file that was put there is found again. */
export const flushFolder = async (path: string): Promise<void> => {
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

/** The folders below a state home and the system's folder for temporary files, judged as a run judges them. */
export const usableFolders = (home: StateHome, temporary: string): UsableFolders => ({
  state: privately(join(home.path, 'zenthea-foundation'), () => privateFolders(home, ['zenthea-foundation'])),
  evidence: privately(join(home.path, 'zenthea-foundation', 'evidence'), () =>
    privateFolders(home, ['zenthea-foundation', 'evidence'])
  ),
  temporary: privately(temporary, async () => {
    const place = await judgedPlace(temporary, home.projects, 'TMPDIR')
    await judgedForWriting(place)
    return place
  })
})

/** What a run keeps below the state home. */
const kept = ['evidence', 'plans', 'programs', 'providers']

/** The same folders, looked at as they are. Nothing is made, and the first that a run would refuse is the failure. */
export const folderLook = (home: StateHome, temporary: string): FolderLook =>
  pipe(
    kept,
    TE.traverseSeqArray((name) =>
      privately(join(home.path, 'zenthea-foundation', name), () => lookedAtFolders(home, ['zenthea-foundation', name]))
    ),
    TE.flatMap(() => usableFolders(home, temporary).temporary),
    TE.map(constVoid)
  )
