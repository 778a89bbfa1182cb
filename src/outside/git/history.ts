import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { shellWord } from '../../caller/shell.ts'
import { inCommits, isConfiguration } from '../../declaration/emitted-folder.ts'
import type { EmittedInCommit, History, RepositoryFailure } from './repository.port.ts'
import { type GitSetting, git } from './command.ts'
import { isObjectId } from './object.ts'
import { Refused, withObjects } from './objects.ts'
import { commitIn } from './repository.ts'
import { entryAt, isRegular, noFile, readTree } from './trees.ts'

/** Where the main branch is looked for: as the remote has it, before as this clone has it. */
const branches = ['remotes/origin/HEAD', 'remotes/origin/main', 'remotes/origin/master', 'heads/main', 'heads/master']

const linesOf = (bytes: Uint8Array): ReadonlyArray<string> =>
  Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')

const mainBranch = (setting: GitSetting, project: string): TE.TaskEither<RepositoryFailure, string> =>
  pipe(
    git(setting, project, ['for-each-ref', '--format=%(refname)', ...branches.map((name) => `refs/${name}`)]),
    TE.flatMap((bytes) => {
      const found = linesOf(bytes)
      const ref = branches.map((name) => `refs/${name}`).find((name) => found.includes(name))
      return ref === undefined
        ? TE.left({
            what: 'the main branch',
            cause: 'none of these branches exists: origin/main, main, origin/master, master',
            remedy:
              'Fetch it (git fetch origin main:refs/remotes/origin/main), or name what to compare with: npm run review -- COMMIT'
          })
        : TE.right(ref)
    })
  )

/** What is said of a git that found no commit and wrote nothing. */
const SILENT = 'it ended with 1'

const apart: RepositoryFailure = {
  what: 'git merge-base',
  cause: 'HEAD and the main branch have no commit in common here',
  remedy: 'Fetch the whole history (git fetch --unshallow), or name what to compare with: npm run review -- COMMIT'
}

/** Says which name no commit was found for, and keeps git's words for every other failure. */
const unnamed =
  (revision: string) =>
  (failure: RepositoryFailure): RepositoryFailure =>
    /Needed a single revision|unknown revision|bad revision|malformed object name/.test(failure.cause)
      ? {
          what: `the commit '${revision}'`,
          cause: 'this clone has none of that name',
          remedy: 'Name a commit, a branch or a tag; fetch it first where only the remote has it.'
        }
      : failure

/** OpenTofu would read the folder, and no stack emits what lies there. */
const ofNoStack = (stack: string, others: ReadonlyArray<string>): Refused =>
  new Refused({
    what: `out/${stack}`,
    cause: `it has no main.tf.json, but ${others.join(', ')}`,
    remedy: `Bring back the stack file of this folder and emit it, or see docs/operator/retire.md. If the folder was never applied, remove it: git rm -r ${shellWord(`out/${stack}`)} && git commit`
  })

/** The history of the repository around a project, by the `git` program of the machine. */
export const gitHistory = (setting: GitSetting): History => ({
  commit: (project, revision) =>
    pipe(commitIn(setting, project, `${revision}^{commit}`), TE.mapLeft(unnamed(revision))),
  mergeBase: (project) =>
    pipe(
      mainBranch(setting, project),
      TE.flatMap((branch) =>
        pipe(
          git(setting, project, ['merge-base', 'HEAD', branch]),
          TE.mapLeft((failure) => (failure.cause === SILENT ? apart : failure)),
          TE.flatMap((bytes) => {
            const [id = ''] = linesOf(bytes)
            return isObjectId(id) ? commitIn(setting, project, id) : TE.left(apart)
          }),
          TE.map((base) => ({ base, branch: branch.replace(/^refs\/(?:remotes|heads)\//, '') }))
        )
      )
    ),
  trackedInOut: (project) =>
    pipe(
      git(setting, project, ['ls-files', '-z', '--', 'out']),
      TE.map((bytes) =>
        Buffer.from(bytes)
          .toString('utf8')
          .split('\0')
          .filter((path) => path !== '')
      )
    ),
  emitted: (project, { commit, folder }) =>
    withObjects(setting, project, async (read) => {
      const out = await entryAt(read, commit, folder, 'out')
      if (out === undefined) return []
      if (out.mode !== '40000') throw noFile('out', out.mode, 'folder')
      const found: Array<EmittedInCommit> = []
      for (const { mode, name, id } of await readTree(read, out.id)) {
        const stack = Buffer.from(name, 'latin1').toString('utf8')
        if (mode !== '40000' && !isRegular(mode)) throw noFile(`out/${stack}`, mode)
        if (mode !== '40000') continue
        const entries = await readTree(read, id)
        const file = entries.find((entry) => entry.name === 'main.tf.json')
        const others = entries
          .map((entry) => Buffer.from(entry.name, 'latin1').toString('utf8'))
          .filter((other) => !inCommits.has(other))
          .toSorted()
        if (file === undefined && others.some(isConfiguration)) throw ofNoStack(stack, others)
        if (file === undefined) continue
        if (!isRegular(file.mode)) throw noFile(`out/${stack}/main.tf.json`, file.mode)
        const hasPage = entries.some((entry) => entry.name === 'REVIEW.md' && isRegular(entry.mode))
        found.push({ stack, bytes: await read(file.id, 'blob'), hasPage, others })
      }
      return found.toSorted((a, b) => (a.stack < b.stack ? -1 : 1))
    })
})
