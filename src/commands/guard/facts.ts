import type { CommitId, Sha256 } from '../../diagnostics/kinds.ts'
import type * as O from 'fp-ts/lib/Option.js'
import type { Called } from '../../caller/seen-role.ts'
import type { Credentials } from '../../outside/aws/identity.port.ts'
import type { Finding } from '../../diagnostics/finding.ts'
import type { ProviderSource } from '../preflight/checks/environment/provider-sources.ts'
import type { StatePorts } from '../preflight/checks/state/read-state.ts'
import type { StateFacts } from '../preflight/checks/state/state-whole.ts'
import type { CheckResult } from '../preflight/result.ts'
import type { Place } from '../../plan/access-in-plan.ts'
import type { Plan } from '../../plan/plan-form.ts'

/** What a passed preflight leaves in the hands of the guard: what it proved, and with what. */
export type Proven = Called & {
  /** The full id of the commit that holds the emitted file. */
  readonly commit: CommitId
  /** None when nothing was applied yet. */
  readonly state: O.Option<StateFacts>
  /** The very credentials with which all of it was asked. */
  readonly credentials: Credentials
  /** The authorities with which AWS was believed, as PEM; undefined for the system's own. */
  readonly authorities: string | undefined
  readonly sources: ReadonlyArray<ProviderSource>
  /** The same session, to look again. */
  readonly aws: StatePorts
}

/** All of preflight; `proven` only where everything passed. */
export type Proof = { readonly results: ReadonlyArray<CheckResult>; readonly proven: O.Option<Proven> }

/** A plan as a person is shown it: what it says, and the account and region that it is in. */
export type ShownPlan = { readonly plan: Plan; readonly place: Place }

/** A plan that was judged, as data. One that has a failed finding is refused. */
export type Judged = {
  readonly findings: ReadonlyArray<Finding>
  /** What the plan's JSON says of the OpenTofu that wrote it. */
  readonly tofuVersion: unknown
  readonly hasChanges: boolean
  /** Whether it only brings back what changed outside, which the state has already. */
  readonly bringsBack: boolean
  /** The plan itself, for the code that shows it; none where it could not be read. */
  readonly shown: O.Option<ShownPlan>
}

/** What `.terraform.lock.hcl` binds: its own digest and the hashes in it, which name neither a machine nor a person. */
export type ProviderLock = { readonly sha256: Sha256<'the lock file'>; readonly hashes: ReadonlyArray<string> }
