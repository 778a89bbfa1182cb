import * as IOE from 'fp-ts/lib/IOEither.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Dirent, Stats } from 'node:fs'
import { join } from 'node:path'
import type { FileFailure, FileKind } from './output-files.port.ts'
import { attempt, refusedWith } from './calls.ts'
import type { OutputCalls } from './calls.ts'

export const kindOf = (entry: Dirent | Stats): FileKind =>
  entry.isSymbolicLink()
    ? 'symbolic link'
    : entry.isDirectory()
      ? 'folder'
      : entry.isFile()
        ? 'regular file'
        : 'special file'

/** A success that holds nothing, where what was asked for is not there. */
export const noneWhereMissing = <A>(found: IOE.IOEither<FileFailure, A>): IOE.IOEither<FileFailure, O.Option<A>> =>
  pipe(
    found,
    IOE.map(O.some),
    IOE.orElse((failure) => (refusedWith('ENOENT')(failure) ? IOE.right(O.none) : IOE.left(failure)))
  )

/** Whether the path exists, as exactly the kind expected; a symbolic link is never what is expected. */
export const exists = (
  calls: OutputCalls,
  project: string,
  path: string,
  expected: 'folder' | 'regular file'
): IOE.IOEither<FileFailure, boolean> =>
  pipe(
    attempt('look at', path, () => kindOf(calls.lstatSync(join(project, path)))),
    noneWhereMissing,
    IOE.flatMap(
      O.match(
        () => IOE.right(false),
        (found) =>
          found === expected ? IOE.right(true) : IOE.left<FileFailure>({ _tag: 'WrongKind', path, expected, found })
      )
    )
  )

/** What lies in `out/`; nothing when there is no such folder. */
export const entriesOfOut = (calls: OutputCalls, project: string): IOE.IOEither<FileFailure, ReadonlyArray<Dirent>> =>
  pipe(
    exists(calls, project, 'out', 'folder'),
    IOE.flatMap((there) =>
      there
        ? attempt('list', 'out', () => calls.readdirSync(join(project, 'out'), { withFileTypes: true }))
        : IOE.right([])
    )
  )
