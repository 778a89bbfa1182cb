import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { join } from 'node:path'
import type { Variables } from '../../caller/surroundings.ts'
import type { ReadFailure } from '../files/read-failure.port.ts'
import { isFolder } from '../files/read-bounded.ts'

/** Where OpenTofu looks without being told. Source: OpenTofu 1.12, cmd/tofu/provider_source.go; XDG Base Directory. */
const impliedFolders = (project: string, home: string, variables: Variables): ReadonlyArray<string> => {
  const data = variables['XDG_DATA_HOME']
  const shared = (variables['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':').filter((path) => path !== '')
  const folders = [
    join(project, 'terraform.d/plugins'),
    join(home, '.terraform.d/plugins'),
    ...(data ? [join(data, 'opentofu/plugins')] : []),
    join(data || join(home, '.local/share'), 'terraform/plugins'),
    ...shared.map((path) => join(path, 'terraform/plugins'))
  ]
  return [...new Set(folders)]
}

/** A folder that cannot be looked at is none to OpenTofu, either. */
const thoseThere = (folders: ReadonlyArray<string>): TE.TaskEither<ReadFailure, ReadonlyArray<string>> =>
  pipe(
    folders,
    TE.traverseSeqArray((folder) =>
      pipe(
        isFolder(folder),
        TE.orElse(() => TE.right(false)),
        TE.map((there) => (there ? [folder] : []))
      )
    ),
    TE.map((found) => found.flat())
  )

/** The folders that exist, of those in which OpenTofu looks for providers when no file says where to look. */
export const impliedMirrors = (
  project: string,
  home: string,
  variables: Variables
): TE.TaskEither<ReadFailure, ReadonlyArray<string>> => thoseThere(impliedFolders(project, home, variables))
