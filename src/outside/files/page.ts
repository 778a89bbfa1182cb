import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { lstatSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { systemWords } from './system-refusal.ts'

/**
 * Writes a file as a whole: a temporary one beside it, then renamed. Only a regular file is replaced. Left with why it is not,
 * in the words of the system where it says so.
 */
export const writeWholePage =
  (path: string, text: string): TE.TaskEither<string, void> =>
  async () => {
    const temporary = `${path}.${process.pid}.tmp`
    try {
      const there = lstatSync(path, { throwIfNoEntry: false })
      if (there !== undefined && !there.isFile()) return E.left('it is not a regular file')
      await writeFile(temporary, text, { flag: 'wx' })
      await rename(temporary, path)
      return E.right(undefined)
    } catch (error) {
      await rm(temporary).catch(() => undefined)
      return E.left(systemWords(error))
    }
  }
