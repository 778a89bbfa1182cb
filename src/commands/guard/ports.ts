import type { AbsolutePath, Digested, Sha256 } from '../../diagnostics/kinds.ts'
import type * as O from 'fp-ts/lib/Option.js'
import type * as IO from 'fp-ts/lib/IO.js'
import type * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import type * as T from 'fp-ts/lib/Task.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { Principal } from '../../caller/caller.ts'
import type { Variables } from '../../caller/surroundings.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { Checkout, WorkingDirectory } from '../../outside/tofu/checkout.port.ts'
import type { Clock } from '../../outside/process/clock.port.ts'
import type { Leftovers, PlanStore, ProviderStore } from '../../outside/private/stores.port.ts'
import type { PrivateFailure } from '../../outside/files/files.port.ts'
import type { PrivateFolders, RunLock } from '../../outside/private/run-folder.port.ts'
import type { Person } from '../../outside/terminal/terminal.port.ts'
import type { ProgramStore, Tofu, TofuFinder } from '../../outside/tofu/tofu.port.ts'
import type { Subject } from '../preflight/subject.ts'
import type { GuardCommand } from './commands.ts'
import type { GuardEvent } from './event.ts'
import type { Judged, Proof } from './facts.ts'
import type { Stop } from './stop.ts'

/** One run of the guard. */
export type GuardSubject = {
  readonly subject: Subject
  readonly command: GuardCommand
  /** The environment of the guard itself. */
  readonly parent: Variables
  /** The tofu that was named. */
  readonly tofu: AbsolutePath | undefined
  readonly isPlain: boolean
}

/** All that the guard needs of the outside. */
export type GuardPorts = {
  readonly prove: (command: GuardCommand, turn: 'first' | 'again') => T.Task<Proof>
  /** `json` is the output of `tofu show -json`. */
  readonly judge: (json: string, principal: Principal) => Judged
  readonly finder: TofuFinder
  readonly tofu: Tofu
  /** The answer of AWS that tofu names as the cause of its end, of a call in that region. */
  readonly refusalIn: (said: string, region: string) => T.Task<O.Option<AwsFailure>>
  readonly folders: PrivateFolders
  readonly plans: PlanStore
  readonly programs: ProgramStore
  readonly providers: ProviderStore
  readonly leftovers: Leftovers
  readonly runs: RunLock
  readonly checkout: Checkout
  /** Stores what is known of the run so far. */
  readonly note: TE.TaskEither<PrivateFailure, void>
  readonly directory: WorkingDirectory
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: <Of extends Digested>(of: string | Uint8Array) => Sha256<Of>
  readonly clock: Clock
  /** `user@host` of this process, as OpenTofu writes it into a lock. */
  readonly who: string
  readonly person: Person
  readonly tell: (event: GuardEvent) => IO.IO<void>
}

export type Run<A> = RTE.ReaderTaskEither<GuardPorts, Stop, A>
