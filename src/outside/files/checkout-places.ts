import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { existsSync, statSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { readBounded } from './read-bounded.ts'
import { isAbsent, systemRefusal } from './system-refusal.ts'

/** The real path of the deepest folder on a path that is there. */
export const deepest = async (path: string): Promise<string> => {
  try {
    return await realpath(path)
  } catch (error) {
    if (!isAbsent(error)) throw error
    return deepest(dirname(path))
  }
}

/** What a call gives, or the path itself where the system refuses: through it nothing can be reached then. */
const orItself = async (path: string, call: (path: string) => Promise<string>): Promise<string> => {
  try {
    return await call(path)
  } catch (error) {
    systemRefusal(path, error)
    return path
  }
}

const upwards = (path: string): ReadonlyArray<string> => {
  const above = dirname(path)
  return above === path ? [path] : [path, ...upwards(above)]
}

/** The top of the work tree of git around a real folder; undefined outside of git. */
export const workTreeOf = (real: string): string | undefined =>
  upwards(real).find((above) => existsSync(join(above, '.git')))

/** Whether a path is that folder or lies in it, by its text. */
export const isIn = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)

/**
 * Whether a path lies in the checkout around a project, as it is written or by where it leads. The checkout is the whole
 * work tree, also where the project is a folder of it. Each `node_modules` above the project counts too: npm puts their
 * programs first on PATH. Source: npm, run-script, set-path.js.
 */
export const insideCheckout = async (project: string): Promise<(path: string) => Promise<boolean>> => {
  const real = await orItself(project, realpath)
  const top = workTreeOf(real)
  const folders = [
    ...[project, real, ...(top === undefined ? [] : [top])],
    ...[project, real].flatMap(upwards).map((above) => join(above, 'node_modules'))
  ]
  return async (path) => {
    const places = [resolve(path), await orItself(path, deepest)]
    return places.some((place) => folders.some((folder) => isIn(place, folder)))
  }
}

/** The folder that a file of git names, absolute; none where it names none. */
const namedBy = async (path: string, form: RegExp): Promise<ReadonlyArray<string>> => {
  const read = await readBounded(path, path, 'follow')()
  if (E.isLeft(read) || O.isNone(read.right)) return []
  const said = form.exec(Buffer.from(read.right.value).toString('utf8'))?.[1]
  return said === undefined ? [] : [resolve(dirname(path), said)]
}

/** What decides in a git folder which commit and which objects are meant. Source: Git, gitrepository-layout. */
const decisive = ['HEAD', 'commondir', 'config', 'index', 'objects', 'packed-refs', 'refs']

/**
 * All of git around a project that others must not be able to change. That is the `.git` of its work tree, and the folders
 * that it leads to. Those are elsewhere for a linked work tree and for a submodule.
 */
export const gitPlaces = async (project: string): Promise<ReadonlyArray<string>> => {
  const top = workTreeOf(await orItself(project, realpath))
  if (top === undefined) return []
  const entry = join(top, '.git')
  const led = await namedBy(entry, /^gitdir: (.+)\n?$/)
  const own = led.length > 0 ? led : statSync(entry).isDirectory() ? [entry] : []
  const common = (await Promise.all(own.map((folder) => namedBy(join(folder, 'commondir'), /^(.+)\n?$/)))).flat()
  return [
    top,
    entry,
    ...[...own, ...common].flatMap((folder) => [folder, ...decisive.map((name) => join(folder, name))])
  ]
}
