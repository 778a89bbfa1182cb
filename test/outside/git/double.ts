import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AbsolutePath, type CommitId, absolutePath } from '../../../src/diagnostics/kinds.ts'
import { commitId } from '../../support/kinds.ts'
import { type Ending, type Started, startedBy } from '../../support/started-programs.ts'

/** What a commit has, by path: the text of a regular file, or a mode of git's with what stands there. */
export type Files = Readonly<Record<string, string | readonly [mode: string, text: string]>>

type Held = readonly [type: string, bytes: Buffer]

const idOf = ([type, bytes]: Held): string =>
  createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')

/** A commit of these files, and its objects by their ids, as git writes them. Source: Git, "Git Objects". */
export const commitOf = (files: Files): { readonly commit: CommitId; readonly objects: ReadonlyMap<string, Held> } => {
  const objects = new Map<string, Held>()
  const put = (type: string, bytes: Buffer): string => {
    objects.set(idOf([type, bytes]), [type, bytes])
    return idOf([type, bytes])
  }
  const treeOf = (inside: Files): string => {
    const names = [...new Set(Object.keys(inside).map((path) => path.split('/')[0] ?? ''))]
    const entries = names.map((name) => {
      const own = inside[name]
      if (own === undefined) {
        const below = Object.entries(inside).filter(([path]) => path.startsWith(`${name}/`))
        const id = treeOf(Object.fromEntries(below.map(([path, file]) => [path.slice(name.length + 1), file])))
        return { mode: '40000', name, id, order: Buffer.from(`${name}/`) }
      }
      const [mode, text] = typeof own === 'string' ? ['100644', own] : own
      return { mode, name, id: put('blob', Buffer.from(text)), order: Buffer.from(name) }
    })
    const sorted = entries.toSorted((a, b) => Buffer.compare(a.order, b.order))
    return put(
      'tree',
      Buffer.concat(sorted.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]))
    )
  }
  return { commit: commitId(put('commit', Buffer.from(`tree ${treeOf(files)}\nauthor x\n\nx\n`))), objects }
}

/** How a git ends that has these objects and is asked for them. */
export const giving = (objects: ReadonlyMap<string, Held>): Ending => ({
  stays: true,
  answers: (id) => {
    const found = objects.get(id)
    if (found === undefined) return `${id} missing\n`
    const [type, bytes] = found
    return Buffer.concat([Buffer.from(`${id} ${type} ${bytes.length}\n`), bytes, Buffer.from('\n')])
  }
})

/** A project with a folder of git around it, and a git that is never run. */
export type Place = { readonly root: string; readonly project: AbsolutePath; readonly setting: GitOfPlace }
type GitOfPlace = {
  readonly variables: Readonly<Record<string, string>>
  readonly patienceMillis: number
}

export const placeOfGit = (): Place => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-git-')))
  for (const name of ['bin', 'project/.git', 'project/in']) mkdirSync(join(root, name), { recursive: true })
  writeFileSync(join(root, 'bin/git'), '#!/bin/sh\n')
  chmodSync(join(root, 'bin/git'), 0o755)
  const setting = { variables: { PATH: join(root, 'bin') }, patienceMillis: 10_000 }
  return { root, project: absolutePath(join(root, 'project')), setting }
}
export const removePlace = ({ root }: Place): void => rmSync(root, { recursive: true, force: true })

/** What comes of asking a git that answers so, and each command that it was given, without what closes every one. */
export const asked = async <A>(
  answer: (args: ReadonlyArray<string>) => Ending,
  use: () => Promise<A>
): Promise<{ readonly said: A; readonly commands: ReadonlyArray<ReadonlyArray<string>> }> => {
  const own = ({ args }: Started): ReadonlyArray<string> => args.slice(args.indexOf('-C') + 2)
  const said: Array<A> = []
  const started = await startedBy(
    (one) => answer(own(one)),
    async () => said.push(await use())
  )
  return { said: said[0] as A, commands: started.map(own) }
}

/** What a person types who meets a link, a folder or a submodule in the place of a file, or of a folder. */
export const wayOutOf = (what: string, belongs: 'file' | 'folder' = 'file'): string =>
  belongs === 'file'
    ? `Take it out of git and commit that, then run this again, which says what belongs there: git rm -r -q --cached --ignore-unmatch ${what} && git commit`
    : `Make ${what} a folder that holds the files themselves, and commit that: git add -A ${what} && git commit`

/** What is said of a folder that OpenTofu would read, and no stack emits. */
export const wayOutOfNoStack = (what: string): string =>
  `Bring back the stack file of this folder and emit it, or see docs/operator/retire.md. If the folder was never applied, remove it: git rm -r ${what} && git commit`
