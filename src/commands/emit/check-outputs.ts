import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { isConfiguration, strangersAmong } from '../../declaration/emitted-folder.ts'
import type { OutputFiles, OutputFolder } from '../../outside/files/files.port.ts'
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
import type { OutputResult, Stray } from './report.ts'
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

const stray = (status: Stray['status'], path: string): Stray => ({
  path,
  status,
  source: undefined,
  resources: undefined,
  sha256: undefined,
  diff: undefined
})

/** What was seen of `out/`: the files that emit would write, and all that lies in each folder. */
type Present = { readonly outputs: ReadonlyArray<string>; readonly folders: ReadonlyArray<OutputFolder> }

/**
 * What lies in `out/` and no stack emits. In the folder of a stack that is every name that preflight refuses there, and in any
 * other folder the emitted files and all that OpenTofu would read.
 */
const strays = ({ sources, chosen, isWhole }: Scope, { outputs, folders }: Present): ReadonlyArray<Stray> => {
  const [expected, asked] = [new Set(sources.map(folderOf)), new Set(chosen.map(folderOf))]
  const left = isWhole ? outputs.filter((path) => !expected.has(path.replace(/\/[^/]*$/, ''))) : []
  const beside = folders.flatMap(({ name, entries }) => {
    const folder = `out/${name}`
    const strange = strangersAmong(entries).map((stranger) => `${folder}/${stranger}`)
    if (asked.has(folder)) return strange.map((path) => stray('may not lie there', path))
    const isLeft = isWhole && !expected.has(folder) && strange.some(isConfiguration)
    return isLeft ? strange.map((path) => stray('belongs to no stack', path)) : []
  })
  return [...left.map((path) => stray('belongs to no stack', path)), ...beside]
}

const verdicts = (outputs: OutputFiles, project: AbsolutePath, stacks: ReadonlyArray<EmittedStack>): T.Task<Settled> =>
  pipe(
    stacks.flatMap(outputsOf),
    T.traverseSeqArray((output) => pipe(compareOutput(outputs, project)(output), TE.flatMapTask(verdict))),
    T.map(RA.separate),
    T.map(({ left, right }) => ({ failures: left, results: right }))
  )

/**
 * Compares and writes nothing; a file that cannot be read does not hide the others. What may not lie beside the files of a
 * stack is a result too. When the scope is the whole project, so are the files in `out/` that belong to no
 * `stacks/<folder>.ts`.
 */
export const checkOutputs = (
  outputs: OutputFiles,
  scope: Scope,
  stacks: ReadonlyArray<EmittedStack>
): T.Task<Settled> =>
  pipe(
    TE.Do,
    TE.apS('outputs', outputs.outputs(scope.project)),
    TE.apS('folders', outputs.folders(scope.project)),
    TE.matchE(
      (failure): T.Task<Settled> => T.of({ results: [], failures: [failure] }),
      (present) =>
        pipe(
          verdicts(outputs, scope.project, stacks),
          T.map(({ results, failures }) => ({ results: [...results, ...strays(scope, present)], failures }))
        )
    )
  )
