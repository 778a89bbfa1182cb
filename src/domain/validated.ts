import * as Apply from 'fp-ts/lib/Apply.js'
import * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Problem } from './problem.ts'

/** Either a value, or every problem that was found on the way to it; never just the first. */
export type Validated<A> = E.Either<RNEA.ReadonlyNonEmptyArray<Problem>, A>

const accumulating = E.getApplicativeValidation(RNEA.getSemigroup<Problem>())

/**
 * All values of a list, or all problems of all of them, in the order of the list. A loop and not fp-ts's `sequence`,
 * which copies what it has so far for every item.
 */
export const all = <A>(items: ReadonlyArray<Validated<A>>): Validated<ReadonlyArray<A>> => {
  const values: Array<A> = []
  const problems: Array<Problem> = []
  for (const item of items)
    if (E.isRight(item)) values.push(item.right)
    else for (const problem of item.left) problems.push(problem)
  return unless(problems, values)
}

/** All fields of a record, or all problems of all of them. */
export const allOf = Apply.sequenceS(accumulating)

export const invalid = (problem: Problem): Validated<never> => E.left([problem])

/** The value, unless a list of problems about it is not empty. */
export const unless = <A>(problems: ReadonlyArray<Problem>, value: A): Validated<A> =>
  RA.isNonEmpty(problems) ? E.left(problems) : E.right(value)
