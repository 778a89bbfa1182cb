import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, open, readFile, realpath, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PrivateFolders } from './run-folder.port.ts'
import { isAbsent } from '../files/system-refusal.ts'
import { judgedPlace, privately } from './base.ts'
import { createPrivate, flushFolder, openPrivate, readPrivateBytes } from './files.ts'

/** The largest plan that is read; one of a whole stack has less than a hundredth of it. */
export const PLAN_BYTES = 64 * 1024 * 1024

/** What the name of such a folder begins with. */
export const RUN_FOLDER = 'zf-'

const ERRORED = 'errored.tfstate'

/** A file in the folder of a run that is held. */
const HELD = 'held'

/** The states in the folder of a run that are stored nowhere else. */
export const erroredIn = (root: string): ReadonlyArray<AbsolutePath> => {
  const out = join(root, 'project', 'out')
  const stacks = existsSync(out) ? readdirSync(out) : []
  return stacks.map((stack) => absolutePath(join(out, stack, ERRORED))).filter((path) => existsSync(path))
}

/** Removes the folder of a run, but for one that holds a state which is stored nowhere else. */
const removeRun = (root: string): void => {
  if (erroredIn(root).length === 0) rmSync(root, { recursive: true, force: true })
}

/**
 * Removes the folder of a run at the end of the process, however that comes. One that may still be needed stays, and it
 * is said where.
 */
const leaveRun = (root: string, tellStays: (root: string) => void): void => {
  if (existsSync(join(root, HELD)) || erroredIn(root).length > 0) tellStays(root)
  else removeRun(root)
}

/** Copies a file to a path where none is, whole or not at all, and flushes it. */
const copyWhole = async (from: string, to: string): Promise<void> => {
  const file = await open(to, 'wx', 0o600)
  try {
    await file.writeFile(await readFile(from))
    await file.sync()
  } catch (error) {
    await rm(to)
    throw error
  } finally {
    await file.close()
  }
}

/**
 * Folders of one run each in the system's folder for temporary files. The end of the process removes what is left, but for
 * a folder that is held or has a state in it, which `tellStays` hears of.
 */
export const privateRunFolders = (
  systemTemporary: string,
  tellStays: (root: string) => void = () => undefined
): PrivateFolders => {
  const atExit = new Map<string, () => void>()
  return {
    make: ({ checkout, cliConfiguration, stack, emitted, lock, authorities }) =>
      privately(systemTemporary, async () => {
        await judgedPlace(systemTemporary, [checkout], 'TMPDIR')
        const above = await realpath(systemTemporary)
        const root = await mkdtemp(join(above, RUN_FOLDER))
        const removing = (): void => leaveRun(root, tellStays)
        atExit.set(root, removing)
        process.once('exit', removing)
        const folder = {
          home: absolutePath(join(root, 'home')),
          temporary: absolutePath(join(root, 't')),
          nothing: absolutePath(join(root, 'nothing')),
          cliConfiguration: absolutePath(join(root, 'cli.tfrc')),
          authorities: authorities === undefined ? undefined : absolutePath(join(root, 'authorities.pem')),
          project: absolutePath(join(root, 'project')),
          fetched: absolutePath(join(root, 'fetched')),
          plan: absolutePath(join(root, 'plan.tfplan'))
        }
        const out = join(folder.project, 'out', stack)
        for (const path of [folder.home, folder.temporary, folder.project, dirname(out), out])
          await mkdir(path, { mode: 0o700 })
        await createPrivate(folder.nothing, '', 'for this run')
        await createPrivate(folder.cliConfiguration, cliConfiguration, 'for this run')
        if (folder.authorities !== undefined) await createPrivate(folder.authorities, authorities ?? '', 'for this run')
        await createPrivate(join(out, 'main.tf.json'), emitted, 'for this run')
        if (lock !== undefined) await createPrivate(join(out, '.terraform.lock.hcl'), lock, 'for this run')
        return folder
      }),
    write: ({ home }, name, bytes) => {
      const path = absolutePath(join(dirname(home), name))
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
        await copyWhole(from, to)
        await flushFolder(dirname(to))
        await rm(from)
        return true
      }),
    hold: ({ home }) => {
      const path = join(dirname(home), HELD)
      return privately(path, () => createPrivate(path, '', 'for this run'))
    },
    remove: ({ home }) =>
      privately(home, async () => {
        const root = dirname(home)
        removeRun(root)
        process.removeListener('exit', atExit.get(root) ?? (() => undefined))
        atExit.delete(root)
      })
  }
}
