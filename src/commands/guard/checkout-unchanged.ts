import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { GuardSubject, Run } from './ports.ts'
import { lockPath, unlessObjected } from './steps.ts'
import { notReadable } from './stop.ts'

/** All of a checkout that decides what is applied, and the way to it, belongs to this user or the administrator. */
export const checkoutUnchangedByOthers = ({ subject }: GuardSubject): Run<void> => {
  const { project, source, imports, file } = subject
  return pipe(
    (({ checkout }) =>
      pipe(
        checkout.changeable(project, ['.', '.git', file.path, lockPath(file.stack), source, ...imports]),
        TE.mapLeft(notReadable)
      )) satisfies Run<ReadonlyArray<string>>,
    RTE.flatMap((changeable) =>
      unlessObjected(
        changeable.map((path) => ({
          id: 'checkout-unchanged-by-others',
          clause: 'J.7.0 §7',
          expected: 'a checkout that only you and the administrator of this machine can change',
          actual: `others can change ${path}`,
          remedy: `take their right to write away: chmod o-w ${path}; or work in a clone of your own`
        }))
      )
    )
  )
}
