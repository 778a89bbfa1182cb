import { realpath } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'
import type { Variables } from '../../identity/variables.ts'
import { NotPrivate } from './files.ts'

/** Where a program of this user keeps what outlives a run. Source: XDG Base Directory Specification. */
export const stateHome = (variables: Variables, home: string): string => {
  const named = variables['XDG_STATE_HOME'] ?? ''
  return isAbsolute(named) ? named : join(home, '.local', 'state')
}

/** Refuses a real path that lies in the project, where it could be committed. */
export const outsideOf = async (project: string, path: string): Promise<string> => {
  const root = await realpath(project)
  if (path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`))
    throw new NotPrivate(path, 'lies in the project')
  return path
}
