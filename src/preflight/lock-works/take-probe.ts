import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { ageText } from '../../backend/age-text.ts'
import type { Clock } from '../../ports/clock.ts'
import type { AwsFailure } from '../../ports/aws-failure.ts'
import type { LockItems } from '../../ports/lock-items.ts'
import { type Finding, failed, passed } from '../finding.ts'
import { unanswered } from '../unanswered.ts'
import type { Waiting } from '../waiting.ts'
import type { Hold } from './hold.ts'
import type { Probe } from './probe.ts'
import { earlierProbe } from './earlier-probe.ts'

export type TakePorts = Waiting & { readonly lock: LockItems; readonly clock: Clock }

/** How often a probe of another run is waited for: a minute and a half in all. */
const TIMES = 300
const MILLIS = 300

const accepted = 'a write on the condition that nobody holds the lock, accepted'

const refusedFor = (failure: AwsFailure): Finding => unanswered('lock-accepts', 'J.7.0 §4', accepted, failure)

const busy = (who: string, age: number): Finding =>
  failed({
    id: 'lock-accepts',
    clause: 'J.7.0 §4',
    expected: accepted,
    actual: `another preflight holds its probe for ${ageText(age)}, and did not end: ${who}`,
    remedy: 'wait two minutes and run this again: an older probe is taken for one that was left, and removed'
  })

const foreign = ({ id }: Probe): Finding =>
  failed({
    id: 'lock-accepts',
    clause: 'J.7.0 §4',
    expected: accepted,
    actual: `the item ${id} is there, and no preflight wrote it`,
    remedy: 'find out who did, and have the bootstrap principal remove it'
  })

const stopped: Finding = failed({
  id: 'lock-accepts',
  clause: 'J.7.0 §4',
  expected: accepted,
  actual: 'the run was ended before that',
  remedy: 'run this again'
})

const left = (who: string, age: number): Finding =>
  passed({
    id: 'lock-leftover',
    clause: 'J.7.0 §4',
    expected: 'no probe of an earlier run, or an old one that can be removed',
    actual: `a probe that an earlier run left ${ageText(age)} ago was removed: ${who}`
  })

/**
 * Takes the probe as OpenTofu takes its lock. A probe that another run holds is waited for; one that was left is
 * removed and reported. Right with what there is to report; left when the probe could not be taken.
 */
export const takeProbe = (
  { lock, clock, pause, waiting }: TakePorts,
  hold: Hold,
  probe: Probe
): TE.TaskEither<Finding, ReadonlyArray<Finding>> => {
  const again = (times: number, reported: ReadonlyArray<Finding>): TE.TaskEither<Finding, ReadonlyArray<Finding>> =>
    pipe(
      TE.fromIOEither(() => (hold.isEnded() ? E.left(stopped) : E.right(undefined))),
      TE.flatMap(() => pipe(hold.during(lock.take(probe.id, probe.info)), TE.mapLeft(refusedFor))),
      TE.flatMap((isTaken) =>
        isTaken
          ? TE.right(reported)
          : pipe(
              lock.read(probe.id),
              TE.mapLeft(refusedFor),
              TE.flatMap(
                O.match(
                  () => again(times, reported),
                  (item) => held(item.info, item, times, reported)
                )
              )
            )
      )
    )

  const held = (
    info: string | undefined,
    item: { readonly info: string | undefined; readonly digest: string | undefined },
    times: number,
    reported: ReadonlyArray<Finding>
  ): TE.TaskEither<Finding, ReadonlyArray<Finding>> => {
    if (info === probe.info) return TE.right(reported)
    const earlier = earlierProbe(item, clock)
    switch (earlier._tag) {
      case 'Foreign':
        return TE.left(foreign(probe))
      case 'Left':
        return pipe(
          lock.release(probe.id, earlier.info),
          TE.mapLeft(refusedFor),
          TE.flatMap((isGone) => again(times, isGone ? [...reported, left(earlier.who, earlier.age)] : reported))
        )
      case 'Live':
        return times <= 0
          ? TE.left(busy(earlier.who, earlier.age))
          : pipe(
              TE.fromIO<void, Finding>(waiting('lock-works', 'another preflight has released its probe')),
              TE.flatMapTask(() => pause(MILLIS)),
              TE.flatMap(() => again(times - 1, reported))
            )
      default:
        return earlier satisfies never
    }
  }

  return again(TIMES, [])
}
