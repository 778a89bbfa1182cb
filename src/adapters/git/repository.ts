import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ReadFailure } from '../../ports/read-failure.ts'
import type { CommittedFile, Repository } from '../../ports/repository.ts'
import { type GitSetting, git } from './command.ts'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

/** What git prints with `-z`: each record ends in a NUL. */
const records = (bytes: Uint8Array): ReadonlyArray<string> =>
  text(bytes)
    .split('\0')
    .filter((record) => record !== '')

const objectId = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/
const treeRecord = /^([0-7]{6}) (\w+) ([0-9a-f]+)\t/
const indexRecord = /^([0-7]{6}) ([0-9a-f]+) [0-3]\t/

const unintelligible = (what: string): ReadFailure => ({ what, cause: 'an answer that git does not document' })

/** Only what git calls a regular file, executable or not; a link or a folder is no reviewed file. */
const isRegular = (mode: string): boolean => mode === '100644' || mode === '100755'

type Found = { readonly mode: string; readonly id: string }

const inTree = (path: string, bytes: Uint8Array): TE.TaskEither<ReadFailure, O.Option<Found>> => {
  const [record, ...others] = records(bytes)
  if (record === undefined) return TE.right(O.none)
  const [, mode = '', type, id = ''] = treeRecord.exec(record) ?? []
  if (others.length > 0 || !objectId.test(id)) return TE.left(unintelligible('git ls-tree'))
  return type === 'blob' && isRegular(mode)
    ? TE.right(O.some({ mode, id }))
    : TE.left({ what: path, cause: `what is committed there is no regular file (its mode is ${mode})` })
}

/** The repository around a project, by the `git` program. */
export const gitRepository = (setting: GitSetting): Repository => ({
  head: (project) =>
    pipe(
      git(setting, project, ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}']),
      TE.map((bytes) => text(bytes).trim()),
      TE.filterOrElse(
        (id) => objectId.test(id),
        () => unintelligible('git rev-parse')
      )
    ),
  committed: (project, commit, path) =>
    pipe(
      git(setting, project, ['ls-tree', '-z', commit, '--', path]),
      TE.flatMap((bytes) => inTree(path, bytes)),
      TE.flatMap(
        O.match(
          () => TE.right<ReadFailure, O.Option<CommittedFile>>(O.none),
          ({ mode, id }) =>
            pipe(
              git(setting, project, ['cat-file', 'blob', id]),
              TE.map((bytes) => O.some({ entry: `${mode} ${id}`, bytes }))
            )
        )
      )
    ),
  staged: (project, path) =>
    pipe(
      git(setting, project, ['ls-files', '--stage', '-z', '--', path]),
      TE.map((bytes) => records(bytes).map((record) => indexRecord.exec(record))),
      TE.flatMap((found) =>
        found.every((match) => match !== null)
          ? TE.right(found.map(([, mode, id]) => `${mode} ${id}`))
          : TE.left(unintelligible('git ls-files'))
      )
    )
})
