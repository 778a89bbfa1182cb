import * as E from 'fp-ts/lib/Either.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Diagnostic } from './diagnostic.ts'

/** Either a value, or every problem that was found on the way to it; never just the first. */
export type Validated<A> = E.Either<ReadonlyNonEmptyArray<Diagnostic>, A>

/** All values of a list, or all problems of all of them, in the order of the list. */
export const all = <A>(items: ReadonlyArray<Validated<A>>): Validated<ReadonlyArray<A>> => {
  const values: Array<A> = []
  const problems: Array<Diagnostic> = []
  for (const item of items)
    if (E.isRight(item)) values.push(item.right)
    else for (const problem of item.left) problems.push(problem)
  return unless(problems, values)
}

/** All fields of a record, or all problems of all of them, in the order of its keys. */
export const allOf = <R extends object>(fields: { readonly [K in keyof R]: Validated<R[K]> }): Validated<R> =>
  pipe(
    Object.entries<Validated<unknown>>(fields).map(([key, field]) =>
      pipe(
        field,
        E.map((value): [string, unknown] => [key, value])
      )
    ),
    all,
    E.map((entries) => Object.fromEntries(entries) as R)
  )

export const invalid = (problem: Diagnostic): Validated<never> => E.left([problem])

/** The value, unless a list of problems about it is not empty. */
export const unless = <A>(problems: ReadonlyArray<Diagnostic>, value: A): Validated<A> =>
  isNonEmpty(problems) ? E.left(problems) : E.right(value)

const isNonEmpty = <A>(list: ReadonlyArray<A>): list is ReadonlyNonEmptyArray<A> => list.length > 0
