import { suite } from 'uvu'
import { awsFailureRemedy, awsFailureText } from '../../src/backend/aws-failure-text.ts'
import { awsFailures } from '../../src/backend/aws-failures.ts'
import { bucketRemedy } from '../../src/backend/wordless.ts'
import { describedSettings, statusRemedy } from '../../src/backend/compare-table.ts'
import { ageText } from '../../src/backend/lock-info.ts'
import * as O from 'fp-ts/lib/Option.js'
import type { AwsFailure, AwsFailureTag } from '../../src/outside/aws/failure.port.ts'
import { type Screen, readsAs } from '../support/screens.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('what a person reads of a failure of AWS, word for word')

const failure = (more: Partial<AwsFailure>): AwsFailure => ({
  _tag: 'Denied',
  call: 'S3 GetBucketPolicy',
  calledRegion: 'eu-central-1',
  code: 'AccessDenied',
  message: 'Access Denied',
  status: 403,
  requestId: undefined,
  region: undefined,
  attempts: 1,
  ...more
})
const lines = (one: AwsFailure): ReadonlyArray<string> => [awsFailureText(one), `  ${awsFailureRemedy(one)}`]
const screen =
  (...all: ReadonlyArray<Partial<AwsFailure>>): Screen =>
  () =>
    all.flatMap((more) => lines(failure(more)))

const USER = 'User: arn:aws:sts::111122223333:assumed-role/Ops/jane.doe@example.com is not authorized to perform:'
const BUCKET = 'arn:aws:s3:::zenthea-staging-eu-tfstate'
const TABLE = 'arn:aws:dynamodb:eu-central-1:111122223333:table/zenthea-staging-eu-tflock'
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const by = (action: string, resource: string, why: string) => `${USER} ${action} on resource: "${resource}" ${why}`
const explicitly = (kind: string) => `with an explicit deny in ${kind}`
const off = 'eu-south-2'

