import { open } from 'node:fs/promises'
import { readThrough } from '../tofu/read-through.ts'
import { NotPrivate } from './files.ts'

const NOTHING = Buffer.alloc(0)

/**
 * Copies a regular file into a new private one that nobody may write to, and gives the digest of what was written. It is not
 * flushed, since each run reads it again before it is used.
 */
export const copyPrivate = async (from: string, to: string): Promise<string> => {
  const file = await open(to, 'wx', 0o500)
  try {
    const read = await readThrough(from, NOTHING, async (chunk) => {
      await file.writeFile(chunk)
    })
    if (read === undefined) throw new NotPrivate(from, 'is no regular file')
    return read.sha256
  } finally {
    await file.close()
  }
}

/** The digest of a regular file, read once. */
export const digestOf = async (path: string): Promise<string> => {
  const read = await readThrough(path, NOTHING)
  if (read === undefined) throw new NotPrivate(path, 'is no regular file')
  return read.sha256
}
