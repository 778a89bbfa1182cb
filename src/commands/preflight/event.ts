import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { CheckName } from './check-names.ts'
import type { CheckResult } from './result.ts'

/** What happens while preflight runs, in order, for whoever shows it. */
export type PreflightEvent =
  | { readonly _tag: 'Began'; readonly check: CheckName }
  | { readonly _tag: 'Waiting'; readonly check: CheckName; readonly until: string }
  | { readonly _tag: 'Retrying'; readonly failure: AwsFailure; readonly ofAttempts: number; readonly millis: number }
  | { readonly _tag: 'Ended'; readonly result: CheckResult }
