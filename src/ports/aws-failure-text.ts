import type { AwsFailure, AwsFailureTag } from './aws-failure.ts'

const MEANINGS: Readonly<Record<AwsFailureTag, string>> = {
  Absent: 'it does not exist',
  Denied: 'access denied: no right to it, or it belongs to another account',
  CredentialsRefused: 'AWS refused the credentials',
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
  Absent: 'run it again; if it stays so, look at it in the AWS console',
  Denied: 'give the principal the right that the call names, or choose another name for what belongs to somebody else',
  CredentialsRefused: 'take new credentials, look at the clock of this machine, and run it again',
  WrongRegion: 'correct the region in the stack, or choose another name',
  Throttled: 'wait a minute and run it again',
  ServiceFault: 'wait, look at the AWS Health Dashboard, and run it again',
  Conflict: 'wait until nobody else changes it, and run it again',
  NotReady: 'wait a minute and run it again',
  Refused: 'mend what AWS says and run it again',
  Unreachable: 'mend the connection, and name a proxy or a CA bundle if there is one: --proxy, --ca-bundle',
  TimedOut: 'mend the connection, and name a proxy if there is one: --proxy',
  Unintelligible: 'look for a proxy or a gateway between here and AWS that answers instead of it'
}

/** AWS names the caller where it refuses: the session's name is often somebody's address, and is left out. */
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
export const awsFailureRemedy = (failure: AwsFailure): string => REMEDIES[failure._tag]
