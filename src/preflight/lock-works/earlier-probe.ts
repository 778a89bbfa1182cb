import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { readLockInfo } from '../../backend/lock-info.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LockItem } from '../../ports/lock-items.ts'

/** Longer than any run holds its probe. */
const LEFT_AFTER = 120_000

/** Somebody else's probe: of a run that goes on, of a run that was ended, or something that no preflight wrote. */
export type EarlierProbe =
  | { readonly _tag: 'Live'; readonly who: string; readonly age: number }
  | { readonly _tag: 'Left'; readonly info: string; readonly who: string; readonly age: number }
  | { readonly _tag: 'Foreign' }

/** What the item under the probe's id is, at this moment. */
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
        return age > LEFT_AFTER
          ? { _tag: 'Left', info: text, who: read.Who, age }
          : { _tag: 'Live', who: read.Who, age }
      }
    )
  )
