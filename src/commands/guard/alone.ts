import { machine } from '../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { lockId } from '../../iam/stack-names.ts'
import type { Holder } from '../../outside/private/run-folder.port.ts'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import { type Stop, notAllowed, notKept } from './stop.ts'

const busy = (stack: string, { command, pid, since, user }: Holder, { clock }: GuardPorts): Stop =>
  notAllowed([
    {
      rule: 'run-alone',
      clause: 'J.6.2 §5',
      from: machine('the runs of this machine'),
      expected: `no other run on ${stack} on this machine`,
      actual: `${command} has been at work since ${clock.written(since)}, as process ${pid}${user === undefined ? '' : ` of the user ${user}`}`,
      remedy:
        user === undefined
          ? 'Let it end, or end it with Ctrl-C in its terminal; then run this again.'
          : `Let it end, or ask the user ${user} of this machine to end it; then run this again.`
    }
  ])

/**
 * Runs where no other run, of any user, is at work on the same state on this machine. A second run is told whose run the
 * first one is. So a plan cannot be replaced while its apply asks.
 */
export const alone =
  <A>({ subject: { file, wanted }, command }: GuardSubject, run: Run<A>): Run<A> =>
  (ports) =>
    TE.bracket(
      pipe(
        ports.runs.take(
          `${file.stack}-${ports.sha256(lockId(wanted.declaration)).slice(0, 16)}`,
          command,
          ports.clock.now()
        ),
        TE.mapLeft(notKept),
        TE.flatMapEither(E.mapLeft((holder) => busy(file.stack, holder, ports)))
      ),
      () => run(ports),
      (release) => TE.fromTask(release)
    )
