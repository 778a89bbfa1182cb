import * as O from 'fp-ts/lib/Option.js'
import type * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { bucketSettings } from './look-at-bucket.ts'
import { tableSettings } from './look-at-table.ts'
import { type SeedPorts, untilSo } from './ports.ts'
import type { Setting } from '../../backend/setting.ts'
import type { Stop, Thing } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'

/** Settings of a bucket are read late at times. Source: Amazon S3, "data consistency model", on bucket configurations. */
const patience = { times: 30, millis: 2000 }

const waitingFor = 'every setting reads as declared'

type Run<A> = RTE.ReaderTaskEither<SeedPorts, Stop, A>

/** A thing as it was read: what differs from the declaration, and whether nothing is left to wait for. */
type Seen = { readonly isReady: boolean; readonly left: ReadonlyArray<Setting> }

const seen = (found: O.Option<ReadonlyArray<Setting>>, isThere: boolean): Seen => {
  const left = O.isSome(found) ? found.value.filter(({ standing }) => standing !== 'right') : []
  return { isReady: isThere && left.length === 0, left }
}

const look = (thing: Thing, wanted: Wanted): Run<Seen> =>
  thing === 'bucket'
    ? (ports) =>
        pipe(
          bucketSettings(wanted)(ports),
          TE.map((found) => seen(found, O.isSome(found)))
        )
    : (ports) =>
        pipe(
          tableSettings(wanted)(ports),
          TE.map((found) =>
            seen(
              O.map(({ settings }: { readonly settings: ReadonlyArray<Setting> }) => settings)(found),
              O.isSome(found) && found.value.status === 'ACTIVE'
            )
          )
        )

/** Reads back until everything is as declared, or says what is not. */
export const verify =
  (thing: Thing, wanted: Wanted): Run<void> =>
  (ports) =>
    pipe(
      untilSo(ports, patience, { thing, for: waitingFor }, look(thing, wanted)(ports), ({ isReady }) => isReady),
      TE.flatMap(({ isReady, left }) =>
        isReady ? TE.right(undefined) : TE.left<Stop>({ _tag: 'NotReady', thing, waitingFor, differences: left })
      )
    )
