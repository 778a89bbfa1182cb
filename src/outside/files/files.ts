import { withoutNested } from './nested.ts'
import * as IOE from 'fp-ts/lib/IOEither.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { dirname, join } from 'node:path'
import type { FileFailure, OutputFiles, OutputFolder } from './files.port.ts'
import { type OutputCalls, attempt, entriesOfOut, exists, kindOf, noneWhereMissing, refusedWith } from './calls.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import fs, { type Dirent } from 'node:fs'
import { isRunning, sweepLeftovers, temporaryBeside } from './leftovers.ts'
import { writeWhole } from './writer.ts'

/**
 * `stacks/*.ts` among the names of a folder as a shell would list it, by code unit. Names that begin with a dot are left
 * out.
 */
const sourcesAmong = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names
    .filter((name) => name.endsWith('.ts') && !name.startsWith('.'))
    .toSorted()
    .map((name) => `stacks/${name}`)

/** The stack files of a project (see `sourcesAmong`); none without the folder. */
const sourceNames = (calls: OutputCalls, project: string): IOE.IOEither<FileFailure, O.Option<ReadonlyArray<string>>> =>
  pipe(
    withoutNested(calls, project),
    IOE.flatMap(() => attempt('list', 'stacks', () => calls.readdirSync(join(project, 'stacks')))),
    noneWhereMissing,
    IOE.map(O.map(sourcesAmong))
  )

const holds = (calls: OutputCalls, project: string, path: string): IOE.IOEither<FileFailure, boolean> =>
  pipe(
    attempt('look at', path, () => calls.lstatSync(join(project, path))),
    IOE.map(() => true),
    IOE.orElse((failure) => (refusedWith('ENOENT', 'ENOTDIR')(failure) ? IOE.right(false) : IOE.left(failure)))
  )

/** What a stack emits into its folder, by code unit. */
const emittedNames = ['REVIEW.md', 'main.tf.json']

/** Every `out/<folder>/REVIEW.md` and `out/<folder>/main.tf.json`, by code unit. */
const outputNames = (calls: OutputCalls, project: string): IOE.IOEither<FileFailure, ReadonlyArray<string>> =>
  pipe(
    entriesOfOut(calls, project),
    IOE.map((entries) => entries.map((entry) => entry.name).toSorted()),
    IOE.map((names) => names.flatMap((name) => emittedNames.map((emitted) => `out/${name}/${emitted}`))),
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

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : 1)

/** What lies in a folder of `out/`; none for a regular file beside the folders. */
const folderAt =
  (calls: OutputCalls, project: string) =>
  (entry: Dirent): IOE.IOEither<FileFailure, ReadonlyArray<OutputFolder>> => {
    const { name } = entry
    const path = `out/${name}`
    const found = kindOf(entry)
    if (found === 'regular file') return IOE.right([])
    if (found !== 'folder') return IOE.left({ _tag: 'WrongKind', path, expected: 'folder', found })
    return pipe(
      attempt('list', path, () => calls.readdirSync(join(project, path), { withFileTypes: true })),
      IOE.map((entries) => [
        { name, entries: entries.map((one) => ({ name: one.name, kind: kindOf(one) })).toSorted(byName) }
      ])
    )
  }

const outputFolders = (calls: OutputCalls, project: string): IOE.IOEither<FileFailure, ReadonlyArray<OutputFolder>> =>
  pipe(
    entriesOfOut(calls, project),
    IOE.flatMap(IOE.traverseSeqArray(folderAt(calls, project))),
    IOE.map((found) => found.flat().toSorted(byName))
  )

const OUTPUT = /^out\/(?!\.)[^/\\]+\/(?:main\.tf\.json|REVIEW\.md)$/

const output = IOE.fromPredicate(
  (path: string) => OUTPUT.test(path),
  (path): FileFailure => ({ _tag: 'NotAnOutput', path })
)

const readOutput = (
  calls: OutputCalls,
  project: string,
  path: string
): IOE.IOEither<FileFailure, O.Option<Uint8Array>> =>
  pipe(
    exists(calls, project, 'out', 'folder'),
    IOE.flatMap(() => exists(calls, project, dirname(path), 'folder')),
    IOE.flatMap(() => exists(calls, project, path, 'regular file')),
    IOE.flatMap((there) =>
      there
        ? pipe(
            attempt('read', path, () => calls.readFileSync(join(project, path))),
            IOE.map(O.some)
          )
        : IOE.right(O.none)
    )
  )

/** The output files of a project on this machine's disk; a test gives calls of its own. */
export const outputFiles = (calls: OutputCalls = fs): OutputFiles => ({
  sources: (project) => TE.fromIOEither(sourceNames(calls, project)),
  outputs: (project) => TE.fromIOEither(outputNames(calls, project)),
  folders: (project) => TE.fromIOEither(outputFolders(calls, project)),
  read: (project, path) =>
    TE.fromIOEither(
      pipe(
        output(path),
        IOE.flatMap(() => readOutput(calls, project, path))
      )
    ),
  write: (project, path, bytes) =>
    TE.fromIOEither(
      pipe(
        output(path),
        IOE.flatMap(() => writeWhole(calls, project, path, temporaryBeside(path, process.pid), bytes))
      )
    ),
  sweep: (project) => TE.fromIOEither(sweepLeftovers(calls, project, isRunning))
})
