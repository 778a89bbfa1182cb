import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import type { DistrustedFolder } from './cli-configuration.port.ts'
import { changeableOnTheWay } from '../files/changeable.ts'

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep)

const realOf = async (path: string): Promise<string | undefined> => {
  try {
    return await realpath(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const whyNot = async (project: string, folder: string): Promise<string | undefined> => {
  try {
    const checkouts = [project, (await realOf(project)) ?? project]
    const real = await realOf(folder)
    if ([folder, real ?? folder].some((path) => checkouts.some((checkout) => isInside(path, checkout))))
      return 'it lies in the checkout, and no lock file bound what lay there on the first day'
    const [open] = real === undefined ? [] : await changeableOnTheWay(real)
    return open === undefined ? undefined : `${open} can be changed by others`
  } catch (error) {
    return `it cannot be looked at: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Of folders that hold providers, absolute: those that lie in the checkout, or that somebody else can change. */
export const distrustedFolders = async (
  project: string,
  folders: ReadonlyArray<string>
): Promise<ReadonlyArray<DistrustedFolder>> => {
  const found: Array<DistrustedFolder> = []
  for (const path of folders) {
    const why = await whyNot(project, path)
    if (why !== undefined) found.push({ path, why })
  }
  return found
}
