import type { Emission } from '../../../src/outside/stack/evaluator.port.ts'

/** What is wrong with a file: a line for each problem, none where there is a stack. */
export type Said = ReadonlyArray<string>

/** By source, `rule source:line:column actual` for what did not load, and the whole problem for what was refused later. */
export const said = (emissions: ReadonlyArray<Emission>): Readonly<Record<string, Said>> =>
  Object.fromEntries(
    emissions.map(({ source, file }) => [
      source,
      file._tag === 'Right'
        ? []
        : file.left.map((problem) => {
            if (problem.at !== undefined || problem.source === undefined) return JSON.stringify(problem)
            const place = problem.place === undefined ? '' : `:${problem.place.line}:${problem.place.column}`
            return `${problem.rule} ${problem.source}${place} ${problem.actual}`
          })
    ])
  )
