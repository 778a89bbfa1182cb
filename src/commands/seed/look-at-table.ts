import * as O from 'fp-ts/lib/Option.js'
import * as R from 'fp-ts/lib/Record.js'
import type * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { TableSettings } from '../../outside/aws/table.port.ts'
import { type FoundTable, PASSING, compareTable, statusRemedy, untouchedTable } from '../../backend/compare-table.ts'
import { type Decision, decide, makeTable } from './decide.ts'
import type { SeedPorts } from './ports.ts'
import type { Setting } from '../../backend/setting.ts'
import type { Stop } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'

const tableStop = (failure: AwsFailure): Stop => ({ _tag: 'Unclear', thing: 'table', failure })

/** A table that is there: its settings beside the declared ones, and its status. */
export type PresentTable = {
  readonly status: string
  /** What is to be done about that status. */
  readonly remedy: string
  readonly settings: ReadonlyArray<Setting>
}

type Asked = Pick<FoundTable, 'recovery' | 'undeclared'>

/** Neither is asked about a table that is still being made. */
const notAsked: Asked = { recovery: O.none, undeclared: untouchedTable }

const askedOfWhole = (table: SeedPorts['table'], name: string, arn: string): TE.TaskEither<AwsFailure, Asked> =>
  pipe(
    TE.Do,
    TE.bind('recovery', () => table.recovery(name)),
    TE.bind('undeclared', () => R.sequence(TE.ApplicativeSeq)(table.undeclared({ name, arn })))
  )

const compared =
  (wanted: Wanted, settings: TableSettings): RTE.ReaderTaskEither<SeedPorts, AwsFailure, PresentTable> =>
  ({ table }) =>
    pipe(
      TE.Do,
      TE.bind('tags', () => table.tags(settings.arn)),
      TE.bind('managedKey', () => table.managedKey),
      TE.bind('asked', () =>
        settings.status === 'CREATING' ? TE.right(notAsked) : askedOfWhole(table, wanted.table.name, settings.arn)
      ),
      TE.map(({ asked, ...found }) => ({
        status: settings.status,
        remedy: statusRemedy({ name: wanted.table.name, seed: `npm run seed -- stacks/${wanted.stack}.ts` }, settings),
        settings: compareTable(wanted.table, { settings, ...found, ...asked })
      }))
    )

/** The table beside the declared one; none when there is none. */
export const tableSettings =
  (wanted: Wanted): RTE.ReaderTaskEither<SeedPorts, Stop, O.Option<PresentTable>> =>
  (ports) =>
    pipe(
      ports.table.settings(wanted.table.name),
      TE.flatMap(
        O.match(
          () => TE.right(O.none),
          (settings) => pipe(compared(wanted, settings)(ports), TE.map(O.some))
        )
      ),
      TE.mapLeft(tableStop)
    )

const decided =
  (wanted: Wanted, { status, remedy, settings }: PresentTable): RTE.ReaderTaskEither<SeedPorts, Stop, Decision> =>
  ({ table }) => {
    const isReady = status === 'ACTIVE'
    if (!isReady && !PASSING.includes(status))
      return TE.right({ _tag: 'Refuse', why: `its status is ${status}`, differences: [], remedy })
    const ifEmpty = decide({ settings, isEmpty: true, isReady })
    return ifEmpty._tag === 'Finish' && status !== 'CREATING'
      ? pipe(
          table.isEmpty(wanted.table.name),
          TE.bimap(tableStop, (isEmpty) => decide({ settings, isEmpty, isReady }))
        )
      : TE.right(ifEmpty)
  }

/** What is to be done about the table. One that is still being made holds nothing, so that is not asked. */
export const lookAtTable =
  (wanted: Wanted): RTE.ReaderTaskEither<SeedPorts, Stop, Decision> =>
  (ports) =>
    pipe(
      tableSettings(wanted)(ports),
      TE.flatMap(
        O.match(
          () => TE.right(makeTable),
          (present) => decided(wanted, present)(ports)
        )
      )
    )
