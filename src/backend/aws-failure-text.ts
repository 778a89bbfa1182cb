import { optInRegions } from '../declaration/aws-region.ts'
import type { AwsFailure, AwsFailureTag } from '../outside/aws/failure.port.ts'

const MEANINGS: Readonly<Record<AwsFailureTag, string>> = {
  Absent: 'it does not exist',
  Denied: 'access denied: no right to it, or it belongs to another account',
  CredentialsRefused: 'AWS refused the credentials',
  AccountNotReady: 'the account is not ready for this service',
  RegionOff: 'the region is not enabled for this account',
  WrongRegion: 'it is in another region',
  Throttled: 'throttled by AWS',
  ServiceFault: 'a fault of AWS',
  Conflict: 'it exists already, or is being changed',
  NotReady: 'it is not ready yet',
  Refused: 'AWS refused the call',
  Unreachable: 'no connection to AWS, or a broken one',
  TimedOut: 'no answer in time',
  Unintelligible: 'an answer that is not what AWS documents'
}

const REMEDIES: Readonly<Record<AwsFailureTag, string>> = {
  Absent: 'Run this again. If it stays so, look for it in the AWS console.',
  Denied: 'Give the principal the right that the call names, or choose another name for a thing of another account.',
  CredentialsRefused: 'Take new credentials, check the clock of this machine, and run this again.',
  AccountNotReady:
    'Finish the sign-up of the account (payment method, verification), wait until AWS confirms it, and run this again. New credentials or another name do not help.',
  RegionOff: 'Have an administrator enable the region for the account, wait some minutes, and run this again.',
  WrongRegion: 'Correct the region in the stack, or choose another name.',
  Throttled: 'Wait a minute and run this again.',
  ServiceFault: 'Look at the AWS Health Dashboard, wait, and run this again.',
  Conflict: 'Wait until the other change has ended, and run this again.',
  NotReady: 'Wait a minute and run this again.',
  Refused: 'Correct what AWS names, then run this again.',
  Unreachable: 'Repair the connection, and name a proxy or a CA bundle if there is one: --proxy, --ca-bundle.',
  TimedOut: 'Repair the connection, and name a proxy if there is one: --proxy.',
  Unintelligible: 'Look for a proxy or a gateway between here and AWS that answers instead of it.'
}

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
  return `${failure.call}: ${MEANINGS[failure._tag]}. AWS says ${failure.code}: ${withoutSession(failure.message)}${tail}`
}

/** What the reader can do about it. */
export const awsFailureRemedy = ({ _tag, code, message, calledRegion }: AwsFailure): string => {
  if (_tag === 'Denied') return DENIED_BY.find(([policy]) => policy.test(message))?.[1] ?? REMEDIES.Denied
  return _tag === 'CredentialsRefused' && NOT_KNOWN_THERE.has(code) && optInRegions.has(calledRegion)
    ? notKnownThere(calledRegion)
    : REMEDIES[_tag]
}
