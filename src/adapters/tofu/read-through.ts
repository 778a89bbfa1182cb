import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** What is in a file of any size: its first four bytes, its digest, and whether it holds some bytes anywhere. */
export type ReadThrough = { readonly head: Buffer; readonly sha256: string; readonly holds: boolean }

/** Reads a file once, from its beginning to its end. Rejects with the system's own error. */
export const readThrough = async (path: string, sought: Buffer): Promise<ReadThrough> => {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let holds = false
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    if (head.length < 4) head = Buffer.concat([head, chunk.subarray(0, 4 - head.length)])
    if (!holds) {
      const seam = Buffer.concat([tail, chunk])
      holds = seam.includes(sought)
      tail = Buffer.from(seam.subarray(-(sought.length - 1)))
    }
  }
  return { head, sha256: hash.digest('hex'), holds }
}
