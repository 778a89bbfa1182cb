/** Why a call to AWS brought no answer that can be used. */
export type AwsFailureTag =
  /** What was asked for does not exist. */
  | 'Absent'
  /** No right to it, or it belongs to another owner: AWS does not say which. */
  | 'Denied'
  | 'CredentialsRefused'
  /** The clock of this machine and the one of AWS are too far apart. */
  | 'ClockWrong'
  /** The account, or its sign-up for this service, is not complete. */
  | 'AccountNotReady'
  /** The region is not enabled for the account, or STS is off in it. */
  | 'RegionOff'
  | 'WrongRegion'
  /** Still throttled after the retries. */
  | 'Throttled'
  /** Still a fault of AWS (5xx) after the retries. */
  | 'ServiceFault'
  /** It is there already, or is being changed. */
  | 'Conflict'
  /** The name belongs to another account, and is free for no other one. */
  | 'NameTaken'
  /** A quota of the account is used up. */
  | 'LimitReached'
  /** The KMS key that it is encrypted with is disabled, on its way to deletion or gone. */
  | 'KeyUnusable'
  /** It is not ready yet for what was asked. */
  | 'NotReady'
  /** Any other refusal by AWS. */
  | 'Refused'
  /** No connection, or one that broke. */
  | 'Unreachable'
  /** A connection, and a certificate that no trusted authority signed for this host and this moment. */
  | 'NotTrusted'
  /** The proxy let no connection through. */
  | 'ProxyRefused'
  | 'TimedOut'
  /** An answer that is not what AWS documents. */
  | 'Unintelligible'

/** A call that failed, with AWS's own words for it. */
export type AwsFailure = {
  readonly _tag: AwsFailureTag
  /** Service and operation: `S3 HeadBucket`. */
  readonly call: string
  /** The region that was asked. */
  readonly calledRegion: string
  /** AWS's code; the name of the error where AWS gave none. */
  readonly code: string
  readonly message: string
  readonly status: number | undefined
  readonly requestId: string | undefined
  /** The region that AWS names instead, where it names one. */
  readonly region: string | undefined
  /** How often it was asked. */
  readonly attempts: number
}
