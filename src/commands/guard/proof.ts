import type * as O from 'fp-ts/lib/Option.js'
import type { Principal } from '../../caller/judge-caller.ts'
import type { Credentials } from '../../outside/aws/credentials.port.ts'
import type { ProviderSource } from '../preflight/checks/environment/provider-sources.ts'
import type { CheckResult } from '../preflight/result.ts'
import type { StatePorts } from '../preflight/checks/state/read-state.ts'
import type { StateFacts } from '../preflight/checks/state/state-whole.ts'

/** What a passed preflight leaves in the hands of the guard: what it proved, and with what. */
export type Proven = {
  readonly principal: Principal
  /** The full id of the commit that holds the emitted file. */
  readonly commit: string
  /** None when nothing was applied yet. */
  readonly state: O.Option<StateFacts>
  /** The very credentials with which all of it was asked. */
  readonly credentials: Credentials
  readonly sources: ReadonlyArray<ProviderSource>
  /** The same session, to look again. */
  readonly aws: StatePorts
}

/** All of preflight; `proven` only where everything passed. */
export type Proof = { readonly results: ReadonlyArray<CheckResult>; readonly proven: O.Option<Proven> }
