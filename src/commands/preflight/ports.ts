import type * as IO from 'fp-ts/lib/IO.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { BucketReader } from '../../outside/aws/bucket.port.ts'
import type { TableReader } from '../../outside/aws/table.port.ts'
import type { PreflightEvent } from './event.ts'
import type { IdentityPorts } from './checks/identity.ts'
import type { LockWorksPorts } from './checks/lock-works/lock-works.ts'
import type { OfflinePorts } from './offline.ts'
import type { StatePorts } from './checks/state/read-state.ts'

/** What there is of AWS once there are credentials. */
export type LivePorts = IdentityPorts &
  StatePorts & { readonly bucket: BucketReader; readonly table: TableReader } & Pick<LockWorksPorts, 'lock'>

/** All that preflight needs of the outside. */
export type PreflightPorts = OfflinePorts &
  Pick<LockWorksPorts, 'clock' | 'newId' | 'keep' | 'pause'> & {
    /** Resolves credentials, once. Left with the cause when there are none. */
    readonly open: TE.TaskEither<string, LivePorts>
    readonly tell: (event: PreflightEvent) => IO.IO<void>
  }