readsAs(test, new URL('remedy-screens.txt', import.meta.url), {
  'each kind of failure, where nothing tells its cause': () =>
    (Object.keys(awsFailures) as ReadonlyArray<AwsFailureTag>).flatMap((tag) =>
      lines(failure({ _tag: tag, code: 'Code', message: 'words', call: 'STS GetCallerIdentity' }))
    ),
  'all that is known of a call': screen({
    status: 503,
    region: 'eu-west-1',
    requestId: 'R1',
    attempts: 5,
    _tag: 'Throttled'
  }),
  'an answer of the system, which has no status': screen({
    status: undefined,
    _tag: 'Unreachable',
    code: 'ECONNRESET'
  }),
  'denials, by the policy that AWS names': screen(
    { message: by('s3:GetBucketPolicy', BUCKET, explicitly('a service control policy')) },
    { message: by('s3:GetBucketPolicy', BUCKET, 'because no resource control policy allows it') },
    { message: by('s3:GetBucketPolicy', BUCKET, 'because no permissions boundary allows it') },
    { message: by('s3:GetBucketPolicy', BUCKET, explicitly('a VPC endpoint policy')) },
    { message: by('s3:GetBucketPolicy', BUCKET, 'because no session policy allows it') },
    { message: by('s3:GetBucketPolicy', BUCKET, explicitly('an identity-based policy')) },
    { message: by('s3:PutBucketPolicy', BUCKET, 'because of BlockPublicPolicy') },
    { message: by('s3:GetObject', BUCKET, explicitly('a resource-based policy')) },
    {
      call: 'DynamoDB GetItem',
      message: by('dynamodb:GetItem', TABLE, explicitly('a resource-based policy'))
    },
    { call: 'DynamoDB GetItem', message: `${USER} it ${explicitly('a resource-based policy')}` },
    { message: by('kms:Decrypt', KEY, 'because no identity-based policy allows it') },
    { call: 'DynamoDB GetItem', message: by('kms:Decrypt', KEY, 'because no identity-based policy allows it') },
    { call: 'KMS DescribeKey', message: by('kms:DescribeKey', KEY, 'because no identity-based policy allows it') }
  ),
  'accounts and regions': screen(
    { _tag: 'CredentialsRefused', code: 'InvalidClientTokenId', calledRegion: off },
    { _tag: 'CredentialsRefused', code: 'UnrecognizedClientException', calledRegion: off },
    { _tag: 'CredentialsRefused', code: 'InvalidAccessKeyId', calledRegion: off },
    { _tag: 'CredentialsRefused', code: 'InvalidToken', calledRegion: off },
    { _tag: 'CredentialsRefused', code: 'ExpiredToken', calledRegion: off },
    { _tag: 'CredentialsRefused', code: 'InvalidToken' },
    { _tag: 'RegionOff', calledRegion: off },
    { _tag: 'RegionOff', message: 'STS is not activated in this region' },
    { _tag: 'RegionOff', message: 'SSTS is not' },
    { _tag: 'WrongRegion', code: 'IllegalLocationConstraintException', calledRegion: off },
    { _tag: 'WrongRegion', code: 'InvalidLocationConstraint', calledRegion: off },
    { _tag: 'WrongRegion', code: 'PermanentRedirect', calledRegion: off },
    { _tag: 'WrongRegion', code: 'InvalidLocationConstraint' },
    { _tag: 'AccountNotReady', code: 'AllAccessDisabled' },
    { _tag: 'AccountNotReady', code: 'InvalidPayer' },
    { _tag: 'AccountNotReady', code: 'OptInRequired' },
    { _tag: 'LimitReached', call: 'S3 CreateBucket' },
    { _tag: 'LimitReached', call: 'DynamoDB CreateTable' },
    { _tag: 'LimitReached', call: 'KMS DescribeKey' }
  ),
  'keys, named and not': screen(
    { _tag: 'KeyUnusable', message: `${KEY} is pending deletion.` },
    { _tag: 'KeyUnusable', message: `${KEY} is PendingDeletion.` },
    { _tag: 'KeyUnusable', message: `${KEY} is disabled.` },
    { _tag: 'KeyUnusable', message: 'the key is disabled.' },
    { _tag: 'KeyUnusable', message: `${KEY} is unavailable.` }
  ),
  'the way to AWS': screen(
    ...['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ECONNREFUSED', 'EPROTO'].map(
      (code) => ({ _tag: 'Unreachable' as const, code, status: undefined, message: code })
    ),
    ...['EMFILE', 'ENFILE', 'ECONNRESET'].map((code) => ({
      _tag: 'Unreachable' as const,
      code,
      status: undefined,
      message: code
    })),
    { _tag: 'NotTrusted', status: undefined, code: 'CERT_HAS_EXPIRED', message: 'certificate has expired' },
    { _tag: 'NotTrusted', status: undefined, code: 'CERT_NOT_YET_VALID', message: 'certificate is not yet valid' },
    { _tag: 'NotTrusted', status: undefined, code: 'CERT_UNTRUSTED', message: 'self-signed certificate' },
    { _tag: 'ProxyRefused', status: undefined, code: 'ProxyRefused', message: 'the proxy refused it with status 407' },
    { _tag: 'ProxyRefused', status: undefined, code: 'ProxyRefused', message: 'the proxy refused it with status 4070' }
  ),
  'objects that cannot be read': screen(
    { _tag: 'NotReady', code: 'InvalidObjectState' },
    { _tag: 'NotReady', code: 'TemporaryRedirect' },
    { _tag: 'Refused', message: 'The object was stored using a form of Server Side Encryption.' },
    { _tag: 'Refused', message: 'another' }
  ),
  'a bucket that was met without words, and with words': () =>
    [
      failure({ call: 'S3 HeadBucket' }),
      failure({ call: 'S3 HeadBucket', status: 400 }),
      failure({ call: 'S3 HeadBucket', status: 404, _tag: 'Absent' }),
      failure({ call: 'S3 HeadBucket', _tag: 'Unintelligible' }),
      failure({ call: 'S3 GetBucketAcl' })
    ].map((one) => bucketRemedy(wantedOfStaging(), one)),
  'a table in each status': () =>
    [
      'CREATING',
      'UPDATING',
      'DELETING',
      'INACCESSIBLE_ENCRYPTION_CREDENTIALS',
      'ARCHIVING',
      'ARCHIVED',
      'A_NEW_STATUS'
    ].flatMap((status) =>
      [
        { encryptionKey: O.some(KEY), isProtected: true },
        { encryptionKey: O.none, isProtected: false }
      ].map(
        (more) =>
          `${status}: ${statusRemedy({ name: 'a-table', seed: 'npm run seed -- stacks/a.ts' }, { arn: TABLE, status, ...more })}`
      )
    ),
  'a table with several of each': () =>
    describedSettings(wantedOfStaging().table, {
      arn: TABLE,
      status: 'ACTIVE',
      keys: ['LockID HASH', 'Range RANGE'],
      attributes: ['LockID S', 'Range N'],
      billing: 'PROVISIONED',
      isProtected: false,
      encryption: O.some('ENABLED'),
      encryptionKey: O.none,
      replicas: ['eu-west-1', 'a witness in eu-west-3'],
      hasStreamOrIndex: true,
      tableClass: 'STANDARD_INFREQUENT_ACCESS',
      limits: ['MaxReadRequestUnits 1', 'MaxWriteRequestUnits 2']
    }).map(({ name, clause, expected, actual, standing }) => `${name}, ${clause}: ${expected}; ${actual}; ${standing}`),
  'how long ago': () =>
    [-1, 0, 999, 1000, 59_999, 60_000, 119_999, 120_000, 3_599_999, 3_600_000, 86_399_999, 86_400_000, 200_000_000].map(
      (millis) => `${millis}: ${ageText(millis)}`
    )
})

test.run()
