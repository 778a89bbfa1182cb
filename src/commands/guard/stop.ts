import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Objection } from '../../diagnostics/finding.ts'
import type { PrivateFailure } from '../../outside/private/failure.port.ts'
import type { ReadFailure } from '../../outside/files/read-failure.port.ts'
import type { TofuEnd } from '../../outside/tofu/process.port.ts'

/** Why a run ended before its end. Nothing was changed in AWS, unless tofu was applying. */
export type Stop =
  | { readonly _tag: 'NotAllowed'; readonly objections: ReadonlyNonEmptyArray<Objection> }
  /** Preflight refused; its results say why. */
  | { readonly _tag: 'NotProven' }
  | { readonly _tag: 'NoTofu' }
  | { readonly _tag: 'NotReadable'; readonly failure: ReadFailure }
  /** The system or the privacy of a place that the guard keeps something in. */
  | { readonly _tag: 'NotKept'; readonly failure: PrivateFailure }
  /** The plan was judged, and refused; what was told of it says why. */
  | { readonly _tag: 'PlanRefused' }
  | { readonly _tag: 'NotConfirmed' }
  | { readonly _tag: 'TofuFailed'; readonly command: string; readonly end: TofuEnd; readonly said: string }

export const notAllowed = (objections: ReadonlyNonEmptyArray<Objection>): Stop => ({ _tag: 'NotAllowed', objections })
export const notKept = (failure: PrivateFailure): Stop => ({ _tag: 'NotKept', failure })
export const notReadable = (failure: ReadFailure): Stop => ({ _tag: 'NotReadable', failure })
