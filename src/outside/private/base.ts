import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { Variables } from '../../caller/surroundings.ts'
import { changeableToReach } from '../files/changeable.ts'
import { deepest, isIn, workTreeOf } from '../files/checkout-places.ts'
import type { PrivateFailure } from '../files/files.port.ts'
import { systemRefusal } from '../files/system-refusal.ts'

/** Thrown inside the adapters of private files, and turned into a value at their edge. */
export class NotPrivate extends Error {
  readonly failure: PrivateFailure
  constructor(path: string, why: string) {
    super(`${path} ${why}`)
    this.failure = { _tag: 'NotPrivate', path, why }
  }
}

/** A place of this user for what outlives a run, and the projects that it must lie outside of. */
export type StateHome = {
  /** Absolute; anything else is refused when it is used. */
  readonly path: string
  /** The folders of the projects that a command line is about; what lies in their checkouts could be committed. */
  readonly projects: ReadonlyArray<string>
}

/**
 * Where a program of this user keeps what outlives a run. A relative XDG_STATE_HOME is given back as it is, so that it is
 * refused: another place in silence would not be where the person looks. Empty where the home is not absolute either.
 * Source: XDG Base Directory Specification, which has relative paths invalid.
 */
export const stateHome = (variables: Variables, home: string): string => {
  const named = variables['XDG_STATE_HOME'] ?? ''
  if (named !== '') return named
  return isAbsolute(home) ? join(home, '.local', 'state') : ''
}

/** The variable that names no absolute folder, where a state home is none. */
const NO_HOME = 'XDG_STATE_HOME, or HOME without it,'

/** The top of the work tree of git that a folder lies in. A project without git is its own. */
const checkoutsOf = async (folder: string): Promise<ReadonlyArray<string>> => {
  const real = await deepest(folder)
  const top = workTreeOf(real)
  if (top !== undefined) return [top]
  return existsSync(join(real, 'stacks')) ? [real] : []
}

/**
 * The one reading of a folder below which private things are made. It is refused where it is not absolute, where others
 * could change the way to it, also that of a link on it, and where it lies in a checkout. Nothing is made. Gives the real
 * path of as much of it as is there. Where the path is not absolute, `name` stands for it in the refusal.
 */
export const judgedPlace = async (
  path: string,
  projects: ReadonlyArray<string>,
  name = NO_HOME
): Promise<AbsolutePath> => {
  if (!isAbsolute(path)) throw new NotPrivate(name, 'names no absolute folder')
  const real = await deepest(path)
  for (const project of projects)
    for (const checkout of await checkoutsOf(project))
      for (const one of [path, real]) if (isIn(one, checkout)) throw new NotPrivate(one, 'lies in the project')
  const [first] = await changeableToReach(absolutePath(path))
  if (first !== undefined) throw new NotPrivate(first, 'can be changed by others')
  return absolutePath(real)
}

/** A use of private files, with what went wrong as a value; `path` is said where the system names none. */
export const privately = <A>(path: string, use: () => Promise<A>): TE.TaskEither<PrivateFailure, A> =>
  TE.tryCatch(use, (error) => (error instanceof NotPrivate ? error.failure : systemRefusal(path, error)))
