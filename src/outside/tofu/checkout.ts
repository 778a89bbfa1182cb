import * as TE from 'fp-ts/lib/TaskEither.js'
import { link, open, realpath, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Checkout } from './checkout.port.ts'
import type { ReadFailure } from '../files/read-failure.port.ts'
import { changeableOnTheWay } from '../files/changeable.ts'
import { isAbsent, isTaken, systemRefusal } from '../files/system-refusal.ts'

const failing =
  (what: string) =>
  (error: unknown): ReadFailure => ({ what, cause: systemRefusal(what, error).message })

/** A project on this machine's disk; `newId` gives a name that no other run has. */
export const checkout = (newId: () => string): Checkout => ({
  changeable: (project, paths) =>
    TE.tryCatch(async () => {
      const found = new Set<string>()
      for (const path of paths) {
        const real = await realpath(join(project, path)).catch((error: unknown) => {
          if (isAbsent(error)) return undefined
          throw error
        })
        if (real !== undefined) for (const one of await changeableOnTheWay(real)) found.add(one)
      }
      return [...found]
    }, failing(project)),
  create: (project, path, bytes) =>
    TE.tryCatch(async () => {
      const folder = join(project, dirname(path))
      if ((await realpath(folder)) !== join(await realpath(project), dirname(path))) return false
      const temporary = join(folder, `.${newId()}.tmp`)
      try {
        const file = await open(temporary, 'wx', 0o644)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await link(temporary, join(folder, basename(path)))
        return true
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      } finally {
        await rm(temporary, { force: true })
      }
    }, failing(path))
})
