import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The absolute path of a program, looked for in PATH as a shell does; undefined when it is not there. */
export const onPath = (program: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, program))
    .find(isProgram)

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** A tool that cannot be had on this machine. The message says what, how to get it, and why not. */
export const missing = (what: string, remedy: string, cause: unknown): Error =>
  new Error(`${what} cannot be had here.\n  To get it: ${remedy}\n  Cause: ${text(cause)}`, { cause })

const text = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
