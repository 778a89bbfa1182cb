import * as E from 'fp-ts/lib/Either.js'

/** What a task gives. One that gives a reason instead is a fault of the test. */
export const right = async <A>(task: () => Promise<E.Either<unknown, A>>): Promise<A> => {
  const outcome = await task()
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

/** The reason that a task gives, in JSON, or `nothing` where it has none. */
export const whyNot = async (task: () => Promise<E.Either<unknown, unknown>>): Promise<string> => {
  const outcome = await task()
  return E.isLeft(outcome) ? JSON.stringify(outcome.left) : 'nothing'
}
