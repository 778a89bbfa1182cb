import type * as IO from 'fp-ts/lib/IO.js'
import type * as O from 'fp-ts/lib/Option.js'
import type * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import type * as T from 'fp-ts/lib/Task.js'
import type { Principal } from '../identity/judge-caller.ts'
import type { Variables } from '../identity/variables.ts'
import type { Clock } from '../ports/clock.ts'
import type { Credentials } from '../ports/credentials.ts'
import type { PlanStore } from '../ports/plan-store.ts'
import type { PrivateFolders } from '../ports/private-folder.ts'
import type { Person } from '../ports/terminal.ts'
import type { TofuFinder } from '../ports/tofu-binary.ts'
import type { Tofu } from '../ports/tofu.ts'
import type { WorkingDirectory } from '../ports/working-directory.ts'
import type { ProviderSource } from '../preflight/environment/provider-sources.ts'
import type { Finding } from '../preflight/finding.ts'
import type { CheckResult } from '../preflight/result.ts'
import type { StatePorts } from '../preflight/state/read-state.ts'
import type { StateFacts } from '../preflight/state/state-whole.ts'
import type { Subject } from '../preflight/subject.ts'
import type { GuardCommand } from './command.ts'
import type { GuardEvent } from './event.ts'
import type { Stop } from './stop.ts'

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

/** A plan that was judged, and how it is shown. One that has a failed finding is refused. */
export type Judged = {
  readonly findings: ReadonlyArray<Finding>
  /** What the plan's JSON says of the OpenTofu that wrote it. */
  readonly tofuVersion: unknown
  readonly hasChanges: boolean
  /** What it will change, for a person. */
  readonly table: ReadonlyArray<string>
}

/** One run of the guard. */
export type GuardSubject = {
  readonly subject: Subject
  readonly command: GuardCommand
  /** The environment of the guard itself. */
  readonly parent: Variables
  /** The tofu that was named, absolute. */
  readonly tofu: string | undefined
  readonly isPlain: boolean
}

/** All that the guard needs of the outside. */
export type GuardPorts = {
  readonly prove: (command: GuardCommand) => T.Task<Proof>
  /** `json` is what `tofu show -json` printed. */
  readonly judge: (json: string, principal: Principal) => Judged
  readonly finder: TofuFinder
  readonly tofu: Tofu
  readonly folders: PrivateFolders
  readonly plans: PlanStore
  readonly directory: WorkingDirectory
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: (of: string | Uint8Array) => string
  readonly clock: Clock
  readonly person: Person
  readonly tell: (event: GuardEvent) => IO.IO<void>
}

export type Run<A> = RTE.ReaderTaskEither<GuardPorts, Stop, A>
