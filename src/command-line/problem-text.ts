import type { Path, Problem } from '../diagnostics/problem.ts'
import { counted, printable } from './printable.ts'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Paint } from './terminal.ts'
import type { Objection } from '../diagnostics/finding.ts'

const step = (key: string | number): string => {
  if (typeof key === 'number') return `[${key}]`
  return /^[A-Za-z_$][\w$]{0,99}$/.test(key) ? `.${key}` : `[${printable(JSON.stringify(key.slice(0, 1_000)), 120)}]`
}

/** A path as its author would write it: `parts[2].trust.roles[0]`, `tags["cost centre"]`. */
export const pathText = (path: Path): string =>
  path.length === 0 ? 'the stack as a whole' : path.map(step).join('').replace(/^\./, '')

/** A stack that emits nothing, and why. */
export type Refusal = { readonly source: string; readonly problems: ReadonlyNonEmptyArray<Problem> }

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

/** An objection in the form of a problem: what, which clause, what to do. */
export const objectionLines = (paint: Paint, objection: Objection): ReadonlyArray<string> => [
  `  ${paint('bold', objection.id)}`,
  `    expected  ${printable(objection.expected)}`,
  `    actual    ${paint('red', printable(objection.actual))}`,
  `    clause    ${objection.clause}`,
  `    to do     ${paint('cyan', printable(objection.remedy))}`,
  ''
]
