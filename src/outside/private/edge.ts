import * as TE from 'fp-ts/lib/TaskEither.js'
import type { PrivateFailure } from './failure.port.ts'
import { NotPrivate } from './files.ts'
import { systemRefusal } from '../files/system-refusal.ts'

/** A use of private files, with what went wrong as a value; `path` is said where the system names none. */
export const privately = <A>(path: string, use: () => Promise<A>): TE.TaskEither<PrivateFailure, A> =>
  TE.tryCatch(use, (error) => (error instanceof NotPrivate ? error.failure : systemRefusal(path, error)))
