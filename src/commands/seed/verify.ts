import * as O from 'fp-ts/lib/Option.js'
import type * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'
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

const differences = (settings: ReadonlyArray<Setting>): ReadonlyArray<Setting> =>
  settings.filter(({ standing }) => standing !== 'right')

/** None when the thing is as declared, or what still differs. */
const open = (thing: Thing, wanted: Wanted): Run<O.Option<ReadonlyArray<Setting>>> =>
  thing === 'bucket'
    ? (ports) =>
        pipe(
          bucketSettings(wanted)(ports),
          TE.map(
            O.match(
              () => O.some([]),
              (settings) => O.fromPredicate((found: ReadonlyArray<Setting>) => found.length > 0)(differences(settings))
            )
          )
        )
    : (ports) =>
        pipe(
          tableSettings(wanted)(ports),
          TE.map(
            O.match(
              () => O.some([]),
              ({ status, settings }) =>
                status === 'ACTIVE' && differences(settings).length === 0 ? O.none : O.some(differences(settings))
            )
          )
        )

/** Reads back until everything is as declared, or says what is not. */
export const verify =
  (thing: Thing, wanted: Wanted): Run<void> =>
  (ports) =>
    pipe(
      untilSo(ports, patience, { thing, for: waitingFor }, open(thing, wanted)(ports), O.isNone),
      TE.flatMap(
        O.match(
          () => TE.right<Stop, void>(constVoid()),
          (left) => TE.left<Stop, void>({ _tag: 'NotReady', thing, waitingFor, differences: left })
        )
      )
    )
