import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import { systemWords } from '../files/system-refusal.ts'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { DistrustedFolder } from './tofu.port.ts'
import { changeableOnTheWay } from '../files/changeable.ts'
import { insideCheckout } from '../files/checkout-places.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Variables } from '../../caller/surroundings.ts'
import type { ReadFailure } from '../files/files.port.ts'
import { isFolder } from '../files/read-bounded.ts'

const realOf = async (path: string): Promise<AbsolutePath | undefined> => {
  try {
    return absolutePath(await realpath(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

const whyNot = async (project: string, folder: string): Promise<string | undefined> => {
  try {
    if (await (await insideCheckout(project))(folder))
      return 'it lies in the checkout, and no lock file bound what lay there on the first day'
    const real = await realOf(folder)
    const [open] = real === undefined ? [] : await changeableOnTheWay(real)
    return open === undefined ? undefined : `${open} can be changed by others`
  } catch (error) {
    return `it cannot be looked at: ${systemWords(error)}`
  }
}

/** Of folders that hold providers, absolute: those that lie in the checkout, or that another user can change. */
export const distrustedFolders = async (
  project: string,
  folders: ReadonlyArray<string>
): Promise<ReadonlyArray<DistrustedFolder>> => {
  const found: Array<DistrustedFolder> = []
  for (const path of folders) {
    const why = await whyNot(project, path)
    if (why !== undefined) found.push({ path, why })
  }
  return found
}

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
