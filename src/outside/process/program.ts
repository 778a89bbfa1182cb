import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { insideCheckout } from '../files/checkout-places.ts'

const isProgram = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/**
 * The first program of that name on a PATH; undefined where there is none. An empty or relative element means
 * the folder in which a person happens to be, and is never searched. What lies in the checkout around `outside` is passed
 * over, such as the `node_modules/.bin` that npm puts first: such a program belongs to the checkout, and not to this machine.
 */
export const findProgram = async (
  name: string,
  path: string,
  outside: string | undefined
): Promise<AbsolutePath | undefined> => {
  const isInside = outside === undefined ? async () => false : await insideCheckout(outside)
  for (const folder of path.split(':').filter(isAbsolute)) {
    const candidate = absolutePath(join(folder, name))
    if ((await isProgram(candidate)) && !(await isInside(folder)) && !(await isInside(candidate))) return candidate
  }
  return undefined
}

/** The folders of a PATH in which a program of this machine can lie: none in the checkout. */
export const pathOutside = async (path: string, project: string): Promise<string> => {
  const isInside = await insideCheckout(project)
  const folders: Array<string> = []
  for (const folder of path.split(':').filter(isAbsolute)) if (!(await isInside(folder))) folders.push(folder)
  return folders.join(':')
}
