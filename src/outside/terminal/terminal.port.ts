import type * as T from 'fp-ts/lib/Task.js'

/** The person at the other end. */
export type Person = {
  /** Whether both ends, input and output, are a terminal. */
  readonly isThere: boolean
  /** The line that the person types after the question was shown, without its end; empty when the input ended. */
  readonly ask: (question: string) => T.Task<string>
}
