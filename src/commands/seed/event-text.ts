import { shellWord } from '../../caller/shell.ts'
import type { Ledger, SeedEvent } from './event.ts'
import { type Step, type Thing, stepText } from './step.ts'
import { awsFailureText } from '../../backend/aws-failure-text.ts'
import type { Paint } from '../../command-line/terminal.ts'
import { printable } from '../../command-line/printable.ts'
import type { Decision } from './decide.ts'
import type { Wanted } from '../../backend/wanted.ts'

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
      return []
    default:
      return event satisfies never
  }
}

const ofThing = (thing: Thing, step: Step): boolean => step.includes('table') === (thing === 'table')

const firstOf: Readonly<Record<Thing, Step>> = { bucket: 'create bucket', table: 'create table' }

const standing = (thing: Thing, decision: Decision, { did, doing }: Ledger): ReadonlyArray<string> => {
  const done = did.filter((step) => ofThing(thing, step))
  const current = doing !== undefined && ofThing(thing, doing) ? doing : undefined
  if (decision._tag === 'Keep') return ['there before, and as declared']
  if (decision._tag === 'Make' && done.length === 0)
    return [current === firstOf[thing] ? 'not known to exist: its creation was begun' : 'not created']
  const open =
    decision._tag === 'Refuse' ? [] : decision.steps.filter((step) => !done.includes(step) && step !== current)
  return [
    decision._tag === 'Make' ? 'created' : 'there before, half made',
    ...done.filter((step) => step !== firstOf[thing]).map((step) => `  done       ${stepText(step)}`),
    ...(current === undefined ? [] : [`  not known  ${stepText(current)}`]),
    ...open.map((step) => `  not done   ${stepText(step)}`)
  ]
}

const thingLines = (thing: Thing, name: string, decision: Decision, ledger: Ledger): ReadonlyArray<string> => {
  const [first = '', ...rest] = standing(thing, decision, ledger)
  return [`  ${thing} ${name}: ${first}`, ...rest.map((line) => `  ${line}`)]
}

/**
 * What exists when a run ends early, and what to do next. `mayFinish` is false where another run would refuse what is there.
 */
export const existsLines = (ledger: Ledger, wanted: Wanted, source: string, mayFinish = true): ReadonlyArray<string> =>
  ledger.decided === undefined || !ledger.isConfirmed
    ? ['nothing was created']
    : [
        'What exists now',
        ...thingLines('bucket', wanted.bucket.name, ledger.decided.bucket, ledger),
        ...thingLines('table', wanted.table.name, ledger.decided.table, ledger),
        ...(mayFinish
          ? [
              `Run npm run seed -- ${shellWord(source)} again: it finishes what is missing and changes nothing that is right.`
            ]
          : [])
      ]
