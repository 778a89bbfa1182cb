import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { accessDifference } from './access-difference.ts'

/** A text as the policy document that it holds; the text itself where that is no JSON, undefined for no text. */
export const documentIn = (text: unknown): unknown => {
  if (typeof text !== 'string') return undefined
  return pipe(
    E.tryCatch(
      () => JSON.parse(text) as unknown,
      () => text
    ),
    E.toUnion
  )
}

/** Whether two policy documents give and refuse the same, in whatever words and order. */
export const isSameDocument = (a: unknown, b: unknown): boolean => {
  const { gained, lost, unread } = accessDifference(a, b)
  return gained.length === 0 && lost.length === 0 && unread.length === 0
}
