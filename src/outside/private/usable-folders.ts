import { join } from 'node:path'
import { type StateHome, judgedPlace, privately } from './base.ts'
import { lookedAtFolders, privateFolders } from './files.ts'
import type { FolderLook, UsableFolders } from './stores.port.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'

/** The folders below a state home and the system's folder for temporary files, judged as a run judges them. */
export const usableFolders = (home: StateHome, temporary: string): UsableFolders => ({
  state: privately(join(home.path, 'zenthea-foundation'), () => privateFolders(home, ['zenthea-foundation'])),
  evidence: privately(join(home.path, 'zenthea-foundation', 'evidence'), () =>
    privateFolders(home, ['zenthea-foundation', 'evidence'])
  ),
  temporary: privately(temporary, () => judgedPlace(temporary, home.projects, 'TMPDIR'))
})

/** What a run keeps below the state home. */
const kept = ['evidence', 'plans', 'programs', 'providers']

/** The same folders, looked at as they are. Nothing is made, and the first that a run would refuse is the failure. */
export const folderLook = (home: StateHome, temporary: string): FolderLook =>
  pipe(
    kept,
    TE.traverseSeqArray((name) =>
      privately(join(home.path, 'zenthea-foundation', name), () => lookedAtFolders(home, ['zenthea-foundation', name]))
    ),
    TE.flatMap(() => usableFolders(home, temporary).temporary),
    TE.map(constVoid)
  )
