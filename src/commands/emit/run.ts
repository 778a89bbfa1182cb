import * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { OutputFiles } from '../../outside/files/files.port.ts'
import type { Emission, StackEvaluator } from '../../outside/stack/evaluator.port.ts'
import type { Arguments } from './arguments.ts'
import { checkOutputs } from './check-outputs.ts'
import { type EmittedStack, acceptedBy } from './compare-outputs.ts'
import type { Refusal } from '../../command-line/diagnostic-text.ts'
import type { Report } from './report.ts'
import { type Scope, scope, selection } from '../../command-line/selection.ts'
import type { UsageMistake } from '../../command-line/usage.ts'
import { writeOutputs } from './write-outputs.ts'

/** What emit needs of the outside. */
export type EmitPorts = {
  readonly stackEvaluator: (options: { readonly patienceSeconds: number }) => StackEvaluator
  readonly outputFiles: OutputFiles
}

/** What a run goes by, without how its results are shown. */
type Asked = Pick<Arguments, 'files' | 'check' | 'patienceSeconds'>

const emissionOf = (emissions: ReadonlyArray<Emission>) => {
  const bySource = new Map(emissions.map((emission) => [emission.source, emission.file]))
  return (source: string): E.Either<Refusal, EmittedStack> => {
    const file = bySource.get(source)
    if (file === undefined) throw new Error(`the evaluator gave no answer for ${source}`)
    return pipe(
      file,
      E.bimap(
        (problems) => ({ source, problems }),
        (emitted) => ({ source, file: emitted })
      )
    )
  }
}

const run =
  (ports: EmitPorts, args: Asked) =>
  (range: Scope): T.Task<Report> =>
    pipe(
      ports.stackEvaluator({ patienceSeconds: args.patienceSeconds }).emitAll(range.project, range.sources),
      T.map((emissions) => RA.partitionMap(emissionOf(emissions))(range.chosen)),
      T.flatMap(({ left: refusals, right: stacks }) =>
        RA.isNonEmpty(refusals)
          ? T.of<Report>({ check: args.check, results: [], failures: [], refusals, accepted: [] })
          : pipe(
              (args.check ? checkOutputs : writeOutputs)(ports.outputFiles, range, stacks),
              T.map((settled): Report => ({
                check: args.check,
                ...settled,
                refusals: [],
                accepted: stacks.flatMap(acceptedBy)
              }))
            )
      )
    )

const isEmpty = (report: Report): boolean =>
  report.results.length === 0 && report.refusals.length === 0 && report.failures.length === 0

/**
 * Evaluates all stacks of the project, then writes or checks the files of those that were named. Nothing is written
 * when one of those has a problem.
 */
export const emitReport = (ports: EmitPorts, cwd: string, args: Asked): TE.TaskEither<UsageMistake, Report> =>
  pipe(
    selection(cwd, args.files),
    TE.fromEither,
    TE.flatMap((selected) =>
      pipe(
        ports.outputFiles.sources(selected.project),
        TE.matchE(
          (failure): TE.TaskEither<UsageMistake, Report> =>
            TE.right({ check: args.check, results: [], refusals: [], accepted: [], failures: [failure] }),
          (listed) => pipe(scope(selected, listed), TE.fromEither, TE.flatMapTask(run(ports, args)))
        ),
        TE.filterOrElse(
          (report) => !isEmpty(report),
          (): UsageMistake => ({ _tag: 'NoStacks', project: selected.project })
        )
      )
    )
  )
