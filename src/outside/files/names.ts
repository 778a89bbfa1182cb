import * as IOE from 'fp-ts/lib/IOEither.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { join } from 'node:path'
import type { FileFailure } from './output-files.port.ts'
import { attempt, refusedWith } from './calls.ts'
import type { OutputCalls } from './calls.ts'
import { entriesOfOut, kindOf, noneWhereMissing } from './kind.ts'

/** `stacks/*.ts` among the names of a folder as a shell would list it, without names that begin with a dot, by code unit. */
const sourcesAmong = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names
    .filter((name) => name.endsWith('.ts') && !name.startsWith('.'))
    .toSorted()
    .map((name) => `stacks/${name}`)

/** The stack files of a project (see `sourcesAmong`); none without the folder. */
export const sourceNames = (
  calls: OutputCalls,
  project: string
): IOE.IOEither<FileFailure, O.Option<ReadonlyArray<string>>> =>
  pipe(
    attempt('list', 'stacks', () => calls.readdirSync(join(project, 'stacks'))),
    noneWhereMissing,
    IOE.map(O.map(sourcesAmong))
  )

const holds = (calls: OutputCalls, project: string, path: string): IOE.IOEither<FileFailure, boolean> =>
  pipe(
    attempt('look at', path, () => calls.lstatSync(join(project, path))),
    IOE.map(() => true),
    IOE.orElse((failure) => (refusedWith('ENOENT', 'ENOTDIR')(failure) ? IOE.right(false) : IOE.left(failure)))
  )

/** Every `out/<folder>/main.tf.json`, by code unit. */
export const outputNames = (calls: OutputCalls, project: string): IOE.IOEither<FileFailure, ReadonlyArray<string>> =>
  pipe(
    entriesOfOut(calls, project),
    IOE.map((entries) =>
      entries
        .filter((entry) => kindOf(entry) !== 'regular file')
        .map((entry) => entry.name)
        .toSorted()
    ),
    IOE.map((names) => names.map((name) => `out/${name}/main.tf.json`)),
    IOE.flatMap(
      IOE.traverseSeqArray((path) =>
        pipe(
          holds(calls, project, path),
          IOE.map((there) => (there ? O.some(path) : O.none))
        )
      )
    ),
    IOE.map((paths) => paths.flatMap((path) => (O.isSome(path) ? [path.value] : [])))
  )
