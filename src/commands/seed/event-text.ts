import type { SeedEvent } from './event.ts'
import { stepText } from './step.ts'
import { awsFailureText } from '../../backend/aws-failure-text.ts'
import type { Paint } from '../../command-line/terminal.ts'
import { printable } from '../../command-line/printable.ts'

/** The line that a moment of a run is worth; none for those that are shown otherwise. */
export const eventLines = (paint: Paint, event: SeedEvent): ReadonlyArray<string> => {
  switch (event._tag) {
    case 'Did':
      return [`${paint('green', 'done')}     ${stepText(event.step)}`]
    case 'Waiting':
      return [`${paint('dim', 'waiting')}  ${event.thing}: until ${event.for}`]
    case 'Retrying':
      return [
        `${paint('yellow', 'again')}    ${printable(awsFailureText(event.failure))}; attempt ${event.failure.attempts + 1} of ${event.ofAttempts} in ${event.millis / 1000} s`
      ]
    case 'Identified':
    case 'Decided':
    case 'Confirmed':
    case 'Began':
    case 'Ready':
      return []
    default:
      return event satisfies never
  }
}
