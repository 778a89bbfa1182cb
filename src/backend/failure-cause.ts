import type { AwsFailure, AwsFailureTag } from '../outside/aws/failure.port.ts'

/** A cause that can be told from a failure, and the remedy for it alone. */
export type Cause = {
  readonly is: (failure: AwsFailure) => boolean
  readonly remedy: (failure: AwsFailure) => string
}

/** A cause that AWS names in its message. */
export const said = (tag: AwsFailureTag, message: RegExp, remedy: Cause['remedy']): Cause => ({
  is: (failure) => failure._tag === tag && message.test(failure.message),
  remedy
})

/** A cause that AWS's code names. */
export const coded = (tag: AwsFailureTag, codes: ReadonlyArray<string>, remedy: Cause['remedy']): Cause => ({
  is: (failure) => failure._tag === tag && codes.includes(failure.code),
  remedy
})
