import { absolutePath } from '../../diagnostics/kinds.ts'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProgramStore } from '../tofu/tofu.port.ts'
import { isAbsent, isTaken } from '../files/system-refusal.ts'
import { copyPrivate, digestOf, touch } from './copy.ts'
import { NotPrivate, type StateHome, privately } from './base.ts'
import { privateFolders } from './files.ts'

/** The copies in `<home>/zenthea-foundation/programs/<sha256>/tofu`; `newId` gives a name that no other run has. */
export const programStore = (home: StateHome, newId: () => string): ProgramStore => {
  const named = ['zenthea-foundation', 'programs']
  return {
    keep: ({ realPath, sha256 }) =>
      privately(join(home.path, ...named), async () => {
        const store = await privateFolders(home, named)
        const folder = join(store, sha256)
        const program = absolutePath(join(folder, 'tofu'))
        try {
          await touch(folder)
          if ((await digestOf(program)) === sha256) return program
          await rm(folder, { recursive: true, force: true })
        } catch (error) {
          if (!isAbsent(error)) throw error
        }
        const making = join(store, `.${newId()}`)
        try {
          await mkdir(making, { mode: 0o700 })
          if ((await copyPrivate(realPath, join(making, 'tofu'))) !== sha256)
            throw new NotPrivate(realPath, 'was changed while it was read')
          await rename(making, folder).catch((error: unknown) => {
            if (!isTaken(error)) throw error
          })
        } finally {
          await rm(making, { recursive: true, force: true })
        }
        if ((await digestOf(program)) !== sha256) throw new NotPrivate(program, 'was changed while it was made')
        return program
      })
  }
}
