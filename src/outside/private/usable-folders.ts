import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { changeableOnTheWay } from '../files/changeable.ts'
import { privately } from './base.ts'
import { NotPrivate, privateFolders } from './files.ts'
import type { UsableFolders } from './stores.port.ts'

/** The folders below a state home and the system's folder for temporary files, judged as a run judges them. */
export const usableFolders = (base: string, temporary: string): UsableFolders => ({
  state: privately(join(base, 'zenthea-foundation'), () => privateFolders(base, ['zenthea-foundation'])),
  evidence: privately(join(base, 'zenthea-foundation', 'evidence'), () =>
    privateFolders(base, ['zenthea-foundation', 'evidence'])
  ),
  temporary: privately(temporary, async () => {
    const path = await realpath(temporary)
    const [first] = await changeableOnTheWay(path)
    if (first !== undefined) throw new NotPrivate(first, 'can be changed by others')
    return path
  })
})
