import type * as IO from 'fp-ts/lib/IO.js'
import type * as T from 'fp-ts/lib/Task.js'
import type { BucketHardener, BucketMaker, BucketReader } from '../../outside/aws/bucket.port.ts'
import type { AwsIdentity } from '../../outside/aws/identity.port.ts'
import type { TableMaker, TableReader } from '../../outside/aws/table.port.ts'
import type { Person } from '../../outside/terminal/terminal.port.ts'
import type { SeedEvent } from './event.ts'

/** The calls to AWS that seed may make. */
export type SeedAws = {
  readonly identity: AwsIdentity
  readonly bucket: BucketReader & BucketMaker & BucketHardener
  readonly table: TableReader & TableMaker
}

/** All that seed needs of the outside. */
export type SeedPorts = SeedAws & {
  readonly person: Person
  readonly pause: (millis: number) => T.Task<void>
  readonly tell: (event: SeedEvent) => IO.IO<void>
}
