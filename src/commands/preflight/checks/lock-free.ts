import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type LockInfo, ageText, readLockInfo } from '../../../backend/lock-info.ts'
import { lockId } from '../../../iam/stack-names.ts'
import type { Clock } from '../../../outside/process/clock.port.ts'
import type { LockItem, LockItems } from '../../../outside/aws/lock-items.port.ts'
import { type Finding, failed, passed } from '../../../diagnostics/finding.ts'
import type { Subject } from '../subject.ts'
import { unanswered } from '../unanswered.ts'

type Ports = { readonly lock: LockItems; readonly clock: Clock }

const about = { id: 'lock-free', clause: 'J.6.2 §5', expected: 'nobody holds the lock of this state' } as const

const since = (created: string, clock: Clock): string =>
  pipe(
    clock.read(created),
    O.match(
      () => 'since a moment that is not written as one',
      (millis) => `since ${created} (${ageText(clock.now() - millis)})`
    )
  )

const heldBy = (subject: Subject, { ID, Operation, Who, Created }: LockInfo, clock: Clock): Finding =>
  failed({
    ...about,
    actual: `held by ${Who} ${since(Created, clock)} for ${Operation}, lock ${ID}`,
    remedy: [
      'wait until they are done, or ask them;',
      `when it is certain that this run is dead, a person removes the lock: tofu -chdir=out/${subject.file.stack} force-unlock ${ID};`,
      'never while it may still be writing, because two writers lose the state'
    ].join(' ')
  })

const unreadable = ({ wanted }: Subject): Finding =>
  failed({
    ...about,
    actual: 'an item that is no lock of OpenTofu: it says of nobody who holds it',
    remedy: `tofu force-unlock cannot remove it; find out who wrote it, and have the bootstrap principal remove ${lockId(wanted.declaration)} from ${wanted.table.name}`
  })

const judge = (subject: Subject, clock: Clock, item: O.Option<LockItem>): Finding =>
  pipe(
    item,
    O.match(
      () => passed({ ...about, actual: 'nobody does' }),
      ({ info }) =>
        pipe(
          O.fromNullable(info),
          O.flatMap(readLockInfo),
          O.match(
            () => unreadable(subject),
            (read) => heldBy(subject, read, clock)
          )
        )
    )
  )

/** Nobody holds the lock of the state; if somebody does, who, since when and for what, as it is recorded (J.6.2 §5). */
export const lockFree =
  (subject: Subject): RT.ReaderTask<Ports, ReadonlyArray<Finding>> =>
  ({ lock, clock }) =>
    pipe(
      lock.read(lockId(subject.wanted.declaration)),
      TE.match(
        (failure) => [unanswered(about.id, about.clause, about.expected, failure)],
        (item) => [judge(subject, clock, item)]
      )
    )
