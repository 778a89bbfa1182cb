import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { lstat, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ReadFailure } from '../files/read-failure.port.ts'
import type { WorkingDirectory } from './working-directory.port.ts'
import { kindOf } from '../files/kind.ts'
import { orNone, readBounded } from '../files/read-bounded.ts'

/** Each folder on the way to a path below the project, the outermost first: `out`, `out/staging-eu`. */
const foldersOf = (path: string): ReadonlyArray<string> =>
  path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))

/** True when that path and all above it below the project are folders, false when one is not there. */
const areFolders =
  (project: string, path: string): TE.TaskEither<ReadFailure, boolean> =>
  async () => {
    for (const folder of foldersOf(path)) {
      const found = await orNone(folder, () => lstat(join(project, folder)))()
      if (E.isLeft(found)) return found
      if (O.isNone(found.right)) return E.right(false)
      const kind = kindOf(found.right.value)
      if (kind !== 'folder') return E.left({ what: folder, cause: `it is a ${kind}, and no folder` })
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
