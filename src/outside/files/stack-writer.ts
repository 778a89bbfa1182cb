import * as IOE from 'fp-ts/lib/IOEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import fs from 'node:fs'
import { join } from 'node:path'
import { attempt, exists } from './calls.ts'
import { createWhole } from './create-whole.ts'
import type { StackWriter } from './files.port.ts'
import { temporaryOfStack } from './leftovers.ts'

/** Creates a stack file, and its folder where there is none. */
const create = (project: string, source: string, text: string) => {
  const temporary = join(project, temporaryOfStack(process.pid))
  return pipe(
    exists(fs, project, 'stacks', 'folder'),
    IOE.flatMap((there) =>
      there ? IOE.right(undefined) : attempt('make', 'stacks', () => fs.mkdirSync(join(project, 'stacks')))
    ),
    IOE.flatMap(() => attempt('write', source, () => createWhole(fs, join(project, source), temporary, text)))
  )
}

/** The stack files of a project on this machine's disk. */
export const stackWriter = (): StackWriter => ({
  create: (project, source, text) => TE.fromIOEither(create(project, source, text))
})
