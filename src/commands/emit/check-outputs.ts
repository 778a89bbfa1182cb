import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { OutputFiles } from '../../outside/files/files.port.ts'
import {
  type Comparison,
  type EmittedStack,
  type Settled,
  compareOutput,
  differing,
  outputsOf,
  resultOf,
  unifiedDiff
} from './compare-outputs.ts'
import type { OutputResult } from './report.ts'
import type { Scope } from '../../command-line/selection.ts'
import { stackNameOf } from '../../command-line/usage.ts'

/** The folder of what a stack file emits: `out/staging-eu` of `stacks/staging-eu.ts`. */
const folderOf = (source: string): string => `out/${stackNameOf(source)}`

const verdict = (comparison: Comparison): T.Task<OutputResult> =>
  comparison.same
    ? T.of(resultOf(comparison, 'up to date'))
    : pipe(
        comparison.committed,
        O.match(
          () => T.of(resultOf(comparison, 'missing')),
          (committed) =>
            pipe(
              unifiedDiff(comparison.output.path, committed, comparison.output.text),
              T.map((diff) => differing(comparison, diff))
            )
        )
      )

const stray = (path: string): OutputResult => ({
  path,
  status: 'belongs to no stack',
  source: undefined,
  resources: undefined,
  sha256: undefined,
  diff: undefined
})

const strays = ({ sources, isWhole }: Scope, outputs: ReadonlyArray<string>): ReadonlyArray<OutputResult> => {
  const expected = new Set(sources.map(folderOf))
  return isWhole ? outputs.filter((path) => !expected.has(path.replace(/\/[^/]*$/, ''))).map(stray) : []
}

const verdicts = (outputs: OutputFiles, project: AbsolutePath, stacks: ReadonlyArray<EmittedStack>): T.Task<Settled> =>
  pipe(
    stacks.flatMap(outputsOf),
    T.traverseSeqArray((output) => pipe(compareOutput(outputs, project)(output), TE.flatMapTask(verdict))),
    T.map(RA.separate),
    T.map(({ left, right }) => ({ failures: left, results: right }))
  )

/**
 * Compares and writes nothing; a file that cannot be read does not hide the others. When the scope is the whole
 * project, the files in `out/` that belong to no `stacks/<folder>.ts` are results too.
 */
export const checkOutputs = (
  outputs: OutputFiles,
  scope: Scope,
  stacks: ReadonlyArray<EmittedStack>
): T.Task<Settled> =>
  pipe(
    outputs.outputs(scope.project),
    TE.matchE(
      (failure): T.Task<Settled> => T.of({ results: [], failures: [failure] }),
      (present) =>
        pipe(
          verdicts(outputs, scope.project, stacks),
          T.map(({ results, failures }) => ({ results: [...results, ...strays(scope, present)], failures }))
        )
    )
  )
