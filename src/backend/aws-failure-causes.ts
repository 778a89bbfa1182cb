import { optInRegions } from '../declaration/aws-region.ts'
import type { AwsFailure, AwsFailureTag } from '../outside/aws/failure.port.ts'

/** A cause that can be told from a failure, and the remedy for it alone. */
type Cause = {
  readonly is: (failure: AwsFailure) => boolean
  readonly remedy: (failure: AwsFailure) => string
}

/** A cause that AWS names in its message. */
const said = (tag: AwsFailureTag, message: RegExp, remedy: Cause['remedy']): Cause => ({
  is: (failure) => failure._tag === tag && message.test(failure.message),
  remedy
})

/** A cause that AWS's code names. */
const coded = (tag: AwsFailureTag, codes: ReadonlyArray<string>, remedy: Cause['remedy']): Cause => ({
  is: (failure) => failure._tag === tag && codes.includes(failure.code),
  remedy
})

/** The command that shows the policy of the bucket or the table that AWS names, where it names one. */
const policyOf = ({ message, calledRegion }: AwsFailure): string => {
  const [, bucket] = /arn:aws[a-z-]*:s3:::([a-z0-9.-]+)/.exec(message) ?? []
  const [table] = /arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]+/.exec(message) ?? []
  if (bucket !== undefined)
    return `: aws s3api get-bucket-policy --region ${calledRegion} --bucket ${bucket} --query Policy --output text`
  return table === undefined
    ? '.'
    : `: aws dynamodb get-resource-policy --region ${calledRegion} --resource-arn ${table}`
}

/**
 * Who can lift a denial, by the policy that AWS names in its message.
 * Source: IAM User Guide, "Troubleshoot access denied error messages".
 */
const denials: ReadonlyArray<Cause> = [
  said(
    'Denied',
    /service control polic|resource control polic/i,
    () =>
      'Ask the administrators of the AWS organisation: its policy denies this, and no right in the account can change that.'
  ),
  said(
    'Denied',
    /permissions boundar/i,
    () => 'Ask who owns the permissions boundary of this principal: no other policy can grant what it leaves out.'
  ),
  said(
    'Denied',
    /VPC endpoint polic/i,
    () => 'Ask who owns the VPC endpoint between here and AWS: its policy denies this.'
  ),
  said('Denied', /session polic/i, () => 'Take a session without a session policy that denies this.'),
  said(
    'Denied',
    /\bkms:[A-Z]/,
    () =>
      'Find out in CloudTrail who put the object under a KMS key: no role of a stack has a right to one. Have them copy it onto itself under AES256.'
  ),
  said(
    'Denied',
    /explicit deny in an identity-based polic/i,
    () => 'Have the denial taken out of the policies of the caller: another right does not lift it.'
  ),
  said(
    'Denied',
    /explicit deny in a resource-based polic/i,
    (failure) =>
      `Have the bootstrap principal read which statement of the resource's own policy denies it: no right of the caller lifts that${policyOf(failure)}`
  )
]

/** Codes that a region answers with to a session that does not count there. */
const NOT_KNOWN_THERE = ['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId', 'InvalidToken']

const notKnownThere = ({ calledRegion }: AwsFailure): string =>
  `Check three things: the credentials and the clock of this machine; whether ${calledRegion} is enabled for the account (aws account get-region-opt-status --region-name ${calledRegion}); and whether the session is of the regional STS endpoint (AWS_STS_REGIONAL_ENDPOINTS=regional), because tokens of the global one do not count there.`

const ofAccounts: ReadonlyArray<Cause> = [
  {
    is: ({ _tag, code, calledRegion }) =>
      _tag === 'CredentialsRefused' && NOT_KNOWN_THERE.includes(code) && optInRegions.has(calledRegion),
    remedy: notKnownThere
  },
  {
    is: ({ _tag, calledRegion }) => _tag === 'RegionOff' && optInRegions.has(calledRegion),
    remedy: ({ calledRegion }) =>
      `Have an administrator of the account enable the region, wait some minutes, and run this again: aws account enable-region --region-name ${calledRegion}`
  },
  {
    is: ({ _tag, message }) => _tag === 'RegionOff' && /\bSTS\b/.test(message),
    remedy: ({ calledRegion }) =>
      `Have an administrator activate STS for ${calledRegion} in the account settings of the IAM console, and run this again.`
  },
  coded(
    'AccountNotReady',
    ['AllAccessDisabled'],
    () => 'Open a case with AWS Support: AWS itself has disabled this, and no right or other name changes that.'
  ),
  {
    is: ({ _tag, call }) => _tag === 'LimitReached' && /^(S3|DynamoDB) /.test(call),
    remedy: ({ call, calledRegion }) => {
      const service = call.startsWith('S3 ') ? 's3' : 'dynamodb'
      return `Remove what the account no longer needs, or have the quota raised, and run this again. The quotas: aws service-quotas list-service-quotas --service-code ${service} --region ${calledRegion}`
    }
  }
]

/** The options that name the key of a message, where AWS names one. */
const keyIn = ({ message }: AwsFailure): string | undefined => {
  const [arn, region] = /arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:key\/[A-Za-z0-9-]+/.exec(message) ?? []
  return arn === undefined ? undefined : `--region ${region} --key-id ${arn}`
}

/** What to do about a key that AWS names in a message of this form. */
const ofKey = (form: RegExp, remedy: (key: string) => string): Cause => ({
  is: (failure) => failure._tag === 'KeyUnusable' && form.test(failure.message) && keyIn(failure) !== undefined,
  remedy: (failure) => remedy(keyIn(failure) ?? '')
})

const ofKeys: ReadonlyArray<Cause> = [
  ofKey(
    /pending ?deletion/i,
    (key) =>
      `Have the owner of the key keep it, and run this again: aws kms cancel-key-deletion ${key} && aws kms enable-key ${key}`
  ),
  ofKey(/disabled/i, (key) => `Have the owner of the key enable it, and run this again: aws kms enable-key ${key}`)
]

const others: ReadonlyArray<Cause> = [
  coded(
    'NotReady',
    ['InvalidObjectState'],
    () =>
      'Have the bootstrap principal restore the object, which lies in an archive class of S3, wait until it can be read, and run this again.'
  ),
  {
    // The answer to a HEAD has no text, and with it no code.
    is: ({ _tag, call, status }) => _tag === 'Refused' && call.startsWith('S3 Head') && status === 400,
    remedy: ({ calledRegion }) =>
      `Take new credentials, and check that ${calledRegion} is enabled for the account: S3 answers this question without words, and one of these two is mostly the cause.`
  },
  said(
    'NotTrusted',
    /expired|not yet valid/i,
    () =>
      'Check the clock of this machine. If it is right, ask who runs the network for the authority that signs here, and name it: --ca-bundle FILE'
  ),
  said(
    'ProxyRefused',
    /status 407$/,
    () =>
      'Run a relay on this machine, such as cntlm or px, that adds the user and the password. Name the relay: --proxy http://127.0.0.1:3128'
  )
]

/** Every cause that a failure may have, the first one that fits counts. */
export const causes: ReadonlyArray<Cause> = [...denials, ...ofAccounts, ...ofKeys, ...others]
