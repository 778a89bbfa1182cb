import type { Sourced } from '../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { PrivateFailure, ReadFailure } from '../../outside/files/files.port.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import { awsFailureRemedy } from '../../backend/aws-failure-text.ts'
import type { TofuEnd } from '../../outside/tofu/tofu.port.ts'
import { redacted } from '../../charter/redacted.ts'
import { diagnosticsLines, stoppedLines } from '../../command-line/diagnostic-text.ts'
import { noTofu } from '../preflight/foreseen/judge-foreseen.ts'
import type { Paint } from '../../command-line/terminal.ts'
import { printable, visible } from '../../command-line/printable.ts'

/** Why a run ended before its end. Nothing was changed in AWS, unless tofu was applying. */
export type Stop =
  | { readonly _tag: 'NotAllowed'; readonly diagnostics: ReadonlyNonEmptyArray<Sourced<Diagnostic>> }
  /** Preflight refused; its results say why. */
  | { readonly _tag: 'NotProven' }
  | { readonly _tag: 'NoTofu' }
  | { readonly _tag: 'NotReadable'; readonly failure: ReadFailure }
  /** The system or the privacy of a place that the guard keeps something in. */
  | { readonly _tag: 'NotKept'; readonly failure: PrivateFailure }
  /** The plan was judged, and refused; what was told of it says why. */
  | { readonly _tag: 'PlanRefused' }
  | { readonly _tag: 'NotConfirmed' }
  | {
      readonly _tag: 'TofuFailed'
      readonly command: string
      readonly end: TofuEnd
      readonly said: string
      /** What was seen after it, where something could be asked. */
      readonly seen?: Seen
    }

/** What was seen after tofu ended badly: the answer of AWS that it named, and whether the lock is free. */
export type Seen = { readonly refusal: O.Option<AwsFailure>; readonly isLockFree: boolean }

export const notAllowed = (diagnostics: ReadonlyNonEmptyArray<Sourced<Diagnostic>>): Stop => ({
  _tag: 'NotAllowed',
  diagnostics
})
export const notKept = (failure: PrivateFailure): Stop => ({ _tag: 'NotKept', failure })
export const notReadable = (failure: ReadFailure): Stop => ({ _tag: 'NotReadable', failure })

/** The folders below the state home; what else is refused lies in the checkout, in TMPDIR, or is tofu. */
const OF_STATE = /\/zenthea-foundation\/(?:evidence|plans|programs|providers|runs)(?:\/|$)/

const privateLines = (paint: Paint, failure: PrivateFailure): ReadonlyArray<string> => {
  switch (failure._tag) {
    case 'SystemRefused':
      return stoppedLines(
        paint,
        'system-refused',
        `the system refuses ${printable(failure.path)}: ${printable(failure.message)}`,
        OF_STATE.test(failure.path)
          ? 'Correct what the system says, or name another folder in XDG_STATE_HOME, absolute and outside of the project. Then run this again.'
          : 'Correct what the system says, and run this again.'
      )
    case 'NotPrivate':
      return stoppedLines(
        paint,
        'not-private',
        `${printable(failure.path)} ${failure.why}: what a run keeps is for its user alone`,
        'Take the rights of others away, or name another folder in XDG_STATE_HOME, HOME or TMPDIR.'
      )
    default:
      return failure satisfies never
  }
}

/** Text of tofu without secrets, with what a terminal would obey written out; its lines stay lines. */
const saidLines = (said: string): ReadonlyArray<string> =>
  said === ''
    ? []
    : said
        .trimEnd()
        .split('\n')
        .map((line) => visible(redacted(line)))

/** What OpenTofu recommends beside each error of a lock, which does harm where the lock is free. */
const ADVICE = /force-unlock|-lock=false/

/** The way out of what AWS answered to tofu, and what is true of the lock that tofu speaks of. */
const wayOut = (text: string, seen: Seen | undefined): string | undefined => {
  const told = [
    ...(seen !== undefined && O.isSome(seen.refusal) ? [awsFailureRemedy(seen.refusal.value)] : []),
    ...(seen?.isLockFree === true && ADVICE.test(text)
      ? ['The lock is free: follow no advice of OpenTofu on force-unlock or -lock=false, and run the command again.']
      : [])
  ]
  return told.length === 0 ? undefined : printable(told.join(' '), 2000)
}

/** Why the guard stopped, and what to do about it. */
export const stopLines = (paint: Paint, stop: Stop, environment: string): ReadonlyArray<string> => {
  switch (stop._tag) {
    case 'NotAllowed':
      return [paint('red', 'refused'), '', ...diagnosticsLines(paint, stop.diagnostics)]
    case 'NotProven':
      return stoppedLines(paint, 'not-proven', 'refused: not everything is proven')
    case 'NoTofu':
      return [paint('red', 'refused'), '', ...diagnosticsLines(paint, [noTofu('there is none on PATH')])]
    case 'NotReadable':
      return stoppedLines(
        paint,
        'not-readable',
        `${printable(stop.failure.what)} cannot be read: ${printable(stop.failure.cause)}`,
        'Remove this cause, then run the command again.'
      )
    case 'NotKept':
      return privateLines(paint, stop.failure)
    case 'PlanRefused':
      return stoppedLines(paint, 'plan-refused', 'refused: this plan may not be applied, and it is not kept')
    case 'NotConfirmed':
      return stoppedLines(
        paint,
        'not-confirmed',
        `You typed another name. Nothing was applied, and the plan is kept. Expected: ${environment}`
      )
    case 'TofuFailed':
      return [
        ...saidLines(stop.said),
        ...stoppedLines(
          paint,
          'tofu-failed',
          `tofu ${stop.command} ended with ${stop.end.code}`,
          wayOut(stop.said, stop.seen)
        )
      ]
    default:
      return stop satisfies never
  }
}
