import * as IOE from 'fp-ts/lib/IOEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import fs from 'node:fs'
import { join } from 'node:path'
import { attempt, exists } from './calls.ts'
import type { StackWriter } from './files.port.ts'

/** Writes, flushes and closes a file that is not there yet. */
const writeNew = (path: string, text: string): void => {
  const descriptor = fs.openSync(path, 'wx', 0o644)
  try {
    fs.writeFileSync(descriptor, text)
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

/**
 * Creates a stack file by a link to a whole file beside it. The system refuses the link where anything lies already, and
 * no moment shows a part of the file.
 */
const create = (project: string, source: string, text: string) => {
  const temporary = join(project, 'stacks', `.new-${process.pid}`)
  return pipe(
    exists(fs, project, 'stacks', 'folder'),
    IOE.flatMap((there) =>
      there ? IOE.right(undefined) : attempt('make', 'stacks', () => fs.mkdirSync(join(project, 'stacks')))
    ),
    IOE.flatMap(() =>
      attempt('write', source, () => {
        try {
          writeNew(temporary, text)
          fs.linkSync(temporary, join(project, source))
        } finally {
          fs.rmSync(temporary, { force: true })
        }
      })
    )
  )
}

/** The stack files of a project on this machine's disk. */
export const stackWriter = (): StackWriter => ({
  create: (project, source, text) => TE.fromIOEither(create(project, source, text))
})
