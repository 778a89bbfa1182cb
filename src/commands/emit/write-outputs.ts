import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { OutputFiles } from '../../outside/files/files.port.ts'
import { compareOutput, outputsOf, resultOf } from './compare-outputs.ts'
import type { Comparison, EmittedStack, Settled } from './compare-outputs.ts'
import type { OutputResult } from './report.ts'
import type { Scope } from '../../command-line/selection.ts'

type Pending = Pick<Comparison, 'output' | 'bytes' | 'same'>

/** Writes the files of one stack, in order; after one that cannot be written, no other. */
const writeStack =
  (outputs: OutputFiles, project: AbsolutePath) =>
  (pending: ReadonlyArray<Pending>): T.Task<Settled> =>
  async () => {
    const results: Array<OutputResult> = []
    for (const one of pending) {
      const written = one.same ? E.right(undefined) : await outputs.write(project, one.output.path, one.bytes)()
      if (E.isLeft(written)) return { results, failures: [written.left] }
      results.push(resultOf(one, one.same ? 'unchanged' : 'written'))
    }
    return { results, failures: [] }
  }

const compareStack = (outputs: OutputFiles, project: AbsolutePath) => (stack: EmittedStack) =>
  pipe(
    outputsOf(stack),
    T.traverseSeqArray((output) =>
      pipe(
        compareOutput(outputs, project)(output),
        TE.map(({ bytes, same }): Pending => ({ output, bytes, same }))
      )
    ),
    T.map(RA.separate)
  )

const together = (all: ReadonlyArray<Settled>): Settled => ({
  results: all.flatMap(({ results }) => results),
  failures: all.flatMap(({ failures }) => failures)
})

/**
 * Writes the files that are not yet what their stacks say, after removing what interrupted runs left. All places are
 * looked at first, and nothing is written when one of them cannot be read. One failed write does not stop the other
 * stacks.
 */
export const writeOutputs = (
  outputs: OutputFiles,
  { project }: Scope,
  stacks: ReadonlyArray<EmittedStack>
): T.Task<Settled> =>
  pipe(
    outputs.sweep(project),
    TE.matchE(
      (failure): T.Task<Settled> => T.of({ results: [], failures: [failure] }),
      () =>
        pipe(
          stacks,
          T.traverseSeqArray(compareStack(outputs, project)),
          T.flatMap((compared) => {
            const failures = compared.flatMap(({ left }) => left)
            return failures.length > 0
              ? T.of({ results: [], failures })
              : pipe(
                  compared.map(({ right }) => right),
                  T.traverseSeqArray(writeStack(outputs, project)),
                  T.map(together)
                )
          })
        )
    )
  )
