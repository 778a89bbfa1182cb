import * as O from 'fp-ts/lib/Option.js'
import type { Sha256 } from '../../diagnostics/kinds.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import type { CheckResult } from '../preflight/result.ts'
import type { Silence, TofuEnd } from '../../outside/tofu/tofu.port.ts'
import type { Judged, Proven, ProviderLock } from './facts.ts'
import type { StateAt, TofuUsed } from './saved-plan.ts'
import { type Stop, stopLines } from './stop.ts'
import { PLAN_MINUTES } from './may-apply.ts'
import { counted, printable } from '../../command-line/printable.ts'
import { diagnosticsLines } from '../../command-line/diagnostic-text.ts'
import { planLines } from './plan-text.ts'
import { shellWord } from '../../caller/shell.ts'
import type { Paint } from '../../command-line/terminal.ts'
import type { Interruption } from '../../outside/terminal/terminal.port.ts'

/** What happens while the guard runs, in order, for the output and for the evidence. */
export type GuardEvent =
  | { readonly _tag: 'Preflighted'; readonly results: ReadonlyArray<CheckResult> }
  | { readonly _tag: 'Proven'; readonly proven: Proven }
  | {
      readonly _tag: 'Equipped'
      readonly tofu: TofuUsed
      readonly path: string
      readonly fileSha256: Sha256<'the emitted file'>
      readonly versions: Declaration['versions']
    }
  | { readonly _tag: 'Locked'; readonly providers: ProviderLock }
  | { readonly _tag: 'Running'; readonly command: string }
  | { readonly _tag: 'Ran'; readonly command: string; readonly end: TofuEnd }
  | { readonly _tag: 'Judged'; readonly judged: Judged }
  | { readonly _tag: 'Planned'; readonly planSha256: Sha256<'the plan'>; readonly hasChanges: boolean }
  | { readonly _tag: 'Saved' }
  | { readonly _tag: 'Confirmed' }
  /** From here on AWS may be changed. */
  | { readonly _tag: 'Applying' }
  /** After an apply no fresh plan could be made, with what tofu said. */
  | { readonly _tag: 'NotPlanned'; readonly stop: Stop }
  | { readonly _tag: 'After'; readonly findings: ReadonlyArray<Finding>; readonly state: StateAt | undefined }

