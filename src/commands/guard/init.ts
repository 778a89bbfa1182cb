import { fileAt } from '../../diagnostics/origin.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { alone } from './alone.ts'
import type { GuardSubject, Run } from './ports.ts'
import { lockPath, providerLock } from './provider-lock.ts'
import { type Ready, whenReady } from './ready.ts'
import { emittedFile, unlessObjected } from './steps.ts'
import { notKept } from './stop.ts'

const changedMeanwhile = (path: string) => ({
  rule: 'lock-file-unchanged',
  clause: 'J.6.2 §7' as const,
  from: fileAt(path),
  expected: `${path} as it was when this began`,
  actual: 'it was made, changed or removed while this ran',
  remedy: 'Find out who changes it, and run init again.'
})

/** The one file that init makes for the repository: the lock file that was judged, where there was none. */
const handedBack = (of: GuardSubject, { lock }: Ready): Run<void> => {
  const { project, file } = of.subject
  const path = lockPath(file.stack)
  const created: Run<boolean> = ({ checkout }) => pipe(checkout.create(project, path, lock.bytes), TE.mapLeft(notKept))
  return pipe(
    providerLock(of),
    RTE.flatMap((there) => (O.isNone(there) ? created : RTE.right(there.value.sha256 === lock.sha256))),
    RTE.flatMap((isSo) => unlessObjected(isSo ? [] : [changedMeanwhile(path)]))
  )
}

/**
 * init: runs tofu in a folder of the run's own after the proofs, and looks at what tofu made. The provider is copied to
 * where plan and apply take it from, and the lock file into the checkout. Nothing in AWS changes.
 */
export const init = (of: GuardSubject): Run<void> =>
  alone(
    of,
    whenReady(of, (ready) =>
      pipe(
        emittedFile(of),
        RTE.flatMap(() => handedBack(of, ready))
      )
    )
  )
