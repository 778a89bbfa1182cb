import type { Objection } from '../../diagnostics/finding.ts'
import type { Credentials } from '../../outside/aws/credentials.port.ts'
import type { GuardCommand } from './command.ts'

/** How long credentials must still hold when a command starts, in minutes; a plan of a stack takes less than one. */
const leastMinutes: Readonly<Record<GuardCommand, number>> = { init: 5, plan: 15, apply: 15 }

const refused = (minutes: number, actual: string, remedy: string): Objection => ({
  id: 'credentials-last',
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
): ReadonlyArray<Objection> => {
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
