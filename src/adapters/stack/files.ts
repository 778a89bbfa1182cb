import { readFileSync, realpathSync, statSync } from 'node:fs'
import { sep } from 'node:path'
import { types } from 'node:util'

/** A file in stacks/ as it is read, or what stands in the way, in words. */
export type StackFile =
  | { readonly _tag: 'Read'; readonly path: string; readonly text: string }
  | { readonly _tag: 'Refused'; readonly isText: boolean; readonly actual: string; readonly remedy: string }

const refused = (actual: string, remedy: string, isText = false): StackFile => ({
  _tag: 'Refused',
  isText,
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

/** Reads a file that, all links followed, lies below `root` (itself without links). */
export const stackFile = (root: string, path: string): StackFile => {
  try {
    const real = realpathSync.native(path)
    if (!real.startsWith(`${root}${sep}`))
      return refused('it leads out of stacks/', 'Put the file itself into stacks/.')
    if (!statSync(real).isFile()) return refused('it is not a file', 'Put a TypeScript file there.')
    const text = utf8(readFileSync(real))
    return text === undefined
      ? refused('bytes that are not UTF-8', 'Save the file as UTF-8.', true)
      : { _tag: 'Read', path: real, text }
  } catch (error) {
    const code = types.isNativeError(error) && 'code' in error ? String(error.code) : 'an unknown cause'
    const [actual, remedy] = causes[code] ?? [`it cannot be read: ${code}`, 'Make the file readable.']
    return refused(actual, remedy)
  }
}

const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
