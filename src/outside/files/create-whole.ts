import type fs from 'node:fs'

/** The few calls of node:fs that a new file needs. */
export type CreateCalls = Pick<
  typeof fs,
  'closeSync' | 'fsyncSync' | 'linkSync' | 'openSync' | 'renameSync' | 'rmSync' | 'writeFileSync'
>

/**
 * How a hard link is refused where there are none, as on exFAT and on some shares of a network. A file can also have as
 * many as it may have. Source: link(2).
 */
const NO_LINK: ReadonlySet<string> = new Set(['EMLINK', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EXDEV'])

const hasNoLink = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && NO_LINK.has(error.code)

/** Writes, flushes and closes a file that is not there yet. */
const writeNew = (calls: CreateCalls, path: string, bytes: string | Uint8Array): void => {
  const descriptor = calls.openSync(path, 'wx', 0o644)
  try {
    calls.writeFileSync(descriptor, bytes)
    calls.fsyncSync(descriptor)
  } finally {
    calls.closeSync(descriptor)
  }
}

/** Takes the name by an empty file, and puts the whole one there. The system refuses the name where anything lies. */
const renamed = (calls: CreateCalls, temporary: string, path: string): void => {
  calls.closeSync(calls.openSync(path, 'wx', 0o644))
  try {
    calls.renameSync(temporary, path)
  } catch (error) {
    calls.rmSync(path, { force: true })
    throw error
  }
}

/**
 * Creates a file, and replaces nothing: where anything lies already, it ends with EEXIST. The whole file is written beside
 * it and flushed, and then linked to its name, so that no moment shows a part of it. Where there are no hard links an empty
 * file takes the name first, and the whole one is renamed to it: a run that is killed between the two leaves the empty one.
 * No later run takes an empty file over, since another run may be between the two; who reads it says what to do.
 * A failure leaves nothing behind.
 */
export const createWhole = (calls: CreateCalls, path: string, temporary: string, bytes: string | Uint8Array): void => {
  try {
    calls.rmSync(temporary, { force: true })
    writeNew(calls, temporary, bytes)
    try {
      calls.linkSync(temporary, path)
    } catch (error) {
      if (!hasNoLink(error)) throw error
      renamed(calls, temporary, path)
    }
  } finally {
    calls.rmSync(temporary, { force: true })
  }
}
