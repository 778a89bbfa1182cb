import type { Problem } from '../diagnostics/problem.ts'
import { counted } from './counted.ts'
import type { Paint } from './paint.ts'
import { pathText } from './path-text.ts'
import { printable } from './printable.ts'
import type { Refusal } from './refusal.ts'

const where = (problem: Problem): string => {
  switch (problem._tag) {
    case 'Violation':
      return pathText(problem.at)
    case 'Unloadable':
      return problem.place === undefined
        ? printable(problem.source)
        : `${printable(problem.source)}:${problem.place.line}:${problem.place.column}`
  }
}

const problemLines = (paint: Paint, problem: Problem): ReadonlyArray<string> => [
  `  ${paint('bold', where(problem))}`,
  `    expected  ${printable(problem.expected)}`,
  `    actual    ${paint('red', printable(problem.actual))}`,
  `    clause    ${problem.clause}, rule ${problem.rule}`,
  `    to do     ${paint('cyan', printable(problem.remedy))}`
]

/** So many problems of one stack are printed; with --json there are more. */
const MOST = 100

const moreLine = (count: number): ReadonlyArray<string> =>
  count <= 0 ? [] : [`  and ${counted(count, 'problem')} more: correct these first, and run it again`, '']

const refusalLines =
  (paint: Paint) =>
  ({ source, problems }: Refusal): ReadonlyArray<string> => [
    `${paint('bold', printable(source))}: ${paint('red', counted(problems.length, 'problem'))}`,
    '',
    ...problems.slice(0, MOST).flatMap((problem) => [...problemLines(paint, problem), '']),
    ...moreLine(problems.length - MOST)
  ]

/** Every problem of every refused stack, grouped by stack file, and how many there are; no lines without a refusal. */
export const problemText = (paint: Paint, refusals: ReadonlyArray<Refusal>): ReadonlyArray<string> => {
  if (refusals.length === 0) return []
  const problems = counted(refusals.flatMap((refusal) => refusal.problems).length, 'problem')
  return [
    ...refusals.flatMap(refusalLines(paint)),
    `${paint('red', problems)} in ${counted(refusals.length, 'stack')}; nothing was written`
  ]
}
