import { optInRegions } from '../declaration/aws-region.ts'
import type { AwsFailure, AwsFailureTag } from '../outside/aws/failure.port.ts'

/** What each failure of a call means, what to do, and the word that `explain` knows. */
export const awsFailures = {
  Absent: {
    word: 'aws-absent',
    means: 'it does not exist',
    remedy: 'Run this again. If it stays so, look for it in the AWS console.'
  },
  Denied: {
    word: 'aws-denied',
    means: 'access denied: no right to it, or it belongs to another account',
    remedy: 'Give the principal the right that the call names, or choose another name for a thing of another account.'
  },
  CredentialsRefused: {
    word: 'aws-credentials-refused',
    means: 'AWS refused the credentials',
    remedy: 'Take new credentials, check the clock of this machine, and run this again.'
  },
  AccountNotReady: {
    word: 'aws-account-not-ready',
    means: 'the account is not ready for this service',
    remedy:
      'Finish the sign-up of the account (payment method, verification), wait until AWS confirms it, and run this again. New credentials or another name do not help.'
  },
  RegionOff: {
    word: 'aws-region-off',
    means: 'the region is not enabled for this account',
    remedy: 'Have an administrator enable the region for the account, wait some minutes, and run this again.'
  },
  WrongRegion: {
    word: 'aws-wrong-region',
    means: 'it is in another region',
    remedy: 'Correct the region in the stack, or choose another name.'
  },
  Throttled: {
    word: 'aws-throttled',
    means: 'throttled by AWS',
    remedy: 'Wait a minute and run this again.'
  },
  ServiceFault: {
    word: 'aws-service-fault',
    means: 'a fault of AWS',
    remedy: 'Look at the AWS Health Dashboard, wait, and run this again.'
  },
  Conflict: {
    word: 'aws-conflict',
    means: 'it exists already, or is being changed',
    remedy: 'Wait until the other change has ended, and run this again.'
  },
  NotReady: {
    word: 'aws-not-ready',
    means: 'it is not ready yet',
    remedy: 'Wait a minute and run this again.'
  },
  Refused: {
    word: 'aws-refused',
    means: 'AWS refused the call',
    remedy: 'Correct what AWS names, then run this again.'
  },
  Unreachable: {
    word: 'aws-unreachable',
    means: 'no connection to AWS, or a broken one',
    remedy: 'Repair the connection, and name a proxy or a CA bundle if there is one: --proxy, --ca-bundle.'
  },
  TimedOut: {
    word: 'aws-timed-out',
    means: 'no answer in time',
    remedy: 'Repair the connection, and name a proxy if there is one: --proxy.'
  },
  Unintelligible: {
    word: 'aws-unintelligible',
    means: 'an answer that is not what AWS documents',
    remedy: 'Look for a proxy or a gateway between here and AWS that answers instead of it.'
  }
} as const satisfies Readonly<
  Record<AwsFailureTag, { readonly word: `aws-${string}`; readonly means: string; readonly remedy: string }>
>

/**
 * Who can lift a denial, by the policy that AWS names in its message.
 * Source: IAM User Guide, "Troubleshoot access denied error messages".
 */
const DENIED_BY: ReadonlyArray<readonly [policy: RegExp, remedy: string]> = [
  [
    /service control polic|resource control polic/i,
    'Ask the administrators of the AWS organisation: its policy denies this, and no right in the account can change that.'
  ],
  [
    /permissions boundar/i,
    'Ask who owns the permissions boundary of this principal: no other policy can grant what it leaves out.'
  ],
  [/VPC endpoint polic/i, 'Ask who owns the VPC endpoint between here and AWS: its policy denies this.'],
  [/session polic/i, 'Take a session without a session policy that denies this.']
]

/** Codes that a region answers with to a session that does not count there. */
const NOT_KNOWN_THERE = new Set([
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'InvalidToken'
])

const notKnownThere = (region: string): string =>
  `Check three things: the credentials and the clock of this machine; whether ${region} is enabled for the account (aws account get-region-opt-status --region-name ${region}); and whether the session is of the regional STS endpoint (AWS_STS_REGIONAL_ENDPOINTS=regional), because tokens of the global one do not count there.`

/**
 * The message without the name of a session. AWS names the caller where it refuses, and the session's name is often a
 * person's address.
 */
const withoutSession = (message: string): string => message.replace(/(:assumed-role\/[^/\s]+\/)[^\s,;'")]+/g, '$1…')

/** What a call met, in AWS's own words. Whoever prints it makes it printable. */
export const awsFailureText = (failure: AwsFailure): string => {
  const details = [
    failure.status === undefined ? undefined : `status ${failure.status}`,
    failure.region === undefined ? undefined : `region ${failure.region}`,
    failure.requestId === undefined ? undefined : `request ${failure.requestId}`,
    failure.attempts > 1 ? `${failure.attempts} attempts` : undefined
  ].filter((detail) => detail !== undefined)
  const tail = details.length === 0 ? '' : ` (${details.join(', ')})`
  return `${failure.call}: ${awsFailures[failure._tag].means}. AWS says ${failure.code}: ${withoutSession(failure.message)}${tail}`
}

/** What the reader can do about it. */
export const awsFailureRemedy = ({ _tag, code, message, calledRegion }: AwsFailure): string => {
  if (_tag === 'Denied') return DENIED_BY.find(([policy]) => policy.test(message))?.[1] ?? awsFailures.Denied.remedy
  return _tag === 'CredentialsRefused' && NOT_KNOWN_THERE.has(code) && optInRegions.has(calledRegion)
    ? notKnownThere(calledRegion)
    : awsFailures[_tag].remedy
}
