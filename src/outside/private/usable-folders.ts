import { join } from 'node:path'
import { type StateHome, judgedPlace, privately } from './base.ts'
import { privateFolders } from './files.ts'
import type { UsableFolders } from './stores.port.ts'

/** The folders below a state home and the system's folder for temporary files, judged as a run judges them. */
export const usableFolders = (home: StateHome, temporary: string): UsableFolders => ({
  state: privately(join(home.path, 'zenthea-foundation'), () => privateFolders(home, ['zenthea-foundation'])),
  evidence: privately(join(home.path, 'zenthea-foundation', 'evidence'), () =>
    privateFolders(home, ['zenthea-foundation', 'evidence'])
  ),
  temporary: privately(temporary, () => judgedPlace(temporary, home.projects, 'TMPDIR'))
})
