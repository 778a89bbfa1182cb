import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { readLockInfo } from '../../../../backend/lock-info.ts'
import type { Clock } from '../../../../outside/process/clock.port.ts'
import type { LockItem } from '../../../../outside/aws/state.port.ts'

/**
 * The age, in milliseconds, from which on a probe was surely left, whatever the two clocks say. AWS refuses a request that
 * is signed more than 15 minutes off, so two machines that it answers are at most 30 minutes apart.
 * Source: AWS General Reference, "Troubleshooting Signature Version 4 errors"; S3, RequestTimeTooSkewed.
 */
const SURELY_LEFT = 45 * 60_000

/** Somebody else's probe, or something that no preflight wrote. */
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
