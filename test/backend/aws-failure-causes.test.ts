import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsFailureRemedy, awsFailureText } from '../../src/backend/aws-failure-text.ts'
import { awsFailures } from '../../src/backend/aws-failures.ts'
import { bucketRemedy } from '../../src/backend/wordless.ts'
import { classify } from '../../src/outside/aws/classify.ts'
import type { AwsFailureTag } from '../../src/outside/aws/failure.port.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('causes that share a code, each with the way out that fits')

/** How a call failed, the kind that it is, and the words of the way out. */
type Case = readonly [
  call: string,
  code: string,
  status: number | undefined,
  message: string,
  tag: AwsFailureTag,
  remedy: RegExp,
  region?: string
]

const ROLE = 'User: arn:aws:sts::111122223333:assumed-role/Ops/jane.doe@example.com is not authorized to perform:'
const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const SCP = 'arn:aws:organizations::444455556666:policy/o-a1b2c3/service_control_policy/p-d4e5f6'

/** Sources: the API references of S3, DynamoDB, KMS and STS; Node.js, "Common system errors"; the public reports that are named. */
const cases: Readonly<Record<string, Case>> = {
  'aws-cdk#11664, amplify-hosting#3014: a guardrail of Control Tower, whose policy AWS names': [
    'S3 PutBucketEncryption',
    'AccessDenied',
    403,
    `${ROLE} s3:PutEncryptionConfiguration on resource: "arn:aws:s3:::b" with an explicit deny in a service control policy: ${SCP}`,
    'Denied',
    /^Ask the administrators of the AWS organisation/
  ],
  'landing-zone-accelerator#705: no policy of the organisation allows it': [
    'DynamoDB CreateTable',
    'AccessDeniedException',
    400,
    `${ROLE} dynamodb:CreateTable on resource: arn:aws:dynamodb:eu-central-1:111122223333:table/t because no service control policy allows the dynamodb:CreateTable action`,
    'Denied',
    /^Ask the administrators of the AWS organisation/
  ],
  'a tag that no session policy allows': [
    'DynamoDB CreateTable',
    'AccessDeniedException',
    400,
    `${ROLE} dynamodb:TagResource on resource: arn:aws:dynamodb:eu-central-1:111122223333:table/t because no session policy allows the dynamodb:TagResource action`,
    'Denied',
    /^Take a session without a session policy/
  ],
  'the right to ask for the key of a table, and no object': [
    'KMS DescribeKey',
    'AccessDeniedException',
    400,
    `${ROLE} kms:DescribeKey on resource: ${KEY} because no identity-based policy allows the kms:DescribeKey action`,
    'Denied',
    /^Give the principal the right/
  ],
  'terraform-provider-aws#29811: a table under a key of another owner': [
    'DynamoDB GetItem',
    'AccessDeniedException',
    400,
    `KMS key access denied error: ${ROLE} kms:Decrypt on resource: ${KEY} because no identity-based policy allows the kms:Decrypt action`,
    'Denied',
    /table-encryption-key/
  ],
  'an object under a key of a person': [
    'S3 GetObject',
    'AccessDenied',
    403,
    `${ROLE} kms:Decrypt on resource: ${KEY} because no identity-based policy allows the kms:Decrypt action`,
    'Denied',
    /who put the object under a KMS key/
  ],
  'an object under a key that its writer alone has': [
    'S3 GetObject',
    'InvalidRequest',
    400,
    'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.',
    'Refused',
    /^Bring back the version of the object before this one/
  ],
  'a policy that S3 takes for a public one': [
    'S3 PutBucketPolicy',
    'AccessDenied',
    403,
    `${ROLE} s3:PutBucketPolicy on resource: "arn:aws:s3:::b" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
    'Denied',
    /^Find out who declared that the policy is public/
  ],
  'aws-cdk#8131: a region that is off, as S3 says it at the creation of a bucket': [
    'S3 CreateBucket',
    'IllegalLocationConstraintException',
    400,
    'The eu-south-2 location constraint is incompatible for the region specific endpoint this request was sent to.',
    'WrongRegion',
    /: aws account get-region-opt-status --region-name eu-south-2$/,
    'eu-south-2'
  ],
  'the same in a region that is always on': [
    'S3 CreateBucket',
    'IllegalLocationConstraintException',
    400,
    'The eu-west-1 location constraint is incompatible for the region specific endpoint this request was sent to.',
    'WrongRegion',
    /^Correct the region in the stack/
  ],
  'all access is disabled, as S3 also codes it': [
    'S3 GetObject',
    'InvalidPayer',
    403,
    'All access to this object has been disabled. Please contact AWS Support for further assistance.',
    'AccountNotReady',
    /^Open a case with AWS Support/
  ],
  'too many changes of tables at once, as DynamoDB documents it': [
    'DynamoDB CreateTable',
    'LimitExceededException',
    400,
    'Too many operations for a given subscriber.',
    'Throttled',
    /^Wait a minute/
  ],
  'a session that ends in the middle of a run': [
    'S3 GetObject',
    'ExpiredToken',
    400,
    'The provided token has expired.',
    'CredentialsRefused',
    /^Take new credentials/
  ],
  'a request rate that S3 takes for too high': [
    'S3 GetObject',
    'SlowDown',
    503,
    'Please reduce your request rate.',
    'Throttled',
    /^Wait a minute/
  ],
  'aws-cli#2593: the name of a bucket that was deleted an hour ago': [
    'S3 CreateBucket',
    'OperationAborted',
    409,
    'A conflicting conditional operation is currently in progress against this resource. Please try again.',
    'Conflict',
    /^Wait until the other change has ended/
  ],
  'no DNS, as after a VPN was closed': [
    'STS GetCallerIdentity',
    'EAI_AGAIN',
    undefined,
    'getaddrinfo EAI_AGAIN sts.eu-central-1.amazonaws.com',
    'Unreachable',
    /^Check the network .* DNS/
  ],
  'ignition#1340: a machine with IPv6 alone': [
    'S3 HeadBucket',
    'ENETUNREACH',
    undefined,
    'connect ENETUNREACH 3.5.136.10:443',
    'Unreachable',
    /IPv6 alone .* NAT64 or through a proxy/
  ],
  'a proxy that does not run': [
    'STS GetCallerIdentity',
    'ECONNREFUSED',
    undefined,
    'connect ECONNREFUSED 127.0.0.1:3128',
    'Unreachable',
    /^Start the proxy that --proxy names/
  ],
  'a proxy that speaks no TLS, named with https': [
    'STS GetCallerIdentity',
    'EPROTO',
    undefined,
    'write EPROTO ssl3_get_record:wrong version number',
    'Unreachable',
    /^Name the proxy as it listens, with http:/
  ],
  'no more files may be opened': [
    'S3 GetBucketPolicy',
    'EMFILE',
    undefined,
    'connect EMFILE 3.5.136.10:443',
    'Unreachable',
    /: ulimit -n 1024$/
  ]
}

const failureOf = ([call, code, status, message, , , region = 'eu-central-1']: Case) => {
  const isOfSystem = status === undefined
  const error = Object.assign(
    new Error(message),
    isOfSystem ? { code } : { name: code, $metadata: { httpStatusCode: status, requestId: 'EXAMPLE123456789' } }
  )
  return classify(call, region, error, 1)
}

for (const [what, given] of Object.entries(cases))
  test(what, () => {
    const [, , , , tag, remedy] = given
    const failure = failureOf(given)
    assert.is(failure._tag, tag)
    assert.match(awsFailureRemedy(failure), remedy)
    assert.not.match(awsFailureText(failure), 'jane.doe')
  })

const wanted = wantedOfStaging()

test('a refusal of S3 without words is asked again with words, by a line to copy', () => {
  for (const [code, status] of [
    ['403', 403],
    ['400', 400]
  ] as const) {
    const failure = failureOf(['S3 HeadBucket', code, status, 'UnknownError', 'Denied', /./])
    assert.match(
      bucketRemedy(wanted, failure),
      /: aws s3api list-objects-v2 --region eu-central-1 --bucket zenthea-staging-eu-tfstate --expected-bucket-owner 111122223333 --max-keys 1 --no-paginate --query KeyCount$/
    )
  }
})

test('a refusal with words keeps its own way out, and so does an end without an answer', () => {
  const slow = failureOf(['S3 HeadBucket', '503', 503, 'UnknownError', 'ServiceFault', /./])
  assert.is(bucketRemedy(wanted, slow), awsFailures.ServiceFault.remedy)
  const denied = failureOf(['S3 GetBucketPolicy', 'AccessDenied', 403, 'Access Denied', 'Denied', /./])
  assert.is(bucketRemedy(wanted, denied), awsFailures.Denied.remedy)
})

test.run()
