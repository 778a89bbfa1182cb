import { constants, existsSync, readdirSync, rmSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PrivateFolders } from './run-folder.port.ts'
import { changeableOnTheWay } from '../files/changeable.ts'
import { isAbsent } from '../files/system-refusal.ts'
import { privately } from './base.ts'
import { NotPrivate, createPrivate, openPrivate, readPrivateBytes } from './files.ts'

/** The largest plan that is read; one of a whole stack has less than a hundredth of it. */
export const PLAN_BYTES = 64 * 1024 * 1024

const ERRORED = 'errored.tfstate'

/** Removes the folder of a run, but for one that holds a state which is stored nowhere else. */
const removeRun = (root: string): void => {
  const out = join(root, 'project', 'out')
  const stacks = existsSync(out) ? readdirSync(out) : []
  if (stacks.some((stack) => existsSync(join(out, stack, ERRORED)))) return
  rmSync(root, { recursive: true, force: true })
}

/** Folders of one run each in the system's folder for temporary files; the end of the process removes what is left. */
export const privateRunFolders = (systemTemporary: string): PrivateFolders => {
  const atExit = new Map<string, () => void>()
  return {
    make: ({ cliConfiguration, stack, emitted, lock }) =>
      privately(systemTemporary, async () => {
        const above = await realpath(systemTemporary)
        const [first] = await changeableOnTheWay(above)
        if (first !== undefined) throw new NotPrivate(first, 'can be changed by others')
        const root = await mkdtemp(join(above, 'zf-'))
        const removing = (): void => removeRun(root)
        atExit.set(root, removing)
        process.once('exit', removing)
        const folder = {
          home: join(root, 'home'),
          temporary: join(root, 't'),
          nothing: join(root, 'nothing'),
          cliConfiguration: join(root, 'cli.tfrc'),
          project: join(root, 'project'),
          fetched: join(root, 'fetched'),
          plan: join(root, 'plan.tfplan')
        }
        const out = join(folder.project, 'out', stack)
        for (const path of [folder.home, folder.temporary, folder.project, dirname(out), out])
          await mkdir(path, { mode: 0o700 })
        await createPrivate(folder.nothing, '', 'for this run')
        await createPrivate(folder.cliConfiguration, cliConfiguration, 'for this run')
        await createPrivate(join(out, 'main.tf.json'), emitted, 'for this run')
        if (lock !== undefined) await createPrivate(join(out, '.terraform.lock.hcl'), lock, 'for this run')
        return folder
      }),
    write: ({ home }, name, bytes) => {
      const path = join(dirname(home), name)
      return privately(path, async () => {
        await createPrivate(path, bytes, 'for this run')
        return path
      })
    },
    readPlan: ({ plan }) => privately(plan, () => readPrivateBytes(plan, PLAN_BYTES)),
    moveOut: ({ project }, stack, name, to) =>
      privately(to, async () => {
        const from = join(project, 'out', stack, name)
        try {
          await (await openPrivate(from)).close()
        } catch (error) {
          if (isAbsent(error)) return false
          throw error
        }
        await copyFile(from, to, constants.COPYFILE_EXCL)
        await rm(from)
        return true
      }),
    remove: ({ home }) =>
      privately(home, async () => {
        const root = dirname(home)
        removeRun(root)
        process.removeListener('exit', atExit.get(root) ?? (() => undefined))
        atExit.delete(root)
      })
  }
}
