import { systemWords } from './system-refusal.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as IOE from 'fp-ts/lib/IOEither.js'
import type fs from 'node:fs'
import type { Dirent, Stats } from 'node:fs'
import type { FileAction, FileFailure, FileKind } from './files.port.ts'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { join } from 'node:path'

/**
 * The few calls of node:fs that output files need. They are the blocking ones on purpose: reading 1,000 small files
 * takes a sixth of the time of the promised ones, and nothing else wants to run meanwhile.
 */
export type OutputCalls = Pick<
  typeof fs,
  | 'closeSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'writeFileSync'
>

const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** One call that the system may refuse. What is thrown without a system code is a defect and stays thrown. */
export const attempt =
  <A>(action: FileAction, path: string, call: () => A): IOE.IOEither<FileFailure, A> =>
  () => {
    try {
      return E.right(call())
    } catch (error) {
      if (!isSystemError(error)) throw error
      return E.left({ _tag: 'SystemRefused', action, path, code: error.code, message: systemWords(error) })
    }
  }

/** True for a refusal with one of these codes, such as `ENOENT`. */
export const refusedWith =
  (...codes: ReadonlyArray<string>) =>
  (failure: FileFailure): boolean =>
    failure._tag === 'SystemRefused' && codes.includes(failure.code)

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
