import type { Finding } from '../../diagnostics/finding.ts'
import type { CheckResult } from '../preflight/result.ts'
import type { TofuEnd } from '../../outside/tofu/process.port.ts'
import type { Judged } from './judged-plan.ts'
import type { Proven } from './proof.ts'
import type { ProviderLock } from './provider-lock.ts'
import type { StateAt, TofuUsed } from './saved-plan.ts'

/** What happens while the guard runs, in order, for whoever shows it or writes the evidence. */
export type GuardEvent =
  | { readonly _tag: 'Preflighted'; readonly results: ReadonlyArray<CheckResult> }
  | { readonly _tag: 'Proven'; readonly proven: Proven }
  | { readonly _tag: 'Equipped'; readonly tofu: TofuUsed; readonly path: string; readonly fileSha256: string }
  | { readonly _tag: 'Locked'; readonly providers: ProviderLock }
  | { readonly _tag: 'Running'; readonly command: string }
  | { readonly _tag: 'Ran'; readonly command: string; readonly end: TofuEnd }
  | { readonly _tag: 'Judged'; readonly judged: Judged }
  | { readonly _tag: 'Planned'; readonly planSha256: string; readonly hasChanges: boolean }
  | { readonly _tag: 'Saved' }
  | { readonly _tag: 'Confirmed' }
  /** From here on AWS may be changed. */
  | { readonly _tag: 'Applying' }
  | { readonly _tag: 'After'; readonly findings: ReadonlyArray<Finding>; readonly state: StateAt | undefined }
