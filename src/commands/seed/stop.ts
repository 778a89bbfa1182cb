import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Objection } from '../../diagnostics/finding.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { Setting } from '../../backend/setting.ts'
import type { Step } from './step.ts'

/** Which of the two things. */
export type Thing = 'bucket' | 'table'

/** A thing that exists and is not seed's to touch, with each difference. */
export type Refused = { readonly thing: Thing; readonly why: string; readonly differences: ReadonlyArray<Setting> }

/** Why seed stopped. Nothing was created where no step is named. */
export type Stop =
  | { readonly _tag: 'NotAllowed'; readonly objections: ReadonlyArray<Objection> }
  | { readonly _tag: 'NoCredentials'; readonly message: string }
  /** AWS did not say who is calling. */
  | { readonly _tag: 'CallerUnknown'; readonly failure: AwsFailure }
  /** AWS did not say what exists, so nothing may be done. */
  | { readonly _tag: 'Unclear'; readonly thing: Thing; readonly failure: AwsFailure }
  | { readonly _tag: 'Elsewhere'; readonly region: string | undefined }
  | { readonly _tag: 'NotConforming'; readonly refusals: ReadonlyNonEmptyArray<Refused> }
  | { readonly _tag: 'NotConfirmed' }
  | { readonly _tag: 'StepFailed'; readonly step: Step; readonly failure: AwsFailure }
  /** All steps were accepted, and what is there is still not what was declared. */
  | {
      readonly _tag: 'NotReady'
      readonly thing: Thing
      readonly waitingFor: string
      readonly differences: ReadonlyArray<Setting>
    }
