import * as TE from 'fp-ts/lib/TaskEither.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type OwnLock, lockFree } from '../preflight/checks/lock-free.ts'
import type { GuardCommand } from './commands.ts'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import type { Proven } from './facts.ts'
import type { Stop } from './stop.ts'

/** What OpenTofu writes into a lock that a command takes. Source: OpenTofu 1.12, internal/backend/operation_type.go. */
const operations: Readonly<Record<GuardCommand, ReadonlyArray<string>>> = {
  init: [],
  plan: ['OperationTypePlan'],
  // A fresh plan follows the apply.
  apply: ['OperationTypeApply', 'OperationTypePlan']
}

/** What a lock bears that was taken by this run, of which preflight found the lock free at `since`. */
export const ownLock = ({ command }: GuardSubject, { who }: Pick<GuardPorts, 'who'>, since: number): OwnLock => ({
  who,
  operations: operations[command],
  since
})

/** A stop with what was seen after it. That is the answer of AWS that tofu named, and whether the lock is free by these findings. */
export const withSeen = (
  { subject }: GuardSubject,
  { refusalIn }: Pick<GuardPorts, 'refusalIn'>,
  stop: Stop,
  findings: ReadonlyArray<Finding>
): T.Task<Stop> =>
  stop._tag !== 'TofuFailed'
    ? T.of(stop)
    : pipe(
        refusalIn(stop.said, subject.wanted.declaration.region.aws),
        T.map((refusal) => {
          const isLockFree = findings.every(({ outcome }) => outcome === 'passed')
          return { ...stop, seen: { refusal, isLockFree } }
        })
      )

/** Looks at the lock wherever a command of tofu ended badly, whichever it was, and tells whose lock is left. */
export const lookingAtLock =
  <A>(of: GuardSubject, { aws }: Pick<Proven, 'aws'>, run: Run<A>): Run<A> =>
  (ports) => {
    const own = ownLock(of, ports, ports.clock.now())
    return pipe(
      run(ports),
      TE.orElse((stop): TE.TaskEither<Stop, A> =>
        stop._tag === 'TofuFailed'
          ? pipe(
              TE.fromTask(lockFree(of.subject, own)({ ...aws, clock: ports.clock })),
              TE.tapIO((findings) => ports.tell({ _tag: 'After', findings, state: undefined })),
              TE.flatMapTask((findings) => withSeen(of, ports, stop, findings)),
              TE.flatMap((seen) => TE.left<Stop, A>(seen))
            )
          : TE.left<Stop, A>(stop)
      )
    )
  }
