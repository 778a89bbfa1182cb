import { answerOf } from '../../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { ageText } from '../../../../backend/lock-info.ts'
import type { AwsFailure } from '../../../../outside/aws/failure.port.ts'
import type { Clock } from '../../../../outside/process/clock.port.ts'
import type { LockItem, LockItems } from '../../../../outside/aws/state.port.ts'
import { type Finding, failed, passed } from '../../../../diagnostics/finding.ts'
import { unanswered } from '../../setting-findings.ts'
import type { Waiting } from '../../result.ts'
import { type Hold, type Probe, earlierProbe } from './probe.ts'

export type TakePorts = Waiting & { readonly lock: LockItems; readonly clock: Clock }

/** A probe that was taken, and what there is to report of the ones before it. */
export type Taken = { readonly info: string; readonly reported: ReadonlyArray<Finding> }

/** How long a pause between two attempts is, in milliseconds. */
const PAUSE = 300

/**
 * How many pauses the probe of another run may stand unchanged. That is two minutes at least, longer than any run holds one.
 */
const PAUSES_UNTIL_LEFT = 400

/** How many pauses there are in all: five minutes at least, while other runs take the probe in turn. */
const MOST_PAUSES = 1000

const accepted = 'a write on the condition that the lock is free, accepted'

const refusal = (actual: string, remedy: string): Finding =>
  failed({
    rule: 'lock-accepts',
    clause: 'J.7.0 §4',
    from: answerOf('DynamoDB PutItem', 'DynamoDB GetItem'),
    expected: accepted,
    actual,
    remedy
  })

const unansweredTake = (failure: AwsFailure): Finding => unanswered('lock-accepts', 'J.7.0 §4', accepted, failure)

const left = (who: string, age: number): Finding =>
  passed({
    rule: 'lock-leftover',
    clause: 'J.7.0 §4',
    from: answerOf('DynamoDB GetItem', 'DynamoDB DeleteItem'),
    expected: 'no probe of an earlier run, or an old one that can be removed',
    actual: `a probe that an earlier run left ${ageText(age)} ago was removed: ${who}`
  })

type Progress = {
  readonly pauses: number
  /** The text that another run's probe had at the last look, and for how many pauses it has had it. */
  readonly seen: string | undefined
  readonly unchanged: number
  readonly reported: ReadonlyArray<Finding>
}

/** What follows from an attempt that was refused: the end, or another attempt. */
const afterRefusal = async (
  { lock, clock, pause, waiting }: TakePorts,
  { id }: Probe,
  info: string,
  item: O.Option<LockItem>,
  progress: Progress
): Promise<E.Either<Finding, Taken | Progress>> => {
  const { pauses, reported } = progress
  if (O.isSome(item) && item.value.info === info) return E.right({ info, reported })
  if (pauses >= MOST_PAUSES)
    return E.left(
      refusal('other preflights hold their probes in turn', 'Wait until they have ended, then run this again.')
    )
  const earlier = O.isSome(item) ? earlierProbe(item.value, clock) : undefined
  if (earlier?._tag === 'Foreign')
    return E.left(
      refusal(
        `the item ${id} is there, and no preflight wrote it`,
        'Find out who wrote it, and have the bootstrap principal remove it.'
      )
    )
  const unchanged = earlier !== undefined && earlier.info === progress.seen ? progress.unchanged : 0
  if (earlier !== undefined && (earlier.isOld || unchanged >= PAUSES_UNTIL_LEFT)) {
    const removed = await lock.release(id, earlier.info)()
    if (E.isLeft(removed)) return E.left(unansweredTake(removed.left))
    const found = removed.right ? [...reported, left(earlier.who, earlier.age)] : reported
    return E.right({ pauses: pauses + 1, seen: undefined, unchanged: 0, reported: found })
  }
  waiting('lock-works', 'another preflight has released its probe')()
  await pause(PAUSE)()
  return E.right({ pauses: pauses + 1, seen: earlier?.info, unchanged: unchanged + 1, reported })
}

/**
 * Takes the probe as OpenTofu takes its lock, or says why it could not be taken. A probe that another run holds is waited
 * for. One that stood unchanged for two minutes, by this run's own pauses, was left behind: it is removed and reported.
 * The clocks of two machines are never compared for this, but where a date is older than they can differ.
 */
export const takeProbe =
  (ports: TakePorts, hold: Hold, probe: Probe): TE.TaskEither<Finding, Taken> =>
  async () => {
    let progress: Progress = { pauses: 0, seen: undefined, unchanged: 0, reported: [] }
    for (;;) {
      if (hold.isEnded()) return E.left(refusal('the run was ended before the probe was taken', 'Run this again.'))
      const info = probe.infoAt(ports.clock.written(ports.clock.now()))
      hold.writing(info)
      const answer = await hold.during(ports.lock.take(probe.id, info))()
      if (E.isLeft(answer)) return E.left(unansweredTake(answer.left))
      if (answer.right) return E.right({ info, reported: progress.reported })
      const item = await ports.lock.read(probe.id)()
      if (E.isLeft(item)) return E.left(unansweredTake(item.left))
      const next = await afterRefusal(ports, probe, info, item.right, progress)
      if (E.isLeft(next)) return next
      if ('info' in next.right) return E.right(next.right)
      progress = next.right
    }
  }
