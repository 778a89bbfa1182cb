import type * as O from 'fp-ts/lib/Option.js'
import type * as T from 'fp-ts/lib/Task.js'

/** The person at the other end. */
export type Person = {
  /** Whether both ends, input and output, are a terminal. */
  readonly isThere: boolean
  /** The line that the person types after the question was shown, without its end; empty when the input ended. */
  readonly ask: (question: string) => T.Task<string>
}

/** A signal that reached the guard, and when, in milliseconds. */
export type Heard = { readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGQUIT'; readonly at: number }

/** What came of all signals so far. */
export type Interruption = {
  /** How often tofu was asked to stop. */
  readonly asked: number
  readonly lastAt: number
  readonly isTerminalGone: boolean
}

export const uninterrupted: Interruption = { asked: 0, lastAt: Number.NEGATIVE_INFINITY, isTerminalGone: false }

/**
 * Signals closer together than this are one key press. The terminal sends one to every process at it, and the program
 * that started this one may send it once more.
 */
const ONE_PRESS_MILLIS = 300

/**
 * Adds a signal to what came before: tofu is asked to stop once for each key press. A terminal that goes away asks tofu
 * for nothing, because an apply that was begun should end rather than be torn.
 */
export const interrupted = (before: Interruption, { signal, at }: Heard): Interruption => {
  if (signal === 'SIGHUP') return { ...before, isTerminalGone: true }
  return at - before.lastAt < ONE_PRESS_MILLIS ? before : { ...before, asked: before.asked + 1, lastAt: at }
}

/** Questions whose answers are checked as they are given; none where the person interrupts. */
export type Prompter = {
  /** Whether both ends, input and output, are a terminal. */
  readonly isThere: boolean
  readonly ask: (asked: {
    readonly question: string
    /** What Enter alone answers, shown beside the question. */
    readonly proposal: string | undefined
    /** Why an answer is refused; undefined where it is taken. */
    readonly validate: (text: string) => string | undefined
  }) => T.Task<O.Option<string>>
  readonly confirm: (question: string) => T.Task<O.Option<boolean>>
}
