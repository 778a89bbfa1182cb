import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Wanted } from '../../backend/wanted.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import { askingPolicy } from './asking-policy.ts'
import { bucketOf } from './look-at-bucket.ts'
import { type SeedPorts, untilSo } from './ports.ts'

/** A bucket takes a moment to follow its policy, so the question is asked more than once. Source: S3, "data consistency model". */
const patience = { times: 3, millis: 2000 }

/**
 * Whether AWS takes the caller for the declared principal, by its whole ARN. The answer of STS leaves out the path of a role,
 * and a bucket policy that names a path which is not the caller's could never be set again. Left where AWS cannot be asked.
 */
export const isDeclaredCaller = (
  wanted: Wanted,
  ports: Pick<SeedPorts, 'bucket' | 'pause' | 'tell'>
): TE.TaskEither<AwsFailure, O.Option<AwsFailure>> => {
  const ask = ports.bucket.isEmpty(bucketOf(wanted))
  const asked: TE.TaskEither<AwsFailure, O.Option<AwsFailure>> = pipe(
    ask,
    TE.match(
      (failure) => (failure._tag === 'Denied' ? E.right(O.some(failure)) : E.left(failure)),
      () => E.right(O.none)
    )
  )
  const policy = JSON.stringify(askingPolicy(wanted))
  const waited = { thing: 'bucket', for: 'it follows the policy that asks who is calling' } as const
  return pipe(
    ask,
    TE.flatMap(() => ports.bucket.setPolicy(bucketOf(wanted), policy)),
    TE.flatMap(() => untilSo(ports, patience, waited, asked, O.isSome))
  )
}
