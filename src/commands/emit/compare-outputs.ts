import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { sha256 } from '../../outside/process/sha256.port.ts'
import type { EmittedFile } from '../../declaration/declaration.ts'
import type { FileFailure, OutputFiles } from '../../outside/files/files.port.ts'
import type { OutputResult, OutputStatus, Report } from './report.ts'

/** A stack that was emitted, and the file that it was read from. */
export type EmittedStack = { readonly source: string; readonly file: EmittedFile }

export type Comparison = {
  readonly stack: EmittedStack
  /** What is to stand in the file. */
  readonly bytes: Uint8Array
  /** What stands in it now. */
  readonly committed: O.Option<Uint8Array>
  readonly same: boolean
}

/** Reads the committed file of a stack and compares it with what the stack emits, byte by byte. */
export const compareOutput =
  (outputs: OutputFiles, project: string) =>
  (stack: EmittedStack): TE.TaskEither<FileFailure, Comparison> =>
    pipe(
      outputs.read(project, stack.file.path),
      TE.map((committed) => {
        const bytes = Buffer.from(stack.file.text, 'utf8')
        return { stack, bytes, committed, same: O.isSome(committed) && bytes.equals(committed.value) }
      })
    )

/** What came of all named stacks. */
export type Settled = Pick<Report, 'results' | 'failures'>

export const resultOf = (
  { stack, bytes }: Pick<Comparison, 'stack' | 'bytes'>,
  status: OutputStatus
): OutputResult => ({
  path: stack.file.path,
  status,
  source: stack.source,
  resources: stack.file.resources,
  sha256: sha256(bytes),
  diff: undefined
})
