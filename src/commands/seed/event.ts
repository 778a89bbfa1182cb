import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { Decision } from './decide.ts'
import type { Step } from './step.ts'
import type { Thing } from './stop.ts'

/** What happens while seed runs, in order, for whoever shows or remembers it. */
export type SeedEvent =
  | { readonly _tag: 'Identified' }
  | { readonly _tag: 'Decided'; readonly bucket: Decision; readonly table: Decision }
  | { readonly _tag: 'Confirmed' }
  | { readonly _tag: 'Began'; readonly step: Step }
  | { readonly _tag: 'Did'; readonly step: Step }
  | { readonly _tag: 'Waiting'; readonly thing: Thing; readonly for: string }
  | { readonly _tag: 'Retrying'; readonly failure: AwsFailure; readonly ofAttempts: number; readonly millis: number }
  | { readonly _tag: 'Ready' }
