import { originOfCredentials } from '../../caller/credential-sources.ts'
import type { Origin } from '../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Called } from '../../caller/seen-role.ts'
import { signIn } from '../../caller/shell.ts'
import type { CheckName } from './check-names.ts'
import { type Finding, failed } from '../../diagnostics/finding.ts'
import { type Identified, identity } from './checks/identity.ts'
import { type Live, live } from './live.ts'
import { type LivePorts, type PreflightPorts, telling } from './ports.ts'
import { type CheckResult, resultOf } from './result.ts'
import type { Subject } from './subject.ts'

const noCredentials = (from: Origin, message: string): Finding =>
  failed({
    rule: 'credentials',
    clause: 'J.7.0 §4',
    from,
    expected: 'credentials of the operator role or of the bootstrap principal, from one source',
    actual: message,
    remedy: signIn(message)
  })

type Opened = Identified & { readonly aws: LivePorts }

const identified = (subject: Subject, ports: PreflightPorts): TE.TaskEither<Finding, Opened> =>
  pipe(
    TE.fromTask(ports.sharedConfig),
    TE.map((shared) => originOfCredentials({ variables: ports.variables, shared })),
    TE.flatMap((from) =>
      pipe(
        ports.open,
        TE.mapLeft((message) => noCredentials(from, message)),
        TE.flatMap((aws) =>
          pipe(
            identity(subject, from)(aws),
            TE.map((known) => ({ ...known, aws }))
          )
        )
      )
    )
  )

/** What was seen of AWS, and who asked. */
export type Seen = Live & { readonly called: O.Option<Called> }

const none: Seen = { results: [], whole: O.none, called: O.none }

/** Identity first and alone; where it is refused, nothing else is asked (J.7.0 §4). */
export const online = (
  subject: Subject,
  rest: ReadonlyArray<CheckName>,
  ports: PreflightPorts,
  offline: ReadonlyArray<CheckResult>
): T.Task<Seen> => {
  const told = telling(ports)
  const without = (because: CheckName, rest: ReadonlyArray<CheckName>): T.Task<ReadonlyArray<CheckResult>> =>
    T.traverseArray((check: CheckName) => told.leaveOut(check, because))(rest)
  if (rest.length === 0) return T.of(none)
  if (!offline.some(({ check, _tag }) => check === 'environment' && _tag === 'Proven'))
    return pipe(
      without('environment', rest),
      T.map((results) => ({ ...none, results }))
    )
  const after = rest.filter((name) => name !== 'identity')
  return pipe(
    told.began('identity'),
    T.flatMap(() => identified(subject, ports)),
    TE.matchE(
      (refusal) =>
        pipe(
          told.ended(resultOf('identity', [refusal])),
          T.flatMap((known) =>
            pipe(
              without('identity', after),
              T.map((results): Seen => ({ ...none, results: [known, ...results] }))
            )
          )
        ),
      ({ called, findings, aws }) =>
        pipe(
          told.ended(resultOf('identity', findings)),
          T.flatMap((known) =>
            pipe(
              live(subject, after, ports, aws, called.principal),
              T.map(({ results, whole }): Seen => ({
                results: [known, ...results],
                whole,
                called: O.some(called)
              }))
            )
          )
        )
    )
  )
}
