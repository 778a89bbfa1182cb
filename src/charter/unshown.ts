import type { Path, Problem } from '../domain/problem.ts'
import { sensitiveData } from './sensitive/sensitive-data.ts'

/** Rules about identifiers that are no secret; a digit too few makes some of them look like a person's number. */
const identifiers: ReadonlySet<string> = new Set(['account-id', 'placeholders', 'one-account'])

const identifiersIn = ({ rule, actual }: Problem): ReadonlyArray<string> =>
  identifiers.has(rule) ? (actual.match(/(?<![\w-])\d{9,14}(?![\w-])/g) ?? []) : []

const actualOf = (problem: Problem): string => {
  const [found] = sensitiveData(problem.actual, identifiersIn(problem))
  return found === undefined ? problem.actual : `a value that is not shown: ${found.what}`
}

/** Our own words, and names out of the stack among them: only a credential would be one too many. */
const wordsOf = (text: string): string =>
  sensitiveData(text, []).some(({ kind }) => kind === 'credential') ? 'Not shown: it would repeat a credential.' : text

const pathOf = (at: Path): Path =>
  at.map((step) =>
    typeof step === 'string' && sensitiveData(step, []).length > 0 ? `(a key of ${step.length} characters)` : step
  )

/**
 * The same problem without what looks like a credential or a personal datum, be it the value, a key that leads to it
 * or a name: a mistake is shown to whoever reads a terminal or a log, and a secret never is.
 */
export const unshown = (problem: Problem): Problem => {
  const words = { actual: actualOf(problem), expected: wordsOf(problem.expected), remedy: wordsOf(problem.remedy) }
  return problem._tag === 'Violation' ? { ...problem, ...words, at: pathOf(problem.at) } : { ...problem, ...words }
}
