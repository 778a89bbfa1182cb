// @ts-check
import { randomUUID } from 'node:crypto'
import { constants, readdirSync, utimesSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HOMES, hasCode, isMine, notMine, programsIn } from './home.js'

/** @typedef {ReadonlyArray<{ readonly name: string, readonly bytes: Uint8Array }>} Files The files of one bundle. */

const TEMPORARY = '.tmp-'

/** A program that no run began with for so long is removed: no run takes as long and still has files of it to load. */
const UNUSED_MILLIS = 24 * 60 * 60 * 1000

/** A build takes seconds; what lies there for so long was left by one that was killed. */
const LEFT_MILLIS = 60 * 60 * 1000

/**
 * Whether a bundle lies in a folder, whole and of this user alone: a folder gets its name when all is written.
 *
 * @param {string} folder
 * @returns {boolean}
 */
const isThere = (folder) => {
  try {
    const paths = [dirname(folder), folder, ...readdirSync(folder).map((name) => join(folder, name))]
    if (!paths.every(isMine)) throw notMine(folder)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

/** @type {(path: string, bytes: Uint8Array) => Promise<void>} */
const writeThrough = async (path, bytes) => {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Puts a bundle in its place at once. Of several that do so at a time one is first, and the others use what it wrote.
 *
 * @param {string} programs
 * @param {string} folder
 * @param {Files} files
 * @returns {Promise<void>}
 */
const place = async (programs, folder, files) => {
  const temporary = join(programs, `${TEMPORARY}${randomUUID()}`)
  try {
    await mkdir(temporary, { mode: 0o700 })
    for (const { name, bytes } of files) await writeThrough(join(temporary, name), bytes)
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
    await rename(temporary, folder).catch((error) => {
      if (!isThere(folder)) throw error
    })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** @type {(path: string) => Promise<number>} */
const age = async (path) => Date.now() - (await stat(path)).mtimeMs

/**
 * Removes what killed builds left, and programs that were not used for long.
 *
 * @param {string} programs
 * @param {string} used
 * @returns {Promise<void>}
 */
const tidy = async (programs, used) => {
  for (const name of await readdir(programs)) {
    const path = join(programs, name)
    const isLeft = name.startsWith(TEMPORARY) && (await age(path)) > LEFT_MILLIS
    const isOld = /^[0-9a-f]{64}$/.test(name) && name !== used && (await age(path)) > UNUSED_MILLIS
    if (!isLeft && !isOld) continue
    const doomed = join(programs, `${TEMPORARY}${randomUUID()}`)
    await rename(path, doomed)
    await rm(doomed, { recursive: true, force: true })
  }
}

/**
 * Where a bundle lies or would lie in a home, and whether it does; undefined for a home that cannot be used.
 *
 * @param {() => string} home
 * @param {string} digest
 * @param {string} command
 * @returns {{ readonly programs: string, readonly folder: string, readonly isThere: boolean } | undefined}
 */
const lookedUp = (home, digest, command) => {
  try {
    const programs = programsIn(home())
    const folder = join(programs, digest, command)
    return { programs, folder, isThere: isThere(folder) }
  } catch {
    return undefined
  }
}

/** @type {(folder: string) => void} */
const markUsed = (folder) => {
  try {
    utimesSync(dirname(folder), new Date(), new Date())
  } catch {
    // In a checkout that only can be read nothing is removed either.
  }
}

/**
 * The folder that holds a bundle: in the checkout, or where nothing can be written there or others could change it, in
 * this user's cache, or else in a folder of this run alone. What is not there yet is built, once, and written.
 *
 * @param {string} root The checkout.
 * @param {string} digest
 * @param {string} command
 * @param {() => Promise<Files>} build
 * @returns {Promise<string>}
 */
export const storedBundle = async (root, digest, command, build) => {
  /** @type {Files | undefined} */
  let files
  for (const home of HOMES) {
    const found = lookedUp(() => home(root), digest, command)
    if (found === undefined) continue
    if (found.isThere) {
      markUsed(found.folder)
      return found.folder
    }
    files ??= await build()
    try {
      await place(found.programs, found.folder, files)
    } catch {
      continue
    }
    await tidy(found.programs, digest).catch(() => undefined)
    return found.folder
  }
  throw new Error(
    'a program can be kept neither in .build, nor in the cache of this user, nor in the folder for temporary files'
  )
}
