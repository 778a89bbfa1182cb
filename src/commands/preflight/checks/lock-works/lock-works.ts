import { answerOf } from '../../../../diagnostics/origin.ts'
import type * as IO from 'fp-ts/lib/IO.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { digestId } from '../../../../iam/stack-names.ts'
import type { Principal } from '../../../../caller/caller.ts'
import { type Finding, passed } from '../../../../diagnostics/finding.ts'
import type { Subject } from '../../subject.ts'
import { unanswered } from '../../setting-findings.ts'
import { holdOn, probeOf } from './probe.ts'
import { type TakePorts, takeProbe } from './take-probe.ts'
import { tryProbe } from './try-probe.ts'

/** What the proof of the lock needs of the outside. */
export type LockWorksPorts = TakePorts & {
  /** A unique id. */
  readonly newId: IO.IO<string>
  /** Keeps what must be done should the process be ended now; none when there is nothing any more. */
  readonly keep: (undo: O.Option<T.Task<void>>) => IO.IO<void>
}

const taken: Finding = passed({
  rule: 'lock-accepts',
  clause: 'J.7.0 §4',
  from: answerOf('DynamoDB PutItem'),
  expected: 'a write on the condition that the lock is free, accepted',
  actual: 'accepted'
})

const digestReadable = (subject: Subject, { lock }: TakePorts): T.Task<Finding> =>
  pipe(
    lock.read(digestId(subject.wanted.declaration)),
    TE.match(
      (failure): Finding => unanswered('digest-readable', 'J.7.0 §3.2', 'the digest of the state can be read', failure),
      (item) =>
        passed({
          rule: 'digest-readable',
          clause: 'J.7.0 §3.2',
          from: answerOf('DynamoDB GetItem'),
          expected: 'the digest of the state can be read',
          actual: O.isSome(item) ? 'read' : 'there is none yet'
        })
    )
  )

const isProvenGone = (findings: ReadonlyArray<Finding>): boolean =>
  findings.some(({ rule, outcome }) => rule === 'lock-gone' && outcome === 'passed')

/**
 * Proves the lock by taking one (J.7.0 §4). It is on an id of its own, so that no plan waits for it. In every case, what was
 * written is removed; where that could not be seen, it is tried once more at the end.
 */
export const lockWorks =
  (subject: Subject, principal: Principal): RT.ReaderTask<LockWorksPorts, ReadonlyArray<Finding>> =>
  (ports) => {
    const { clock, lock, keep, newId } = ports
    const proven = pipe(
      T.fromIO(() => probeOf(subject.wanted.declaration, principal, clock.written(clock.now()), [newId(), newId()])),
      T.flatMap((probe) => {
        const hold = holdOn(lock, probe)
        return pipe(
          T.fromIO(keep(O.some(hold.end))),
          T.flatMap(() => takeProbe(ports, hold, probe)),
          TE.matchE(
            (refusal) => T.of<ReadonlyArray<Finding>>([refusal]),
            ({ info, reported }) =>
              pipe(
                hold.isEnded() ? T.of<ReadonlyArray<Finding>>([]) : tryProbe({ lock, clock }, hold, probe, info),
                T.map((findings) => [...reported, taken, ...findings])
              )
          ),
          T.flatMap((findings) =>
            isProvenGone(findings)
              ? T.of(findings)
              : pipe(
                  hold.end,
                  T.map(() => findings)
                )
          ),
          T.tap(() => T.fromIO(keep(O.none)))
        )
      })
    )
    return pipe(
      T.Do,
      T.apS('digest', digestReadable(subject, ports)),
      T.apS('proven', proven),
      T.map(({ digest, proven: findings }) => [...findings, digest])
    )
  }
