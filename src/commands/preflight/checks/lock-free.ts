import { answerOf } from '../../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type LockInfo, ageText, readLockInfo } from '../../../backend/lock-info.ts'
import { lockId } from '../../../iam/stack-names.ts'
import { routeExports, shellWord } from '../../../caller/shell.ts'
import type { Clock } from '../../../outside/process/clock.port.ts'
import type { LockItem, LockItems } from '../../../outside/aws/state.port.ts'
import { type Finding, failed, passed } from '../../../diagnostics/finding.ts'
import type { Subject } from '../subject.ts'
import { unanswered } from '../setting-findings.ts'

type Ports = { readonly lock: LockItems; readonly clock: Clock }

const about = {
  rule: 'lock-free',
  clause: 'J.6.2 §5',
  from: answerOf('DynamoDB GetItem'),
  expected: 'a free lock of this state'
} as const

const since = (created: string, clock: Clock): string =>
  pipe(
    clock.read(created),
    O.match(
      () => 'since a time that cannot be read',
      (millis) => `since ${created} (${ageText(clock.now() - millis)})`
    )
  )

/** One line to copy: the guard never initialises the checkout, and force-unlock needs that. */
const unlock = ({ file: { stack }, route }: Subject, { ID }: LockInfo): string =>
  [
    ...routeExports(route),
    `tofu -chdir=out/${stack} init -lockfile=readonly`,
    `tofu -chdir=out/${stack} force-unlock ${ID}`
  ].join(' && ')

const heldBy = (subject: Subject, info: LockInfo, clock: Clock): Finding =>
  failed({
    ...about,
    actual: `held by ${info.Who} ${since(info.Created, clock)} for ${info.Operation}, lock ${info.ID}`,
    unnamed: `held ${since(info.Created, clock)} for ${info.Operation}, lock ${info.ID}`,
    remedy: [
      'Wait until they are done, or ask them.',
      `When it is certain that this run is dead, remove the lock by hand: ${unlock(subject, info)};`,
      'never do so while it may still write, because two writers lose the state.'
    ].join(' ')
  })

/** The marks of a lock that a run of the guard took. The lock was free at `since`, and that run's tofu has ended. */
export type OwnLock = {
  /** `user@host`, as OpenTofu writes it. */
  readonly who: string
  /** OpenTofu's names for what the run does. */
  readonly operations: ReadonlyArray<string>
  /** Milliseconds since 1970 by the clock of this machine, which is the clock that tofu wrote the lock by. */
  readonly since: number
}

const isOwn = ({ Who, Operation, Created }: LockInfo, own: OwnLock, clock: Clock): boolean =>
  Who === own.who &&
  own.operations.includes(Operation) &&
  pipe(
    clock.read(Created),
    O.exists((millis) => millis >= own.since && millis <= clock.now())
  )

const leftText = ({ ID, Created, Operation }: LockInfo, who: string, clock: Clock): string =>
  `${ID}, which this run's own tofu took and did not release: the lock was free before, ${who} holds it ${since(Created, clock)} for ${Operation}, which is after this run began, and its tofu has ended`

/**
 * A lock that this run's own tofu left. Where the answer to tofu's own request is lost, tofu asks again and is refused by
 * its own lock, which stays.
 */
const leftByThisRun = (subject: Subject, info: LockInfo, clock: Clock): Finding =>
  failed({
    ...about,
    actual: leftText(info, info.Who, clock),
    unnamed: leftText(info, 'this user', clock),
    remedy: [
      `If you started no other tofu on this stack meanwhile, remove the lock: ${unlock(subject, info)};`,
      `then npm run tofu -- ${shellWord(subject.source)} plan.`
    ].join(' ')
  })

const unreadable = ({ wanted }: Subject): Finding =>
  failed({
    ...about,
    actual: "an item in the lock's place that OpenTofu did not write; its holder is unknown",
    remedy: `Find out who wrote it, and have the bootstrap principal remove ${lockId(wanted.declaration)} from ${wanted.table.name}: tofu force-unlock cannot.`
  })

const judge = (subject: Subject, clock: Clock, item: O.Option<LockItem>, own: OwnLock | undefined): Finding =>
  pipe(
    item,
    O.match(
      (): Finding => passed({ ...about, actual: 'free' }),
      ({ info }) =>
        pipe(
          O.fromNullable(info),
          O.flatMap(readLockInfo),
          O.match(
            () => unreadable(subject),
            (read) =>
              own !== undefined && isOwn(read, own, clock)
                ? leftByThisRun(subject, read, clock)
                : heldBy(subject, read, clock)
          )
        )
    )
  )

/** What AWS says of the item in the lock's place. */
export const readLock =
  ({ wanted }: Subject) =>
  ({ lock }: Pick<Ports, 'lock'>): ReturnType<LockItems['read']> =>
    lock.read(lockId(wanted.declaration))

/**
 * The lock of the state is free. If it is held, the finding says by whom, since when and for what, as it is recorded (J.6.2
 * §5). Given the marks of a lock of one's own, one's own is told apart from another's.
 */
export const lockFree =
  (subject: Subject, own?: OwnLock): RT.ReaderTask<Ports, ReadonlyArray<Finding>> =>
  ({ lock, clock }) =>
    pipe(
      readLock(subject)({ lock }),
      TE.match(
        (failure) => [unanswered(about.rule, about.clause, about.expected, failure)],
        (item) => [judge(subject, clock, item, own)]
      )
    )
