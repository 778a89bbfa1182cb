import type * as E from 'fp-ts/lib/Either.js'
import type * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { digestId } from '../../../../iam/stack-names.ts'
import type { AwsFailure } from '../../../../outside/aws/failure.port.ts'
import type { LockItem, LockItems, StateObject, StateReader } from '../../../../outside/aws/state.port.ts'
import type { Subject } from '../../subject.ts'

export type StatePorts = { readonly lock: LockItems; readonly state: StateReader }

/** The state object and its digest, as AWS gave them. */
export type StateAnswers = {
  readonly object: E.Either<AwsFailure, O.Option<StateObject>>
  readonly digest: E.Either<AwsFailure, O.Option<LockItem>>
}

/** Reads both once, at the same time; the checks of the state judge what came. */
export const readState =
  (subject: Subject): RT.ReaderTask<StatePorts, StateAnswers> =>
  ({ lock, state }) =>
    pipe(T.Do, T.apS('object', state.read()), T.apS('digest', lock.read(digestId(subject.wanted.declaration))))
