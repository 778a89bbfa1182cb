// @ts-check
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

const FOLDER = '.build'

const me = process.getuid?.()

/**
 * The administrator, and whom an ordinary user sees as such in the network of a sandbox, as
 * src/outside/files/administrators.ts has it.
 *
 * @type {ReadonlyArray<number>}
 */
const administrators = (() => {
  try {
    const isSeen = /^ *0 /m.test(readFileSync('/proc/self/uid_map', 'utf8'))
    const isSandbox = Boolean(process.env['ZENTHEA_SANDBOX'])
    return isSandbox && !isSeen ? [0, Number(readFileSync('/proc/sys/kernel/overflowuid', 'utf8'))] : [0]
  } catch {
    return [0]
  }
})()

/** @type {(path: string) => Error} */
export const notMine = (path) => new Error(`${path} can be changed by others`)

/** @type {(error: unknown, code: string) => boolean} */
export const hasCode = (error, code) => error instanceof Error && 'code' in error && error.code === code

/**
 * Whether nobody but this user can change a file or a folder; a link is not taken.
 *
 * @param {string} path
 * @returns {boolean}
 */
export const isMine = (path) => {
  const found = lstatSync(path)
  return !found.isSymbolicLink() && (me === undefined || (found.uid === me && (found.mode & 0o022) === 0))
}

/**
 * Whether nobody but this user and the administrator can put another folder in the place of this one (as
 * src/outside/files/changeable.ts asks of others).
 *
 * @param {string} path Without links.
 * @returns {boolean}
 */
const isWayMine = (path) => {
  const { uid, mode } = lstatSync(path)
  const isOpen = (mode & 0o002) !== 0 && (mode & 0o1000) === 0
  if (me !== undefined && ((uid !== me && !administrators.includes(uid)) || isOpen)) return false
  return dirname(path) === path || isWayMine(dirname(path))
}

/**
 * The folder of programs in a home, made where there is none.
 *
 * @param {string} home
 * @returns {string}
 */
export const programsIn = (home) => {
  const real = realpathSync(home)
  const folder = join(real, FOLDER)
  if (!isWayMine(real)) throw notMine(real)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!isMine(folder)) throw notMine(folder)
  return folder
}

/**
 * A folder in which a bundle finds what it finds in the checkout: packages, and the sources that a trace names.
 *
 * @param {string} root
 * @param {string} folder
 * @returns {string}
 */
const standIn = (root, folder) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of ['node_modules', 'src'])
    try {
      symlinkSync(join(root, name), join(folder, name), 'dir')
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
  return folder
}

/** @type {(root: string) => string} */
const inCache = (root) => {
  const named = process.env['XDG_CACHE_HOME'] ?? ''
  const cache = isAbsolute(named) ? named : join(homedir(), '.cache')
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return standIn(root, join(cache, 'zenthea-foundation', 'program', checkout))
}

/** @type {(root: string) => string} */
const ofThisRun = (root) => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-program-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return standIn(root, folder)
}

/** Where programs may be kept: in the checkout, in this user's cache, or in a folder of this run alone. */
export const HOMES = [(/** @type {string} */ root) => root, inCache, ofThisRun]
