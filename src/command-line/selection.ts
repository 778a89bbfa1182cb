import * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import { basename, dirname, resolve } from 'node:path'
import type { UsageMistake } from './usage.ts'

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
