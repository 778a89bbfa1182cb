import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { LockItems } from '../../../../outside/aws/state.port.ts'
import type { Probe } from './probe.ts'

/** A probe while a run may have it in the table. */
export type Hold = {
  /** The same call, remembered while it is under way. */
  readonly during: <A>(call: T.Task<A>) => T.Task<A>
  /** Takes note of the text that is about to be written: the last one is all that can be in the table. */
  readonly writing: (info: string) => void
  /** Whether the run is being ended from outside, so that nothing new may be written. */
  readonly isEnded: () => boolean
  /** Ends the run: waits for the call that is under way, and removes whatever the run may have written. */
  readonly end: T.Task<void>
}

/** The hold on a probe, from before its first write until it is known to be gone. */
export const holdOn = (lock: LockItems, { id, other }: Probe): Hold => {
  let underWay: Promise<unknown> = Promise.resolve()
  let written = other
  let ended = false
  return {
    during: (call) => () => {
      const answer = call()
      underWay = answer
      return answer
    },
    writing: (info) => {
      written = info
    },
    isEnded: () => ended,
    end: pipe(
      () => {
        ended = true
        return underWay
      },
      T.flatMap(() => lock.release(id, written)),
      T.flatMap(() => lock.release(id, other)),
      T.map(() => undefined)
    )
  }
}
