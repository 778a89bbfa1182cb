import { answerOf } from '../../../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AwsFailure } from '../../../../outside/aws/failure.port.ts'
import type { LockItem } from '../../../../outside/aws/state.port.ts'
import { type Finding, judged } from '../../../../diagnostics/finding.ts'
import { unanswered } from '../../setting-findings.ts'
import type { Hold, Probe } from './probe.ts'
import type { TakePorts } from './take-probe.ts'

const ALARM = 'Stop every plan and apply: a lock that does not lock loses states. Ask AWS what answers in its place.'

/** From this age on, in milliseconds, another preflight may have taken the probe for one that was left behind. */
const MAY_BE_REMOVED = 100_000

const CALM =
  'Run this again. The probe stood so long that another preflight may have removed it; the lock itself may be right.'

type Step = {
  readonly rule: string
  /** The call of DynamoDB whose answer is judged. */
  readonly asked: 'PutItem' | 'GetItem' | 'DeleteItem'
  readonly expected: string
  readonly remedy: () => string
}

/** A step of the proof: its answer, judged; or a refusal, when there is none. */
const step = <A>(
  { rule, asked, expected, remedy }: Step,
  call: TE.TaskEither<AwsFailure, A>,
  isRight: (answer: A) => boolean,
  actual: (answer: A) => string
): T.Task<Finding> =>
  pipe(
    call,
    TE.match(
      (failure): Finding => unanswered(rule, 'J.7.0 §4', expected, failure),
      (answer) =>
        judged(isRight(answer), {
          rule,
          clause: 'J.7.0 §4',
          from: answerOf(`DynamoDB ${asked}`),
          expected,
          actual: actual(answer),
          remedy: remedy()
        })
    )
  )

const wasItThere = (wasRefused: boolean): string => (wasRefused ? 'refused' : 'accepted')

const shown = (item: O.Option<LockItem>): string =>
  O.isNone(item) ? 'no item' : `an item${item.value.info === undefined ? ' without Info' : ' with another Info'}`

/**
 * Proves that the lock excludes. While the probe `info` is held a second holder must be refused, and so must a release by
 * somebody else, and a consistent read must give what was written. Its own release must be accepted; afterwards nothing
 * of this run may be left. Where the calls took so long that another run may have removed the probe, the words say so.
 */
export const tryProbe =
  (
    { lock, clock }: Pick<TakePorts, 'lock' | 'clock'>,
    hold: Hold,
    { id, other }: Probe,
    info: string
  ): T.Task<ReadonlyArray<Finding>> =>
  async () => {
    const began = clock.now()
    const remedy = (): string => (clock.now() - began >= MAY_BE_REMOVED ? CALM : ALARM)
    const isOurs = (item: O.Option<LockItem>): boolean =>
      O.isSome(item) && (item.value.info === info || item.value.info === other)
    const whileHeld = await hold.during(
      T.sequenceArray([
        step(
          { rule: 'lock-refuses', asked: 'PutItem', expected: 'a second holder, refused', remedy },
          lock.take(id, other),
          (isTaken) => !isTaken,
          (isTaken) => wasItThere(!isTaken)
        ),
        step(
          {
            rule: 'lock-keeps',
            asked: 'DeleteItem',
            expected: 'a release by a run that does not hold it, refused',
            remedy
          },
          lock.release(id, other),
          (isReleased) => !isReleased,
          (isReleased) => wasItThere(!isReleased)
        ),
        step(
          { rule: 'lock-reads', asked: 'GetItem', expected: 'a consistent read gives what was written', remedy },
          lock.read(id),
          (item) => O.isSome(item) && item.value.info === info,
          (item) => (O.isSome(item) && item.value.info === info ? 'what was written' : shown(item))
        )
      ])
    )()
    const release = await hold.during(lock.release(id, info))()
    const released = await step(
      { rule: 'lock-releases', asked: 'DeleteItem', expected: 'the release by its holder, accepted', remedy },
      T.of(release),
      (isReleased) => isReleased,
      (isReleased) => wasItThere(!isReleased)
    )()
    const gone = await step(
      { rule: 'lock-gone', asked: 'GetItem', expected: 'a consistent read finds nothing of this run any more', remedy },
      lock.read(id),
      (item) => !isOurs(item),
      (item) => (isOurs(item) ? 'what this run wrote' : O.isNone(item) ? 'nothing' : 'the probe of another run')
    )()
    return [...whileHeld, released, gone]
  }
