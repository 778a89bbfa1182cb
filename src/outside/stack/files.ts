import type { Sha256 } from '../../diagnostics/kinds.ts'
import {
  type Dirent,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync
} from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { types } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { sha256 } from '../process/sha256.port.ts'
import type { SourcesRead } from './evaluator.port.ts'

/** A file in stacks/ as it was read, or what blocks it, in words. */
export type StackFile =
  | {
      readonly _tag: 'Read'
      /** All links followed, relative to the project: `stacks/shared/tags.ts`. */
      readonly path: string
      readonly text: string
      /** Of the bytes that were read. */
      readonly sha256: Sha256<'a source'>
    }
  | {
      readonly _tag: 'Refused'
      readonly isText: boolean
      readonly isAbsent: boolean
      readonly actual: string
      readonly remedy: string
    }

/** All that lies in stacks/ under a name that a stack can import, by its path in the project. */
export type StackFiles = ReadonlyMap<string, StackFile>

/** Far more than a project of a thousand stacks has. A project with more keeps other things than stacks in stacks/. */
const MOST_NAMES = 20_000
const MOST_BYTES = 256 * 1024
const MOST_BYTES_IN_ALL = 64 * 1024 * 1024

const refused = (actual: string, remedy: string, isText = false, isAbsent = false): StackFile => ({
  _tag: 'Refused',
  isText,
  isAbsent,
  actual,
  remedy
})

const causes: Readonly<Record<string, readonly [actual: string, remedy: string]>> = {
  ENOENT: ['there is no such file', 'Correct the name, or create the file.'],
  ENOTDIR: ['there is no such file', 'Correct the name, or create the file.'],
  EACCES: ['it may not be read by this user', 'Give this user the right to read it.'],
  EPERM: ['it may not be read by this user', 'Give this user the right to read it.'],
  ELOOP: ['symbolic links that lead in a circle', 'Put the file itself there.']
}

const failure = (error: unknown): StackFile =>
  failed(types.isNativeError(error) && 'code' in error ? String(error.code) : 'an unknown cause')

const failed = (code: string): StackFile => {
  const [actual, remedy] = causes[code] ?? [`it cannot be read: ${code}`, 'Make the file readable.']
  return refused(actual, remedy, false, causes[code] === causes['ENOENT'])
}

const linkedOutside = refused('it leads out of stacks/', 'Put the file itself into stacks/.')
const outside = refused(
  'it leads out of stacks/',
  'Import a part from zenthea-foundation/, or a file that lies in stacks/ itself.'
)
const noFile = refused('it is not a file', 'Put a TypeScript file there.')
const tooMuch = refused(
  `stacks/ holds more than ${MOST_NAMES} names or ${MOST_BYTES_IN_ALL / 1024 / 1024} MiB`,
  'Keep nothing but stacks in it.'
)

/** The file of that name, or what blocks it: itself, its folder, or that it leads out of stacks/. */
export const stackFile = (files: StackFiles, path: string): StackFile =>
  path.startsWith('stacks/')
    ? (files.get(path) ?? files.get(posix.dirname(path)) ?? files.get('stacks') ?? failed('ENOENT'))
    : outside

/** What was read, without the texts, to compare a commit with. A link counts as none, as it does in git. */
export const sourcesRead = (files: StackFiles): SourcesRead =>
  new Map(
    [...files].map(([name, file]) => {
      if (file._tag === 'Refused') return [name, E.left(file.actual)]
      return [name, file.path === name ? E.right(file.sha256) : E.left(`it is a link to ${file.path}`)]
    })
  )

/**
 * Reads every .ts file of stacks/ into memory, each once. So nothing is opened or resolved again: exactly the bytes that
 * were read are judged, run and emitted. What cannot be read is noted, and matters where it is named.
 */
export const stackFiles = (project: string): StackFiles => {
  const found = new Map<string, StackFile>()
  const known = new Map<string, StackFile>()
  const bounds = { names: 0, bytes: 0 }
  let root: string
  try {
    root = realpathSync.native(join(project, 'stacks'))
  } catch {
    return found
  }
  const shown = (path: string): string => ['stacks', ...relative(root, path).split(sep)].join('/')
  const read = (path: string): StackFile => {
    const file = known.get(path) ?? readOnce(path, shown(path))
    if (!known.has(path) && file._tag === 'Read') bounds.bytes += file.text.length
    known.set(path, file)
    return file
  }
  const isTooMuch = (): boolean => bounds.names > MOST_NAMES || bounds.bytes > MOST_BYTES_IN_ALL

  /** `around` are the folders that this one lies in, so that links cannot lead in a circle. */
  const visit = (folder: string, name: string, around: ReadonlyArray<string>): void => {
    const entries = entriesOf(folder)
    if ('_tag' in entries) found.set(name, entries)
    else
      for (const entry of entries) {
        bounds.names += 1
        if (isTooMuch()) return
        const path = join(folder, entry.name)
        const to = `${name}/${entry.name}`
        const target = entry.isSymbolicLink() ? linked(root, path) : { path, isFolder: entry.isDirectory(), entry }
        if ('_tag' in target) found.set(to, target)
        else if (target.isFolder) {
          if (to.endsWith('.ts')) found.set(to, noFile)
          if (entry.name !== 'node_modules' && !around.includes(target.path))
            visit(target.path, to, [...around, target.path])
        } else if (to.endsWith('.ts')) found.set(to, read(target.path))
      }
  }
  visit(root, 'stacks', [root])
  return isTooMuch() ? new Map([['stacks', tooMuch]]) : found
}

const entriesOf = (folder: string): ReadonlyArray<Dirent> | StackFile => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    return failure(error)
  }
}

type Target = { readonly path: string; readonly isFolder: boolean }

const linked = (root: string, path: string): Target | StackFile => {
  try {
    const real = realpathSync.native(path)
    return real.startsWith(`${root}${sep}`) ? { path: real, isFolder: statSync(real).isDirectory() } : linkedOutside
  } catch (error) {
    return failure(error)
  }
}

/** What is not a regular file is neither waited for nor read. */
const readOnce = (real: string, path: string): StackFile => {
  let file: number | undefined
  try {
    file = openSync(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const { size, isFile } = { size: fstatSync(file).size, isFile: fstatSync(file).isFile() }
    if (!isFile) return noFile
    if (size > MOST_BYTES)
      return refused(`a file of ${size} bytes`, 'Write out what is declared, and nothing else.', true)
    const bytes = readFileSync(file)
    const text = utf8(bytes)
    return text === undefined
      ? refused('bytes that are not UTF-8', 'Save the file as UTF-8.', true)
      : { _tag: 'Read', path, text, sha256: sha256(bytes) }
  } catch (error) {
    return failure(error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
