import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AwsFailure } from '../../ports/aws-failure.ts'
import type { LockItem, LockItems } from '../../ports/lock-items.ts'
import { type Finding, judged } from '../finding.ts'
import { unanswered } from '../unanswered.ts'
import type { Hold } from './hold.ts'
import type { Probe } from './probe.ts'

const REMEDY = 'let nobody plan or apply: a lock that does not lock loses states; ask AWS what stands in its place'

type Step = { readonly id: string; readonly expected: string }

/** A step of the proof: its answer, judged; or a refusal, when there is none. */
const step = <A>(
  { id, expected }: Step,
  call: TE.TaskEither<AwsFailure, A>,
  isRight: (answer: A) => boolean,
  actual: (answer: A) => string
): T.Task<Finding> =>
  pipe(
    call,
    TE.match(
      (failure) => unanswered(id, 'J.7.0 §4', expected, failure),
      (answer) => judged(isRight(answer), { id, clause: 'J.7.0 §4', expected, actual: actual(answer), remedy: REMEDY })
    )
  )

const wasItThere = (wasRefused: boolean): string => (wasRefused ? 'refused' : 'accepted')

const shown = (item: O.Option<LockItem>): string =>
  O.isNone(item) ? 'no item' : `an item${item.value.info === undefined ? ' without Info' : ' with another Info'}`

/**
 * Whether the lock that the probe holds is one: while it is held a second holder is refused, and so is a release by
 * somebody else; a consistent read gives what was written; its own release is accepted; then nothing of it is left,
 * though another run may have begun.
 */
export const tryProbe = (lock: LockItems, hold: Hold, { id, info, other }: Probe): T.Task<ReadonlyArray<Finding>> => {
  const isOurs = (item: O.Option<LockItem>): boolean =>
    O.isSome(item) && (item.value.info === info || item.value.info === other)
  const held = hold.during(
    T.sequenceArray([
      step(
        { id: 'lock-refuses', expected: 'a second holder, refused' },
        lock.take(id, other),
        (isTaken) => !isTaken,
        (isTaken) => wasItThere(!isTaken)
      ),
      step(
        { id: 'lock-keeps', expected: 'a release by somebody who does not hold it, refused' },
        lock.release(id, other),
        (isReleased) => !isReleased,
        (isReleased) => wasItThere(!isReleased)
      ),
      step(
        { id: 'lock-reads', expected: 'a consistent read gives what was written' },
        lock.read(id),
        (item) => O.isSome(item) && item.value.info === info,
        (item) => (O.isSome(item) && item.value.info === info ? 'what was written' : shown(item))
      )
    ])
  )
  const released = step(
    { id: 'lock-releases', expected: 'the release by its holder, accepted' },
    hold.during(lock.release(id, info)),
    (isReleased) => isReleased,
    (isReleased) => wasItThere(!isReleased)
  )
  const gone = step(
    { id: 'lock-gone', expected: 'a consistent read finds nothing of this run any more' },
    lock.read(id),
    (item) => !isOurs(item),
    (item) => (isOurs(item) ? 'what this run wrote' : O.isNone(item) ? 'nothing' : 'the probe of another run')
  )
  return pipe(
    T.Do,
    T.bind('while', () => held),
    T.bind('then', () => released),
    T.bind('last', () => gone),
    T.map(({ while: during, then, last }) => [...during, then, last])
  )
}
