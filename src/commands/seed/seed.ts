import * as E from 'fp-ts/lib/Either.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { judgeCaller } from '../../caller/judge-caller.ts'
import type { SeedPorts } from './ports.ts'
import type { Refused, Stop } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'
import type { Decision } from './decide.ts'
import type { SeedEvent } from './event.ts'
import { lookAtBucket } from './look-at-bucket.ts'
import { lookAtTable } from './look-at-table.ts'
import { make } from './make.ts'
import { verify } from './verify.ts'

/** Right only for the bootstrap principal of the declared account; STS is all that is asked before that. */
const identify =
  ({ declaration }: Wanted): RTE.ReaderTaskEither<SeedPorts, Stop, void> =>
  ({ identity, tell }) =>
    pipe(
      identity.caller(),
      TE.mapLeft((failure): Stop => ({ _tag: 'CallerUnknown', failure })),
      TE.flatMapEither((caller) =>
        pipe(
          judgeCaller(declaration, ['bootstrap principal'], caller),
          E.mapLeft((diagnostic): Stop => ({ _tag: 'NotAllowed', diagnostics: [diagnostic] }))
        )
      ),
      TE.flatMapIO(({ seen }) => tell({ _tag: 'Identified', seen }))
    )

/** How seed ended when nothing stood in the way: it only showed, it made, or there was nothing to make. */
export type Ended = 'shown' | 'made' | 'all there'

type Run<A> = RTE.ReaderTaskEither<SeedPorts, Stop, A>
type Decided = { readonly bucket: Decision; readonly table: Decision }

const telling =
  (event: SeedEvent): Run<void> =>
  ({ tell }) =>
    TE.rightIO(tell(event))

const asking =
  (question: string): Run<string> =>
  ({ person }) =>
    TE.rightTask(person.ask(question))

const refusedIn = ({ bucket, table }: Decided): ReadonlyArray<Refused> =>
  ([['bucket', bucket] as const, ['table', table] as const] as const).flatMap(([thing, decision]) => {
    if (decision._tag !== 'Refuse') return []
    const { _tag: _, ...refused } = decision
    return [{ thing, ...refused }]
  })

/** Both things are looked at before anything is done about either. */
const look = (wanted: Wanted): Run<Decided> =>
  pipe(
    RTE.Do,
    RTE.bind('bucket', () => lookAtBucket(wanted)),
    RTE.bind('table', () => lookAtTable(wanted)),
    RTE.flatMap((decided: Decided): Run<Decided> => {
      const [first, ...others] = refusedIn(decided)
      return first === undefined
        ? RTE.right(decided)
        : RTE.left({ _tag: 'NotConforming', refusals: [first, ...others] })
    }),
    RTE.tap((decided) => telling({ _tag: 'Decided', ...decided }))
  )

const confirm = ({ declaration }: Wanted): Run<void> =>
  pipe(
    asking('Type the account id to create this: '),
    RTE.flatMap((typed): Run<void> =>
      typed.trim() === declaration.account ? RTE.right(undefined) : RTE.left({ _tag: 'NotConfirmed' })
    ),
    RTE.tap(() => telling({ _tag: 'Confirmed' }))
  )

const makeBoth = (wanted: Wanted, { bucket, table }: Decided): Run<Ended> =>
  pipe(
    make('bucket', bucket, wanted),
    RTE.flatMap(() => make('table', table, wanted)),
    RTE.flatMap(() => verify('bucket', wanted)),
    RTE.flatMap(() => verify('table', wanted)),
    RTE.map((): Ended => 'made')
  )

/**
 * Day 0 of a stack: the state bucket and the lock table, and nothing else (J.7.0 §3.2, §5). Asks who is calling, looks
 * at what exists, shows what is missing, has a person confirm it, makes it, and reads it back. What exists is kept
 * when it conforms, finished when it is seed's own, and refused otherwise; nothing is ever changed or deleted.
 */
export const seed = (wanted: Wanted, isDryRun: boolean): Run<Ended> =>
  pipe(
    identify(wanted),
    RTE.flatMap(() => look(wanted)),
    RTE.flatMap((decided): Run<Ended> => {
      if (isDryRun) return RTE.right('shown')
      if (decided.bucket._tag === 'Keep' && decided.table._tag === 'Keep') return RTE.right('all there')
      return pipe(
        confirm(wanted),
        RTE.flatMap(() => makeBoth(wanted, decided))
      )
    })
  )
