import type { Origin } from '../../diagnostics/origin.ts'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { Setting } from '../../backend/setting.ts'

/** One thing that seed does; each is one call to AWS, or waits for one thing. */
export type Step =
  | 'create bucket'
  | 'wait for bucket'
  | 'tag bucket'
  | 'block public access'
  | 'encrypt bucket'
  | 'version bucket'
  | 'set bucket policy'
  | 'create table'
  | 'wait for table'
  | 'keep table history'

/**
 * The steps of a new bucket, in the order that leaves no weak moment. The policy is last because it denies some of the others.
 */
export const bucketSteps: ReadonlyArray<Step> = [
  'create bucket',
  'wait for bucket',
  'tag bucket',
  'block public access',
  'encrypt bucket',
  'version bucket',
  'set bucket policy'
]

/** A new table: protected and encrypted by the call that makes it. */
export const tableSteps: ReadonlyArray<Step> = ['create table', 'wait for table', 'keep table history']

/** The step that makes a setting which was never made. */
export const stepOf: Readonly<Record<string, Step>> = {
  tags: 'tag bucket',
  'public access': 'block public access',
  encryption: 'encrypt bucket',
  versioning: 'version bucket',
  policy: 'set bucket policy',
  recovery: 'keep table history'
}

const sentences: Readonly<Record<Step, string>> = {
  'create bucket': 'create the bucket, ownership enforced, with its tags',
  'wait for bucket': 'wait until the bucket answers',
  'tag bucket': 'tag the bucket',
  'block public access': 'block public access',
  'encrypt bucket': 'encrypt by default',
  'version bucket': 'turn versioning on',
  'set bucket policy': 'set the bucket policy',
  'create table': 'create the table, protected from deletion and encrypted, with its tags',
  'wait for table': 'wait until the table is active',
  'keep table history': 'turn point-in-time recovery on'
}

/** What a step does, as a person reads it. */
export const stepText = (step: Step): string => sentences[step]

/** Which of the two things. */
export type Thing = 'bucket' | 'table'

/** A thing that exists and is not seed's to touch, with each difference. */
export type Refused = {
  readonly thing: Thing
  readonly why: string
  readonly differences: ReadonlyArray<Setting>
  /** What to do, where the differences do not tell it. */
  readonly remedy?: string
}

/** Why seed stopped. Nothing was created where no step is named. */
export type Stop =
  | { readonly _tag: 'NotAllowed'; readonly diagnostics: ReadonlyArray<Diagnostic> }
  | { readonly _tag: 'NoCredentials'; readonly from: Origin; readonly message: string }
  /** AWS did not say who is calling. */
  | { readonly _tag: 'CallerUnknown'; readonly failure: AwsFailure }
  /** AWS did not say what exists, so nothing may be done. */
  | { readonly _tag: 'Unclear'; readonly thing: Thing; readonly failure: AwsFailure }
  | { readonly _tag: 'Elsewhere'; readonly region: string | undefined }
  | { readonly _tag: 'NotConforming'; readonly refusals: ReadonlyNonEmptyArray<Refused> }
  | { readonly _tag: 'NotConfirmed' }
  | { readonly _tag: 'StepFailed'; readonly step: Step; readonly failure: AwsFailure }
  /** AWS does not take the caller for the declared principal, though the role's name is the same. */
  | { readonly _tag: 'CallerNotDeclared'; readonly failure: AwsFailure }
  /** All steps were accepted, and what is there is still not what was declared. */
  | {
      readonly _tag: 'NotReady'
      readonly thing: Thing
      readonly waitingFor: string
      readonly differences: ReadonlyArray<Setting>
    }
