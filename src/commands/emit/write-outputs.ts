import type * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { FileFailure, OutputFiles } from '../../outside/files/files.port.ts'
import { compareOutput, resultOf } from './compare-outputs.ts'
import type { Comparison, EmittedStack, Settled } from './compare-outputs.ts'
import type { OutputResult } from './report.ts'
import type { Scope } from '../../command-line/selection.ts'

type Pending = Pick<Comparison, 'stack' | 'bytes' | 'same'>

const settled = (outcomes: ReadonlyArray<E.Either<FileFailure, OutputResult>>): Settled => ({
  results: RA.rights(outcomes),
  failures: RA.lefts(outcomes)
})

const write =
  (outputs: OutputFiles, project: string) =>
  (pending: Pending): TE.TaskEither<FileFailure, OutputResult> =>
    pending.same
      ? TE.right(resultOf(pending, 'unchanged'))
      : pipe(
          outputs.write(project, pending.stack.file.path, pending.bytes),
          TE.map(() => resultOf(pending, 'written'))
        )

/**
 * Writes the files that are not yet what their stacks say, after removing what interrupted runs left. All places are
 * looked at first, and nothing is written when one of them cannot be read; one failed write does not stop the others.
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
          T.traverseSeqArray((stack) =>
            pipe(
              compareOutput(outputs, project)(stack),
              TE.map(({ bytes, same }): Pending => ({ stack, bytes, same }))
            )
          ),
          T.map(RA.separate),
          T.flatMap(({ left, right }) =>
            left.length > 0
              ? T.of({ results: [], failures: left })
              : pipe(right, T.traverseSeqArray(write(outputs, project)), T.map(settled))
          )
        )
    )
  )
