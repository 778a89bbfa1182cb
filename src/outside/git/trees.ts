import { type TreeEntry, inBytes, treeIdOf, treeOf } from './object.ts'
import { type ReadObject, Refused } from './objects.ts'

/** Only a file that git calls regular, executable or not. A link or a folder is not a reviewed file. */
export const isRegular = (mode: string): boolean => mode === '100644' || mode === '100755'

/** A refusal of an entry that is not a regular file. */
export const noFile = (path: string, mode: string): Refused =>
  new Refused({ what: path, cause: `what is committed there is not a regular file (its mode is ${mode})` })

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

/** What lies at a path of a commit, from its root down. */
export const entryAt = async (read: ReadObject, commit: string, path: string): Promise<TreeEntry | undefined> => {
  let found: TreeEntry | undefined = await rootOf(read, commit)
  for (const name of inBytes(path)
    .split('/')
    .filter((part) => part !== '')) {
    if (found?.mode !== '40000') return undefined
    found = (await readTree(read, found.id)).find((entry) => entry.name === name)
  }
  return found
}
