import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isAbsent, isTaken } from './system-refusal.ts'

/** The calls of the system that make folders. */
export type FolderCalls = {
  readonly mkdir: (path: string, options: { readonly mode: number }) => Promise<unknown>
  readonly stat: (path: string) => Promise<{ readonly isDirectory: () => boolean }>
}

/**
 * Makes a folder, and those above it that are missing, each with these rights. Each is asked for alone, so that what the
 * system says is about the one that it refuses. Of several at once Node says ENOENT where the disk is read-only.
 */
export const makeFolders = async (path: string, mode: number, calls: FolderCalls = { mkdir, stat }): Promise<void> => {
  const make = async (): Promise<void> => {
    try {
      await calls.mkdir(path, { mode })
    } catch (error) {
      if (!isTaken(error) || !(await calls.stat(path)).isDirectory()) throw error
    }
  }
  try {
    await make()
  } catch (error) {
    if (!isAbsent(error) || dirname(path) === path) throw error
    await makeFolders(dirname(path), mode, calls)
    await make()
  }
}
