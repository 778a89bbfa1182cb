import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import fs from 'node:fs'
import { lstat, readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Checkout, WorkingDirectory } from './checkout.port.ts'
import type { ReadFailure } from '../files/files.port.ts'
import { createWhole } from '../files/create-whole.ts'
import { changeableOnTheWay } from '../files/changeable.ts'
import { gitPlaces } from '../files/checkout-places.ts'
import { temporaryBeside } from '../files/leftovers.ts'
import { privately } from '../private/base.ts'
import { isAbsent, isTaken, systemRefusal } from '../files/system-refusal.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { kindOf } from '../files/calls.ts'
import { orNone, readBounded } from '../files/read-bounded.ts'

const failing =
  (what: string) =>
  (error: unknown): ReadFailure => ({ what, cause: systemRefusal(what, error).message })

/** Each folder on the way to a path below the project, the outermost first: `out`, `out/staging-eu`. */
const foldersOf = (path: string): ReadonlyArray<string> =>
  path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))

/** A project on this machine's disk. */
export const checkout = (): Checkout => ({
  changeable: (project, paths) =>
    TE.tryCatch(async () => {
      const found = new Set<AbsolutePath>()
      const own = [...new Set(paths.flatMap(foldersOf))].map((one) => join(project, one))
      for (const path of [...own, ...(await gitPlaces(project))]) {
        const real = await realpath(path).then(absolutePath, (error: unknown) => {
          if (isAbsent(error)) return undefined
          throw error
        })
        if (real !== undefined) for (const one of await changeableOnTheWay(real)) found.add(one)
      }
      return [...found]
    }, failing(project)),
  create: (project, path, bytes) =>
    privately(path, async () => {
      const folder = join(project, dirname(path))
      if ((await realpath(folder)) !== join(await realpath(project), dirname(path))) return false
      try {
        createWhole(fs, join(folder, basename(path)), join(project, temporaryBeside(path, process.pid)), bytes)
        return true
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      }
    })
})

/** True when that path and all above it below the project are folders, false when one is not there. */
const areFolders =
  (project: string, path: string): TE.TaskEither<ReadFailure, boolean> =>
  async () => {
    for (const folder of foldersOf(path)) {
      const found = await orNone(folder, () => lstat(join(project, folder)))()
      if (E.isLeft(found)) return found
      if (O.isNone(found.right)) return E.right(false)
      const kind = kindOf(found.right.value)
      if (kind !== 'folder') return E.left({ what: folder, cause: `it is a ${kind}, not a folder` })
    }
    return E.right(true)
  }

/** The files of a project on this machine's disk. */
export const workingDirectory = (): WorkingDirectory => ({
  list: (project, folder) =>
    pipe(
      areFolders(project, folder),
      TE.flatMap((there) =>
        there ? orNone(folder, () => readdir(join(project, folder), { withFileTypes: true })) : TE.right(O.none)
      ),
      TE.map(
        O.map((entries) =>
          entries
            .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
            .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        )
      )
    ),
  read: (project, path) =>
    pipe(
      areFolders(project, dirname(path)),
      TE.flatMap((there) => (there ? readBounded(path, join(project, path), 'noLink') : TE.right(O.none)))
    )
})
