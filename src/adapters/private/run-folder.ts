import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PrivateFolders } from '../../ports/private-folder.ts'
import { changeableOnTheWay } from '../changeable.ts'
import { privately } from './edge.ts'
import { NotPrivate, createPrivate } from './files.ts'

/** Folders of one run each in the system's folder for temporary files; the end of the process removes what is left. */
export const privateRunFolders = (systemTemporary: string): PrivateFolders => ({
  make: (cliConfiguration) =>
    privately(systemTemporary, async () => {
      const root = await mkdtemp(join(await realpath(systemTemporary), 'zf-'))
      process.once('exit', () => rmSync(root, { recursive: true, force: true }))
      const [first] = await changeableOnTheWay(root)
      if (first !== undefined) throw new NotPrivate(first, 'can be changed by others')
      const folder = {
        home: join(root, 'home'),
        temporary: join(root, 't'),
        nothing: join(root, 'nothing'),
        cliConfiguration: join(root, 'cli.tfrc')
      }
      await mkdir(folder.home, { mode: 0o700 })
      await mkdir(folder.temporary, { mode: 0o700 })
      await createPrivate(folder.nothing, '')
      await createPrivate(folder.cliConfiguration, cliConfiguration)
      return folder
    }),
  remove: ({ home }) => privately(home, () => rm(dirname(home), { recursive: true, force: true }))
})
