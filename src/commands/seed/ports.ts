import type * as IO from 'fp-ts/lib/IO.js'
import type * as T from 'fp-ts/lib/Task.js'
import type { BucketHardener, BucketMaker, BucketReader } from '../../outside/aws/bucket.port.ts'
import type { AwsIdentity } from '../../outside/aws/identity.port.ts'
import type { TableMaker, TableReader } from '../../outside/aws/table.port.ts'
import type { Person } from '../../outside/terminal/terminal.port.ts'
import type { SeedEvent } from './event.ts'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { type Patience, until } from '../../backend/until.ts'
import type { Thing } from './step.ts'

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

/** What is waited for, as it is shown. */
export type Waited = { readonly thing: Thing; readonly for: string }

/** Looks until it is so or a look fails, at most as often as patience says; each wait is told. */
export const untilSo = <E, A>(
  { pause, tell }: Pick<SeedPorts, 'pause' | 'tell'>,
  patience: Patience,
  waited: Waited,
  look: TE.TaskEither<E, A>,
  isSo: (answer: A) => boolean
): TE.TaskEither<E, A> =>
  until(
    { pause, waiting: tell({ _tag: 'Waiting', ...waited }) },
    patience,
    look,
    (answer) => E.isLeft(answer) || isSo(answer.right)
  )
