import { systemWords } from './system-refusal.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { constants } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { ReadFailure } from './files.port.ts'

/** The largest file that is read. */
const LIMIT = 4 * 1024 * 1024

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** A call of the file system. None where the thing that it is about is not there; every other refusal is a failure. */
export const orNone =
  <A>(what: string, call: () => Promise<A>): TE.TaskEither<ReadFailure, O.Option<A>> =>
  async () => {
    try {
      return E.right(O.some(await call()))
    } catch (error) {
      const code = codeOf(error)
      if (code === undefined) throw error
      if (code === 'ENOENT') return E.right(O.none)
      return E.left({ what, cause: code === 'ELOOP' ? 'it is a symbolic link' : systemWords(error) })
    }
  }

/** Whether anything is there, at the end of any links. */
export const exists = (path: string): TE.TaskEither<ReadFailure, boolean> =>
  pipe(
    orNone(path, () => stat(path)),
    TE.map(O.isSome)
  )

/** Whether a folder is there, at the end of any links. */
export const isFolder = (path: string): TE.TaskEither<ReadFailure, boolean> =>
  pipe(
    orNone(path, () => stat(path)),
    TE.map(O.exists((found) => found.isDirectory()))
  )

const whole = async (handle: FileHandle, what: string): Promise<E.Either<ReadFailure, Uint8Array>> => {
  const kind = await handle.stat()
  if (!kind.isFile()) return E.left({ what, cause: 'it is not a regular file' })
  const buffer = Buffer.alloc(LIMIT + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length)
    length += bytesRead
    if (length > LIMIT) return E.left({ what, cause: `it is larger than ${LIMIT} bytes` })
    if (bytesRead === 0) return E.right(Uint8Array.prototype.slice.call(buffer, 0, length))
  }
}

/**
 * The bytes of a regular file of at most 4 MiB, by its absolute path. None when it is not there. `what` is how a failure
 * names it. With `noLink` a symbolic link is a failure, else it is followed. A pipe is never waited for.
 */
export const readBounded = (
  what: string,
  path: string,
  link: 'follow' | 'noLink'
): TE.TaskEither<ReadFailure, O.Option<Uint8Array>> => {
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | (link === 'noLink' ? constants.O_NOFOLLOW : 0)
  return async () => {
    const opened = await orNone(what, () => open(path, flags))()
    if (E.isLeft(opened) || O.isNone(opened.right)) return opened as E.Either<ReadFailure, O.Option<never>>
    const handle = opened.right.value
    try {
      const read = await orNone(what, () => whole(handle, what))()
      return E.isLeft(read)
        ? read
        : O.isNone(read.right)
          ? E.left({ what, cause: 'it was removed while it was read' })
          : E.map(O.some<Uint8Array>)(read.right.value)
    } finally {
      await handle.close()
    }
  }
}

/** How long a pipe may give nothing before it counts as silent, in milliseconds. */
const SILENT_MILLIS = 10_000

const AGAIN_MILLIS = 20

/**
 * The bytes of a file, or of a pipe that a shell fills (`<(...)`), at most 4 MiB. A pipe that no program fills is empty. One
 * that stays silent and a device without an end are failures. Rejects with the system's own error, or with one in words.
 */
export const readFilled = async (path: string, silentMillis = SILENT_MILLIS): Promise<Uint8Array> => {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const buffer = Buffer.alloc(LIMIT + 1)
    let [length, silent] = [0, 0]
    for (;;) {
      const bytesRead = await handle.read(buffer, length, buffer.length - length, null).then(
        (read) => read.bytesRead,
        (error: unknown) => {
          if (codeOf(error) !== 'EAGAIN') throw error
          return undefined
        }
      )
      if (bytesRead === 0) return Uint8Array.prototype.slice.call(buffer, 0, length)
      length += bytesRead ?? 0
      if (length > LIMIT) throw new Error(`it is larger than ${LIMIT} bytes`)
      silent = bytesRead === undefined ? silent + AGAIN_MILLIS : 0
      if (silent > silentMillis) throw new Error(`it gave nothing for ${silentMillis / 1000} seconds`)
      if (bytesRead === undefined) await setTimeout(AGAIN_MILLIS)
    }
  } finally {
    await handle.close()
  }
}
