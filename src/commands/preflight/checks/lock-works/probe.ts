import { readLockInfo, writtenLockInfo } from '../../../../backend/lock-info.ts'
import type { Declaration } from '../../../../declaration/declaration.ts'
import type { LockKey } from '../../../../declaration/names.ts'
import { probeId } from '../../../../iam/stack-names.ts'
import type { Principal } from '../../../../caller/caller.ts'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Clock } from '../../../../outside/process/clock.port.ts'
import type { LockItem, LockItems } from '../../../../outside/aws/state.port.ts'
import * as T from 'fp-ts/lib/Task.js'

/** What preflight puts into the lock table, under an id of its own that OpenTofu never uses. */
export type Probe = {
  readonly id: LockKey<'probe'>
  /**
   * The text of an attempt to take it, with the moment of that attempt (RFC 3339). A run that waits long must not take it
   * under an old date. In the form of OpenTofu's locks; it names preflight and the principal, and no person.
   */
  readonly infoAt: (created: string) => string
  /** What a second holder would write. */
  readonly other: string
}

/** The probe of one run; `ids` are two unique ids. `created` is RFC 3339. */
export const probeOf = (
  declaration: Declaration,
  principal: Principal,
  created: string,
  ids: readonly [string, string]
): Probe => {
  const id = probeId(declaration)
  const written = (ID: string, Info: string, Created: string): string =>
    writtenLockInfo({
      ID,
      Operation: 'preflight',
      Info,
      Who: `npm run preflight as the ${principal}`,
      Version: '',
      Created,
      Path: id
    })
  return {
    id,
    infoAt: (moment) => written(ids[0], 'a probe of the lock; it holds no state', moment),
    other: written(ids[1], 'a second holder, which must be refused', created)
  }
}

/**
 * The age, in milliseconds, from which on a probe was surely left. It holds for any difference of the two clocks: AWS
 * refuses a request that is signed more than 15 minutes off, so two machines that it answers are at most 30 minutes apart.
 * Source: AWS General Reference, "Troubleshooting Signature Version 4 errors"; S3, RequestTimeTooSkewed.
 */
const SURELY_LEFT = 45 * 60_000

/** The probe of another run, or an item that no preflight wrote. */
export type EarlierProbe =
  | {
      readonly _tag: 'Probe'
      readonly info: string
      readonly who: string
      readonly age: number
      readonly isOld: boolean
    }
  | { readonly _tag: 'Foreign' }

/** The item under the probe's id, read as another run's probe. Its age may be wrong by what the two clocks differ. */
export const earlierProbe = ({ info }: LockItem, clock: Clock): EarlierProbe =>
  pipe(
    O.Do,
    O.apS('text', O.fromNullable(info)),
    O.bind('read', ({ text }) => readLockInfo(text)),
    O.bind('created', ({ read }) => clock.read(read.Created)),
    O.match(
      (): EarlierProbe => ({ _tag: 'Foreign' }),
      ({ text, read, created }) => {
        const age = clock.now() - created
        return { _tag: 'Probe', info: text, who: read.Who, age, isOld: age > SURELY_LEFT }
      }
    )
  )

/** A probe while a run may have it in the table. */
export type Hold = {
  /** The same call, remembered while it is under way. */
  readonly during: <A>(call: T.Task<A>) => T.Task<A>
  /** Takes note of the text that is about to be written. The last one is all that can be in the table. */
  readonly writing: (info: string) => void
  /** Whether the run is being ended from outside, so that nothing new may be written. */
  readonly isEnded: () => boolean
  /** Ends the run: waits for the call that is under way, and removes all that the run may have written. */
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
