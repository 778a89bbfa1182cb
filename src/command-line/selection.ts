import * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import { basename, dirname, resolve } from 'node:path'
import type { UsageMistake } from './usage.ts'
import * as O from 'fp-ts/lib/Option.js'

/** The project's folder, and the stack files that were named in it, relative to it; none named means all. */
export type Selection = { readonly project: string; readonly named: ReadonlyArray<string> }

type Located = { readonly project: string; readonly source: string }

const located =
  (cwd: string) =>
  (file: string): E.Either<UsageMistake, Located> => {
    const path = resolve(cwd, file)
    const name = basename(path)
    return basename(dirname(path)) === 'stacks' && /^[^.].*\.ts$/su.test(name)
      ? E.right({ project: dirname(dirname(path)), source: `stacks/${name}` })
      : E.left({ _tag: 'NotAStackFile', file })
  }

/** The parent of the one `stacks` folder in which all files lie; the working directory when no file is named. */
export const selection = (cwd: string, files: ReadonlyArray<string>): E.Either<UsageMistake, Selection> =>
  pipe(
    files,
    E.traverseArray(located(cwd)),
    E.flatMap((all): E.Either<UsageMistake, Selection> => {
      const project = all[0]?.project ?? cwd
      const stray = all.find((one) => one.project !== project)
      return stray === undefined
        ? E.right({
            project,
            named: RA.uniq({ equals: (a: string, b: string) => a === b })(all.map((one) => one.source))
          })
        : E.left({ _tag: 'TwoProjects', projects: [project, stray.project] })
    })
  )

/** All stack files of a project, and those that a run is about; both relative to the project, sorted by code unit. */
export type Scope = {
  readonly project: string
  readonly sources: ReadonlyArray<string>
  readonly chosen: ReadonlyArray<string>
  /** True when no file was named, so that the run is about all of `out/` too. */
  readonly isWhole: boolean
}

const sorted = (names: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(names)].toSorted()

/** What a selection means, given what lies in `stacks/`. A named file that is not there stays: loading it says so. */
export const scope = (
  { project, named }: Selection,
  listed: O.Option<ReadonlyArray<string>>
): E.Either<UsageMistake, Scope> => {
  const isWhole = named.length === 0
  if (isWhole && O.isNone(listed)) return E.left({ _tag: 'NoStacksFolder', folder: project })
  const present = pipe(
    listed,
    O.getOrElse((): ReadonlyArray<string> => [])
  )
  const sources = sorted([...present, ...named])
  return E.right({ project, sources, chosen: isWhole ? sources : sorted(named), isWhole })
}
