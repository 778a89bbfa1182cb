import { optInRegions } from '../declaration/aws-region.ts'
import type { AwsFailure } from '../outside/aws/failure.port.ts'
import { connections } from './connection-causes.ts'
import { denials } from './denial-causes.ts'
import { type Cause, coded, said } from './failure-cause.ts'

/** Codes that a region answers with to a session that does not count there. */
const NOT_KNOWN_THERE = ['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId', 'InvalidToken']

/** Codes of S3 for a place that a request may not name. */
const LOCATIONS = ['IllegalLocationConstraintException', 'InvalidLocationConstraint']

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
  {
    is: ({ _tag, code, calledRegion }) =>
      _tag === 'WrongRegion' && LOCATIONS.includes(code) && optInRegions.has(calledRegion),
    remedy: ({ calledRegion }) =>
      `Check whether ${calledRegion} is enabled for the account, since S3 says this of a region that is not: aws account get-region-opt-status --region-name ${calledRegion}`
  },
  coded(
    'AccountNotReady',
    ['AllAccessDisabled', 'InvalidPayer'],
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
  said(
    'Refused',
    /stored using a form of Server Side Encryption/,
    () =>
      'Bring back the version of the object before this one, which was stored under a key that only the one who wrote it has. Find out in CloudTrail who that was.'
  )
]

/** Every cause that a failure may have, the first one that fits counts. */
export const causes: ReadonlyArray<Cause> = [...denials, ...ofAccounts, ...ofKeys, ...connections, ...others]
