import { shellWord } from '../../caller/shell.ts'
import { type TreeEntry, inBytes, treeIdOf, treeOf } from './object.ts'
import { type ReadObject, Refused } from './objects.ts'

/** Only a file that git calls regular, executable or not. A link or a folder is not a reviewed file. */
export const isRegular = (mode: string): boolean => mode === '100644' || mode === '100755'

const takenOut = (path: string): string =>
  `Take it out of git and commit that, then run this again, which says what belongs there: git rm -r -q --cached --ignore-unmatch ${shellWord(path)} && git commit`

const madeFolder = (path: string): string =>
  `Make ${path} a folder that holds the files themselves, and commit that: git add -A ${shellWord(path)} && git commit`

/**
 * A refusal of an entry that is not a regular file, or not the folder that belongs there. What ends it is said here, since to
 * add the file once more would not: git would add the same thing, or nothing.
 */
export const noFile = (path: string, mode: string, belongs: 'file' | 'folder' = 'file'): Refused =>
  new Refused({
    what: path,
    cause: `what is committed there is not a regular file (its mode is ${mode})`,
    remedy: belongs === 'file' ? takenOut(path) : madeFolder(path)
  })

/** A refusal of a link or a submodule on the way to a file. Git adds nothing that lies behind one. */
const noFolder = (path: string, mode: string): Refused =>
  new Refused({
    what: path,
    cause: `what is committed there is not a folder (its mode is ${mode}), and git keeps nothing behind it`,
    remedy: madeFolder(path)
  })

/** The entries of a tree. */
export const readTree = async (read: ReadObject, id: string): Promise<ReadonlyArray<TreeEntry>> => {
  const entries = treeOf(await read(id, 'tree'), id.length / 2)
  if (entries === undefined)
    throw new Refused({ what: `the object ${id}`, cause: 'it is not a tree that git would write' })
  return entries
}

/** The tree of a commit. */
export const rootOf = async (read: ReadObject, commit: string): Promise<TreeEntry> => {
  const id = treeIdOf(await read(commit, 'commit'), commit.length / 2)
  if (id === undefined)
    throw new Refused({ what: `the object ${commit}`, cause: 'it is not a commit that git would write' })
  return { mode: '40000', name: '', id }
}

/**
 * What lies at a path of a commit, below a folder of it, from its root down. A link or a submodule on the way is refused: behind
 * one, git has nothing.
 */
export const entryAt = async (
  read: ReadObject,
  commit: string,
  folder: string,
  path: string
): Promise<TreeEntry | undefined> => {
  let found: TreeEntry | undefined = await rootOf(read, commit)
  const names = inBytes(folder + path)
    .split('/')
    .filter((part) => part !== '')
  for (const [index, name] of names.entries()) {
    if (found?.mode === '120000' || found?.mode === '160000') {
      const way = Buffer.from(names.slice(0, index).join('/'), 'latin1').toString('utf8')
      throw noFolder(way.startsWith(folder) ? way.slice(folder.length) : way, found.mode)
    }
    if (found?.mode !== '40000') return undefined
    found = (await readTree(read, found.id)).find((entry) => entry.name === name)
  }
  return found
}
