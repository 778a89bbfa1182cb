import type { Declaration } from '../declaration/declaration.ts'
import type { Charter } from '../charter/charter.ts'
import type { Principal } from '../caller/caller.ts'
import type { Judged } from '../diagnostics/finding.ts'
import type { Emitted } from './emitted.ts'
import type { Plan } from './plan-form.ts'

/** A plan, and all that it is held against. */
export type PlanSubject = {
  readonly plan: Plan
  readonly emitted: Emitted
  readonly declaration: Declaration
  /** What the phase of the stack authorises. */
  readonly charter: Charter
  /** Who is calling, as AWS said. */
  readonly principal: Principal
}

/** A rule about a plan. It says what it saw, good or bad, and is never silent. */
export type PlanRule = (subject: PlanSubject) => ReadonlyArray<Judged>

/** Whether a resource says who may do what: IAM, and the bucket's own policy. */
export const guardsAccess = (type: string): boolean => type.startsWith('aws_iam_') || type === 'aws_s3_bucket_policy'
