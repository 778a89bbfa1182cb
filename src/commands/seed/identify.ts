import * as E from 'fp-ts/lib/Either.js'
import type * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'
import { judgeCaller } from '../../caller/judge-caller.ts'
import type { SeedPorts } from './ports.ts'
import type { Stop } from './stop.ts'
import type { Wanted } from '../../backend/wanted.ts'

/** Right only for the bootstrap principal of the declared account; STS is all that is asked before that. */
export const identify =
  ({ declaration }: Wanted): RTE.ReaderTaskEither<SeedPorts, Stop, void> =>
  ({ identity, tell }) =>
    pipe(
      identity.caller(),
      TE.mapLeft((failure): Stop => ({ _tag: 'CallerUnknown', failure })),
      TE.flatMapEither((caller) =>
        pipe(
          judgeCaller(declaration, ['bootstrap principal'], caller),
          E.bimap((objection): Stop => ({ _tag: 'NotAllowed', objections: [objection] }), constVoid)
        )
      ),
      TE.tapIO(() => tell({ _tag: 'Identified' }))
    )