const refusals = (paint: Paint, findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  diagnosticsLines(
    paint,
    findings.flatMap((finding) => (finding.outcome === 'failed' ? [finding] : []))
  )

const shownLines = (paint: Paint, { shown }: Judged): ReadonlyArray<string> =>
  O.isSome(shown) ? planLines(paint, shown.value.plan, shown.value.place) : []

const judgedLines = (paint: Paint, findings: ReadonlyArray<Finding>): ReadonlyArray<string> => {
  const failed = findings.filter(({ outcome }) => outcome === 'failed')
  return failed.length === 0
    ? [paint('green', `the plan passes: ${counted(findings.length, 'finding')}, none refuses`), '']
    : [...refusals(paint, findings)]
}

const afterLines = (paint: Paint, findings: ReadonlyArray<Finding>): ReadonlyArray<string> => [
  '',
  ...findings
    .filter(({ outcome }) => outcome === 'passed')
    .map(({ rule, actual }) => `  ${paint('green', 'proven')}  ${rule}: ${printable(actual)}`),
  ...refusals(paint, findings)
]

/** What the stack accepts of its provider; nothing where that is proven by run. */
const acceptedLines = (paint: Paint, { awsProvider, acceptedProof }: Declaration['versions']): ReadonlyArray<string> =>
  acceptedProof === undefined ? [] : [`  ${paint('yellow', 'accepts')}   AWS provider ${awsProvider}: ${acceptedProof}`]

/** The lines that a moment of a run is worth; none for those that are shown otherwise. */
export const eventLines = (paint: Paint, event: GuardEvent, source: string): ReadonlyArray<string> => {
  switch (event._tag) {
    case 'Preflighted':
      return event.results.flatMap((result) => (result._tag === 'Refused' ? refusals(paint, result.findings) : []))
    case 'Equipped':
      return [
        `  tofu      ${printable(event.path)}, OpenTofu ${event.tofu.version}`,
        `            sha256 ${event.tofu.sha256}`,
        ...acceptedLines(paint, event.versions)
      ]
    case 'Running':
      return [paint('dim', `  running   tofu ${event.command}`)]
    case 'Judged':
      return ['', ...shownLines(paint, event.judged), '', ...judgedLines(paint, event.judged.findings)]
    case 'Planned':
      return event.hasChanges ? [] : [paint('green', 'there is nothing to apply')]
    case 'Saved':
      return [
        '',
        `The plan is kept for ${PLAN_MINUTES} minutes. When you have read it, apply it by hand (J.7.0 §2):`,
        `  npm run tofu -- ${shellWord(source)} apply`
      ]
    case 'NotPlanned':
      return [
        '',
        'The apply has ended. A plan that shows whether anything is left could not be made:',
        ...stopLines(paint, event.stop, '')
      ]
    case 'After':
      return afterLines(paint, event.findings)
    case 'Proven':
    case 'Locked':
    case 'Ran':
    case 'Confirmed':
    case 'Applying':
      return []
    default:
      return event satisfies never
  }
}

const torn = (file: string): ReadonlyArray<string> => [
  'A torn apply leaves the lock taken, things in AWS that the state does not know, and maybe errored.tfstate, which alone',
  `knows them. The evidence of this run says what was begun. Who holds the lock: npm run preflight -- ${file}`
]

/** For what a command of tofu can wait, and what it may leave where it is made to end. */
const waits: Readonly<Record<string, readonly [on: string, left: string]>> = {
  init: ['the registry or the mirror of the provider, or the bucket', 'nothing is locked and nothing in AWS changes'],
  plan: ['the bucket, the lock table, or an interface of AWS that the provider asks', 'it then releases the lock'],
  apply: [
    'AWS to make what is planned, or to answer',
    'it ends what it has begun, stores the state and releases the lock'
  ]
}

/** How often a silence is said: after half a minute, and then whenever it has become twice as long. */
const isSaid = (seconds: number): boolean => Number.isInteger(Math.log2(Math.round(seconds / 30)))

/** What is said while tofu is silent: that it waits, for what, and what Ctrl-C would leave. */
export const silenceLines = ({ command, seconds, isHeard }: Silence): ReadonlyArray<string> => {
  const [on, left] = waits[command] ?? ['this machine: it reads what is there', 'nothing in AWS changes']
  if (!isSaid(seconds)) return []
  const again =
    command === 'plan' || command === 'apply' ? '; pressed twice it ends at once, and leaves the lock taken' : ''
  return [
    '',
    isHeard
      ? `tofu ${command} has said nothing for ${seconds} seconds. It waits for ${on}.`
      : `tofu ${command} has been at work for ${seconds} seconds. Where it says nothing, it waits for ${on}.`,
    'Where a proxy or a private network does not know one of these hosts, it waits in vain.',
    `Ctrl-C asks it to stop: ${left}${again}.`
  ]
}

/** What is said where the folder of a run stays, since the run ended before it was looked at. */
export const keptLines = (root: string, file: string): ReadonlyArray<string> => [
  '',
  `the folder of this run stays: ${printable(root)}`,
  `If ${printable(root)}/project/out has an errored.tfstate in it, that file alone knows what was made: keep it. Let no person`,
  `plan or apply before it is stored. Wait until no tofu is at work there; then look: npm run preflight -- ${file}`
]

/** What is said to a person who presses Ctrl-C while tofu runs, before tofu hears of it. */
export const interruptionLines = ({ asked, isTerminalGone }: Interruption, file: string): ReadonlyArray<string> => {
  if (isTerminalGone) return ['the terminal is gone; tofu goes on, and the evidence says how it ended']
  if (asked === 1)
    return [
      '',
      'tofu is asked to stop. It ends what it has begun, stores the state and releases the lock: wait for it.',
      'Another Ctrl-C makes it end at once.',
      ...torn(file)
    ]
  return ['', 'tofu is asked again, and ends at once.', ...torn(file)]
}
