import * as IOE from 'fp-ts/lib/IOEither.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileFailure, OutputFiles } from './output-files.port.ts'
import { attempt } from './calls.ts'
import type { OutputCalls } from './calls.ts'
import { exists } from './kind.ts'
import { sweepLeftovers, temporaryBeside } from './leftovers.ts'
import { outputNames, sourceNames } from './names.ts'
import { isRunning } from './process.ts'
import { writeWhole } from './writer.ts'

const OUTPUT = /^out\/(?!\.)[^/\\]+\/main\.tf\.json$/

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
    IOE.flatMap((there) => (there ? exists(calls, project, dirname(path), 'folder') : IOE.right(false))),
    IOE.flatMap((there) => (there ? exists(calls, project, path, 'regular file') : IOE.right(false))),
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
