import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'

const isProgram = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

const realFolder = async (path: string): Promise<string> => {
  try {
    return await realpath(path)
  } catch {
    return path
  }
}

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep)

/**
 * The first program of that name on a PATH, absolute; undefined where there is none. An empty or relative element means
 * the folder in which somebody happens to be and is never searched, and neither is a folder inside of `outside`, such as
 * the `node_modules/.bin` that npm puts first: what lies in a checkout is no program of this machine.
 */
export const findProgram = async (
  name: string,
  path: string,
  outside: string | undefined
): Promise<string | undefined> => {
  const closed = outside === undefined ? undefined : await realFolder(outside)
  for (const folder of path.split(':').filter(isAbsolute)) {
    const candidate = join(folder, name)
    if (!(await isProgram(candidate))) continue
    if (closed === undefined) return candidate
    const places = [await realFolder(folder), await realFolder(candidate)]
    if (!places.some((place) => isInside(place, closed))) return candidate
  }
  return undefined
}
