import type { Digested, Sha256 } from '../../diagnostics/kinds.ts'
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, utimes } from 'node:fs/promises'
import { NotPrivate } from './base.ts'

/**
 * What is in a file of any size: its first four bytes and its digest. `holds` says whether the sought bytes are anywhere
 * in it.
 */
export type ReadThrough<Of extends Digested> = {
  readonly head: Buffer
  readonly sha256: Sha256<Of>
  readonly holds: boolean
}

/**
 * Reads a regular file once, from its beginning to its end. Each part of it is given to `also` in order. Rejects with the
 * system's own error. None where it is a pipe, a device or a folder, which are never waited for.
 */
export const readThrough = async <Of extends Digested>(
  path: string,
  sought: Buffer,
  also: (chunk: Buffer) => Promise<void> = async () => undefined
): Promise<ReadThrough<Of> | undefined> => {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    if (!(await file.stat()).isFile()) return undefined
    const hash = createHash('sha256')
    const buffer = Buffer.alloc(1 << 20)
    let head = Buffer.alloc(0)
    let tail = Buffer.alloc(0)
    let holds = false
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return { head, sha256: hash.digest('hex') as Sha256<Of>, holds }
      const chunk = buffer.subarray(0, bytesRead)
      hash.update(chunk)
      await also(chunk)
      if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4 - head.length)])
      if (!holds && sought.length > 0) {
        const seam = Buffer.concat([tail, chunk])
        holds = seam.includes(sought)
        tail = Buffer.from(seam.subarray(-sought.length))
      }
    }
  } finally {
    await file.close()
  }
}

const NOTHING = Buffer.alloc(0)

/**
 * Copies a regular file into a new private one that no user may write to. Gives the digest of what was written. The copy
 * is not flushed, since each run reads it again before it is used.
 */
export const copyPrivate = async <Of extends Digested>(from: string, to: string): Promise<Sha256<Of>> => {
  const file = await open(to, 'wx', 0o500)
  try {
    const read = await readThrough<Of>(from, NOTHING, async (chunk) => {
      await file.writeFile(chunk)
    })
    if (read === undefined) throw new NotPrivate(from, 'is not a regular file')
    return read.sha256
  } finally {
    await file.close()
  }
}

/** Says that a folder is used now, so that no run sweeps it. */
export const touch = async (folder: string): Promise<void> => {
  const now = new Date()
  await utimes(folder, now, now)
}

/** The digest of a regular file, read once. */
export const digestOf = async <Of extends Digested>(path: string): Promise<Sha256<Of>> => {
  const read = await readThrough<Of>(path, NOTHING)
  if (read === undefined) throw new NotPrivate(path, 'is not a regular file')
  return read.sha256
}
