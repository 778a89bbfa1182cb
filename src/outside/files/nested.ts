import * as IOE from 'fp-ts/lib/IOEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { basename, dirname, join } from 'node:path'
import { type OutputCalls, attempt, noneWhereMissing } from './calls.ts'
import type { FileFailure } from './files.port.ts'
import * as O from 'fp-ts/lib/Option.js'

/** So many folders below `stacks/` are looked into. A stack imports a few files. */
const MOST_FOLDERS = 2_000

const isSource = (name: string): boolean => name.endsWith('.ts')

const foldersAbove = (project: string): ReadonlyArray<string> =>
  dirname(project) === project ? [project] : [project, ...foldersAbove(dirname(project))]

/** Whether one of the folders around a project, links followed, is the `stacks/` of another project. */
const isInStacks = (calls: OutputCalls, project: string): IOE.IOEither<FileFailure, boolean> =>
  pipe(
    attempt('look at', '.', () => calls.realpathSync(project)),
    IOE.map((real) =>
      foldersAbove(real)
        .filter((folder) => basename(folder) === 'stacks')
        .some((folder) => {
          try {
            return calls.readdirSync(folder).some(isSource)
          } catch {
            // A folder that this user may not list holds no stacks that this user could emit.
            return false
          }
        })
    )
  )

/** The first folder `stacks` with a source in it that lies in the `stacks/` of a project. */
const inStacks = (calls: OutputCalls, project: string): string | undefined => {
  const left = ['stacks']
  for (let count = 0; count < MOST_FOLDERS; count += 1) {
    const folder = left.shift()
    if (folder === undefined) return undefined
    const entries = calls.readdirSync(join(project, folder), { withFileTypes: true })
    if (folder !== 'stacks' && basename(folder) === 'stacks' && entries.some(({ name }) => isSource(name)))
      return folder
    left.push(
      ...entries
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${folder}/${name}`)
        .toSorted()
    )
  }
  return left[0]
}

/**
 * Refuses a project that lies in the `stacks/` of another, and one that has another in its own (J.6.2 §4). Each would be
 * judged without the stacks of the other, and the two might share a state.
 */
export const withoutNested = (calls: OutputCalls, project: string): IOE.IOEither<FileFailure, void> =>
  pipe(
    isInStacks(calls, project),
    IOE.flatMap((is) =>
      is
        ? IOE.left<FileFailure>({ _tag: 'NestedProject', path: '.' })
        : pipe(
            attempt('list', 'stacks', () => inStacks(calls, project)),
            noneWhereMissing,
            IOE.flatMap((found) =>
              O.isSome(found) && found.value !== undefined
                ? IOE.left<FileFailure>({ _tag: 'NestedProject', path: found.value })
                : IOE.right(undefined)
            )
          )
    )
  )
