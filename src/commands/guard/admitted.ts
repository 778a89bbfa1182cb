import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Credentials } from '../../outside/aws/identity.port.ts'
import type { GuardCommand } from './commands.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { atTerminal, notAutomated } from '../../caller/by-hand.ts'
import type { GuardSubject, Run } from './ports.ts'
import { lockPath } from './provider-lock.ts'
import type { Proven } from './prove.ts'
import { unlessObjected } from './steps.ts'
import { type Stop, notReadable } from './stop.ts'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'

/** How long credentials must still hold when a command starts, in minutes; a plan of a stack takes less than one. */
const leastMinutes: Readonly<Record<GuardCommand, number>> = { init: 5, plan: 15, apply: 15 }

const refused = (minutes: number, actual: string, remedy: string): Diagnostic => ({
  rule: 'credentials-last',
  clause: 'J.7.0 §4',
  expected: `credentials of a session that holds for at least ${minutes} minutes more, so that none ends half way`,
  actual,
  remedy
})

/**
 * Whether credentials hold until a command has ended; `now` in milliseconds since 1970. An end that nobody says is refused:
 * nothing shows that it is not the next minute.
 */
export const judgeLasting = (
  { expiration }: Credentials,
  command: GuardCommand,
  now: number
): ReadonlyArray<Diagnostic> => {
  const least = leastMinutes[command]
  if (expiration === undefined || !Number.isFinite(expiration))
    return [
      refused(
        least,
        'nothing says when these credentials end',
        'use a profile (AWS_PROFILE), or set AWS_CREDENTIAL_EXPIRATION to the moment that came with the keys: `aws configure export-credentials --format env` prints it'
      )
    ]
  const minutes = Math.floor((expiration - now) / 60_000)
  if (minutes >= least) return []
  return [
    refused(
      least,
      minutes < 0 ? 'they have ended' : `they end in ${minutes} minute${minutes === 1 ? '' : 's'}`,
      'take new credentials, and run this again'
    )
  ]
}

/** A person at a terminal (J.7.0 §2, §6), whose credentials last where they are known. */
export const admitted =
  ({ parent, command }: GuardSubject, proven?: Proven): Run<void> =>
  (ports) =>
    unlessObjected([
      ...notAutomated(parent),
      ...atTerminal(ports.person.isThere),
      ...(proven === undefined ? [] : judgeLasting(proven.credentials, command, ports.clock.now()))
    ])(ports)

/** All of preflight, for this command; the second time, after the question, it shows only what refuses. */
export const prove =
  ({ command }: GuardSubject, turn: 'first' | 'again'): Run<Proven> =>
  ({ prove: asked, tell }) =>
    pipe(
      TE.fromTask<Awaited<ReturnType<ReturnType<typeof asked>>>, Stop>(asked(command, turn)),
      TE.tapIO(({ results }) => tell({ _tag: 'Preflighted', results })),
      TE.flatMap(({ proven }) => (O.isNone(proven) ? TE.left<Stop>({ _tag: 'NotProven' }) : TE.right(proven.value))),
      TE.tapIO((proven) => tell({ _tag: 'Proven', proven }))
    )

/** All of a checkout that decides what is applied, and the way to it, belongs to this user or the administrator. */
export const checkoutUnchangedByOthers = ({ subject }: GuardSubject): Run<void> => {
  const { project, source, imports, file } = subject
  return pipe(
    (({ checkout }) =>
      pipe(
        checkout.changeable(project, ['.', '.git', file.path, lockPath(file.stack), source, ...imports]),
        TE.mapLeft(notReadable)
      )) satisfies Run<ReadonlyArray<string>>,
    RTE.flatMap((changeable) =>
      unlessObjected(
        changeable.map((path) => ({
          rule: 'checkout-unchanged-by-others',
          clause: 'J.7.0 §7',
          expected: 'a checkout that only you and the administrator of this machine can change',
          actual: `others can change ${path}`,
          remedy: `take their right to write away: chmod o-w ${path}; or work in a clone of your own`
        }))
      )
    )
  )
}
