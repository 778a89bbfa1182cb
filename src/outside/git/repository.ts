import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { lstat, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommittedSource, Head, Repository, RepositoryFailure } from './repository.port.ts'
import { type GitSetting, git } from './command.ts'
import { otherProjects } from './other-projects.ts'
import { isObjectId } from './object.ts'
import { type ReadObject, Refused, withObjects } from './objects.ts'
import { entryAt, isRegular, noFile, readTree, rootOf } from './trees.ts'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

const indexRecord = /^([0-7]{6}) ([0-9a-f]+) [0-3]\t/

const unintelligible = (what: string): RepositoryFailure => ({ what, cause: 'an answer that git does not document' })

const MOST_FILES = 10_000

/** The TypeScript files below a folder. A link or a submodule could hide some, so it is refused. */
const sourcesIn = async (
  read: ReadObject,
  folder: string,
  id: string,
  found: Array<CommittedSource>
): Promise<ReadonlyArray<CommittedSource>> => {
  for (const { mode, name, id: held } of await readTree(read, id)) {
    const path = `${folder}/${Buffer.from(name, 'latin1').toString('utf8')}`
    if (mode === '40000') await sourcesIn(read, path, held, found)
    else if (!isRegular(mode)) throw noFile(path, mode)
    else if (name.endsWith('.ts')) found.push({ path, entry: `${mode} ${held}`, bytes: await read(held, 'blob') })
    if (found.length > MOST_FILES)
      throw new Refused({ what: folder, cause: `the commit has more than ${MOST_FILES} files there` })
  }
  return found
}

/** Refuses a project that the commit keeps in the `stacks/` of another. What lies on disk may leave the other one out. */
const refuseNested = async (read: ReadObject, commit: string, folder: string): Promise<void> => {
  for (const { index } of folder.matchAll(/(?<=^|\/)stacks\//g)) {
    const around = folder.slice(0, index + 'stacks'.length)
    const found = await entryAt(read, commit, '', around)
    if (found !== undefined && (await readTree(read, found.id)).some(({ name }) => name.endsWith('.ts')))
      throw new Refused({ what: around, cause: 'it holds the stacks of another project, and this one lies in it' })
  }
}

/** Whether the work tree is where git says. A repository must be there, and the project must lie in it where git says. */
const isWhereItLies = async (project: string, top: string, folder: string): Promise<boolean> => {
  try {
    await lstat(join(top, '.git'))
    return join(await realpath(project), '/') === join(top, folder, '/')
  } catch {
    return false
  }
}

const headIn = (project: string, bytes: Uint8Array): TE.TaskEither<RepositoryFailure, Head> => {
  const [top, folder, commit, ...others] = text(bytes).split('\n')
  const [end] = others
  if (top === undefined || folder === undefined || commit === undefined || !isObjectId(commit) || end !== '')
    return TE.left(unintelligible('git rev-parse'))
  return async () =>
    (await isWhereItLies(project, top, folder))
      ? TE.right<RepositoryFailure, Head>({ commit, folder })()
      : TE.left({ what: 'git rev-parse', cause: 'the work tree of this repository is set to another folder' })()
}

/** A commit of the repository around a project, by any name that git has for it. */
export const commitIn = (
  setting: GitSetting,
  project: string,
  revision: string
): TE.TaskEither<RepositoryFailure, Head> =>
  pipe(
    git(setting, project, ['rev-parse', '--show-toplevel', '--show-prefix', '--verify', '--end-of-options', revision]),
    TE.flatMap((bytes) => headIn(project, bytes)),
    TE.tap(({ commit }) => withObjects(setting, project, (read) => rootOf(read, commit)))
  )

/** Git names a revision that was asked for; a person asked for none. */
const withoutCommit = (failure: RepositoryFailure): RepositoryFailure =>
  failure.cause === 'fatal: Needed a single revision'
    ? { ...failure, cause: 'this repository has no commit yet' }
    : failure

/** The repository around a project, by the `git` program of the machine. */
export const gitRepository = (setting: GitSetting): Repository => ({
  head: (project) => pipe(commitIn(setting, project, 'HEAD'), TE.mapLeft(withoutCommit)),
  committed: (project, { commit, folder }, path) =>
    withObjects(setting, project, async (read) => {
      const found = await entryAt(read, commit, folder, path)
      if (found === undefined) return O.none
      if (!isRegular(found.mode)) throw noFile(path, found.mode)
      return O.some({ entry: `${found.mode} ${found.id}`, bytes: await read(found.id, 'blob') })
    }),
  stackFiles: (project, { commit, folder }) =>
    withObjects(setting, project, async (read) => {
      await refuseNested(read, commit, folder)
      const found = await entryAt(read, commit, folder, 'stacks')
      if (found === undefined) return []
      if (found.mode !== '40000') throw noFile('stacks', found.mode, 'folder')
      const files = await sourcesIn(read, 'stacks', found.id, [])
      return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
    }),
  otherProjects: (project, { commit, folder }) =>
    withObjects(setting, project, (read) => otherProjects(read, commit, folder)),
  staged: (project, path) =>
    pipe(
      git(setting, project, ['ls-files', '--stage', '-z', '--', path]),
      TE.map((bytes) =>
        text(bytes)
          .split('\0')
          .filter((record) => record !== '')
          .map((record) => indexRecord.exec(record))
      ),
      TE.flatMap((found) =>
        found.every((match) => match !== null)
          ? TE.right(found.map(([, mode, id]) => `${mode} ${id}`))
          : TE.left(unintelligible('git ls-files'))
      )
    )
})
