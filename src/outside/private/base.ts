import { realpath } from 'node:fs/promises'
import { isAbsolute, join, sep } from 'node:path'
import type { Variables } from '../../caller/surroundings.ts'
import { NotPrivate } from './files.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from '../files/files.port.ts'
import { systemRefusal } from '../files/system-refusal.ts'

/**
 * Where a program of this user keeps what outlives a run. Empty where neither XDG_STATE_HOME nor the home folder is an
 * absolute path; no private folder is made below that. Source: XDG Base Directory Specification.
 */
export const stateHome = (variables: Variables, home: string): string => {
  const named = variables['XDG_STATE_HOME'] ?? ''
  if (isAbsolute(named)) return named
  return isAbsolute(home) ? join(home, '.local', 'state') : ''
}

/** Refuses a real path that lies in the project, where it could be committed. */
export const outsideOf = async (project: string, path: string): Promise<string> => {
  const root = await realpath(project)
  if (path === root || path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`))
    throw new NotPrivate(path, 'lies in the project')
  return path
}

/** A use of private files, with what went wrong as a value; `path` is said where the system names none. */
export const privately = <A>(path: string, use: () => Promise<A>): TE.TaskEither<PrivateFailure, A> =>
  TE.tryCatch(use, (error) => (error instanceof NotPrivate ? error.failure : systemRefusal(path, error)))
