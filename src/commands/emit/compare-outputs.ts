import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { sha256 } from '../../outside/process/sha256.port.ts'
import type { EmittedFile } from '../../declaration/declaration.ts'
import type { FileFailure, OutputFiles } from '../../outside/files/files.port.ts'
import type { Accepted, Done, OutputResult } from './report.ts'
import type * as T from 'fp-ts/lib/Task.js'
import { printable } from '../../command-line/printable.ts'

/** A stack that was emitted, and the file that it was read from. */
export type EmittedStack = { readonly source: string; readonly file: EmittedFile }

/** What a stack accepts of its provider; nothing where that is proven by run. */
export const acceptedBy = ({ source, file }: EmittedStack): ReadonlyArray<Accepted> => {
  const { awsProvider, acceptedProof: proof } = file.declaration.versions
  return proof === undefined ? [] : [{ source, awsProvider, proof }]
}

/** A file that belongs into `out/`. */
export type Output = {
  /** The stack file. */
  readonly source: string
  readonly path: string
  readonly text: string
  /** How many resources it declares; a page for reviewers declares none. */
  readonly resources: number | undefined
}

/**
 * The files of a stack, in the order in which they are written. The page comes first: the file for OpenTofu never stands
 * beside the page of an earlier one.
 */
export const outputsOf = ({ source, file }: EmittedStack): ReadonlyArray<Output> => [
  { source, ...file.review, resources: undefined },
  { source, path: file.path, text: file.text, resources: file.resources }
]

export type Comparison = {
  readonly output: Output
  /** What is to stand in the file. */
  readonly bytes: Uint8Array
  /** What stands in it now. */
  readonly committed: O.Option<Uint8Array>
  readonly same: boolean
}

/** Reads the committed file and compares it with what its stack emits, byte by byte. */
export const compareOutput =
  (outputs: OutputFiles, project: AbsolutePath) =>
  (output: Output): TE.TaskEither<FileFailure, Comparison> =>
    pipe(
      outputs.read(project, output.path),
      TE.map((committed) => {
        const bytes = Buffer.from(output.text)
        return { output, bytes, committed, same: O.isSome(committed) && bytes.equals(committed.value) }
      })
    )

/** What came of all named stacks. */
export type Settled = Pick<Done, 'results' | 'failures'>

/** A result of which nothing but its status is said. */
export const resultOf = (
  { output: { path, source, resources }, bytes }: Pick<Comparison, 'output' | 'bytes'>,
  status: 'written' | 'unchanged' | 'up to date' | 'missing'
): OutputResult => ({ path, status, source, resources, sha256: sha256(bytes), diff: undefined })

/** A result of a file that differs, with how. */
export const differing = (
  { output: { path, source, resources }, bytes }: Pick<Comparison, 'output' | 'bytes'>,
  diff: string
): OutputResult => ({ path, status: 'differs', source, resources, sha256: sha256(bytes), diff })

const TOO_FAR = 2000

/**
 * The unified diff from the committed bytes to the emitted text. Loads the diff library, so ask only where they differ.
 * Bytes that are no UTF-8 show as U+FFFD, and where nothing else differs the diff says so in words.
 */
export const unifiedDiff =
  (file: string, committed: Uint8Array, emitted: string): T.Task<string> =>
  async () => {
    const path = printable(file)
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff')
    const before = Buffer.from(committed).toString()
    if (before === emitted) return `${path}: the committed file holds bytes that are not UTF-8\n`
    return (
      createTwoFilesPatch(`${path} (committed)`, `${path} (emitted)`, before, emitted, undefined, undefined, {
        context: 3,
        maxEditLength: TOO_FAR,
        headerOptions: FILE_HEADERS_ONLY
      }) ?? `${path}: more than ${TOO_FAR} lines differ\n`
    )
  }
