import * as O from 'fp-ts/lib/Option.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { workingDirectory } from '../preflight/working-directory.ts'
import type { Finding } from '../preflight/finding.ts'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import { whenReady } from './ready.ts'
import { handedOver } from './run-tofu.ts'
import { emittedFile, lockedProviders, providerLock, telling } from './steps.ts'
import type { Stop } from './stop.ts'
import { initArguments } from './tofu-arguments.ts'

/** What init made: the cached backend is the declared one, and the lock file binds the one provider. */
const looked = ({ subject }: GuardSubject): Run<void> =>
  pipe(
    RTE.rightReaderTask<GuardPorts, Stop, ReadonlyArray<Finding>>(workingDirectory(subject)),
    RTE.flatMap((findings) => telling({ _tag: 'After', findings, state: undefined }))
  )

/** init: what is proven first, then tofu, then a look at what it made. Nothing in AWS changes. */
export const init = (of: GuardSubject): Run<void> =>
  whenReady(of, (ready) =>
    pipe(
      providerLock(of),
      RTE.flatMap((lock) => handedOver(ready, initArguments(O.isSome(lock), of))),
      RTE.flatMap(() => emittedFile(of)),
      RTE.flatMap(() => lockedProviders(of)),
      RTE.flatMap(() => looked(of))
    )
  )
