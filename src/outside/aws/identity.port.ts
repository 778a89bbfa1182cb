import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { AwsFailure } from './failure.port.ts'

/** Asks STS in the declared region who is calling. */
export type AwsIdentity = {
  /** Account of twelve digits and ARN, as AWS gives them; both are there. Source: AWS STS, GetCallerIdentity. */
  readonly caller: () => TE.TaskEither<AwsFailure, { readonly account: string; readonly arn: string }>
}

/** What kept a session for AWS from being made. */
export type NoSession =
  /** The words of the source of credentials, or of the SDK. */
  | string
  /** No authorities can be taken from the file that `--ca-bundle` names. */
  | { readonly _tag: 'NoAuthorities'; readonly message: string; readonly remedy: string }
  /** The last request for credentials got no answer. */
  | { readonly _tag: 'NotReached'; readonly failure: AwsFailure }

/** Whether the host of IAM answers on this way. OpenTofu asks it about every role and policy. */
export type AwsIam = { readonly host: string; readonly reached: () => TE.TaskEither<AwsFailure, void> }

/** Credentials of one principal, resolved once for a whole run. They are never shown. */
export type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  /** When they end, in milliseconds since 1970. Missing where their source does not say. */
  readonly expiration?: number
}
