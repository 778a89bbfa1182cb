import type { CommitId } from '../../diagnostics/kinds.ts'
import { createHash } from 'node:crypto'

/** One object as git keeps it: its bytes, without a header. */
export type GitObject = { readonly type: 'commit' | 'tree' | 'blob' | 'tag'; readonly bytes: Buffer }

/** One entry of a tree. Names are text of one character a byte, so that no two of them become one. */
export type TreeEntry = { readonly mode: string; readonly name: string; readonly id: string }

/** A full id, in lower case: of SHA-1 or of SHA-256. */
export const isObjectId = (text: string): text is CommitId => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text)

/**
 * The id of an object by its own bytes, in the format of the id that it was asked by. Source: Git, "Git Objects": the
 * digest of type, size and bytes; Git, hash-function-transition.
 */
export const idOf = ({ type, bytes }: GitObject, asked: string): string =>
  createHash(asked.length === 64 ? 'sha256' : 'sha1')
    .update(`${type} ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')

/** A path as a tree writes its names. */
export const inBytes = (path: string): string => Buffer.from(path, 'utf8').toString('latin1')

const modes = ['40000', '100644', '100755', '100664', '120000', '160000']

/**
 * The entries of a tree. Undefined where the bytes are not a tree of git's. Two entries of one name do not make a tree,
 * since which of them a checkout writes is not said. Source: Git, gitformat-pack and fsck's rules for trees.
 */
export const treeOf = (bytes: Buffer, idBytes: number): ReadonlyArray<TreeEntry> | undefined => {
  const entries: Array<TreeEntry> = []
  for (let at = 0; at < bytes.length;) {
    const [space, end] = [bytes.indexOf(0x20, at), bytes.indexOf(0, at)]
    // Without a space before the end of the name, or without that end, mode or name is not one of git's.
    if (end + 1 + idBytes > bytes.length) return undefined
    const mode = bytes.toString('latin1', at, space)
    const name = bytes.toString('latin1', space + 1, end)
    if (!modes.includes(mode) || name === '' || name === '.' || name === '..' || name.includes('/')) return undefined
    entries.push({ mode, name, id: bytes.toString('hex', end + 1, end + 1 + idBytes) })
    at = end + 1 + idBytes
  }
  return new Set(entries.map(({ name }) => name)).size === entries.length ? entries : undefined
}

/** The id of a commit's tree: its first line, and no other. Source: Git, "Git Objects". */
export const treeIdOf = (bytes: Buffer, idBytes: number): string | undefined => {
  const id = /^tree ([0-9a-f]+)\n/.exec(bytes.toString())?.[1]
  return id?.length === 2 * idBytes ? id : undefined
}
