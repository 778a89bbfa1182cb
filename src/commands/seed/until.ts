import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { type Patience, until } from '../../backend/until.ts'
import type { SeedPorts } from './ports.ts'
import type { Thing } from './stop.ts'

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
