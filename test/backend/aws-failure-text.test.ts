import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsFailureTag } from '../../src/outside/aws/failure.port.ts'
import { classify } from '../../src/outside/aws/classify.ts'
import { awsFailureRemedy, awsFailureText } from '../../src/backend/aws-failure-text.ts'

const test = suite('what a refusal by AWS says')

/** An exception as the SDK throws it: the code is its name. */
const thrown = (code: string, status: number, message = 'no'): Error =>
  Object.assign(new Error(message), { name: code, $metadata: { httpStatusCode: status, requestId: 'R' } })

const remedyOf = (code: string, status: number, message?: string, region = 'eu-central-1'): string =>
  awsFailureRemedy(classify('S3 CreateBucket', region, thrown(code, status, message), 1))

/** Source of the codes: S3, DynamoDB and STS API references, "Error responses" and "Common errors". */
for (const [code, status] of [
  ['NotSignedUp', 403],
  ['SubscriptionRequiredException', 400],
  ['OptInRequired', 403],
  ['AccountProblem', 403]
] as const)
  test(`${code}: the account is not ready, and neither a name nor credentials are to blame`, () => {
    assert.match(
      awsFailureText(classify('S3 CreateBucket', 'eu-central-1', thrown(code, status), 1)),
      /account is not ready/
    )
    assert.match(remedyOf(code, status), /^Finish the sign-up/)
  })

test('the status, the region, the request and the attempts stand behind the words, where there are any', () => {
  const failure = classify('S3 CreateBucket', 'eu-central-1', thrown('AccessDenied', 403), 1)
  const words =
    'S3 CreateBucket: access denied: no right to it, or it belongs to another account. AWS says AccessDenied: no'
  assert.is(awsFailureText(failure), `${words} (status 403, request R)`)
  assert.is(
    awsFailureText({ ...failure, region: 'eu-west-1', attempts: 2 }),
    `${words} (status 403, region eu-west-1, request R, 2 attempts)`
  )
  const cut = { ...failure, status: undefined, requestId: undefined }
  assert.is(awsFailureText(cut), words.replace('AWS says', 'The cause is'))
})

test('an answer that AWS did not give is not said to be of AWS, with any status', () => {
  const failure = classify('S3 HeadBucket', 'eu-central-1', thrown('AccessDenied', 403, 'the page of a gateway'), 1)
  assert.is(
    awsFailureText({ ...failure, _tag: 'Unintelligible', code: 'NotAnAnswer' }),
    'S3 HeadBucket: an answer that is not what AWS documents. The cause is NotAnAnswer: the page of a gateway (status 403, request R)'
  )
})

test('a region that is off is said to be off', () => {
  const failure = classify('STS GetCallerIdentity', 'eu-central-1', thrown('RegionDisabledException', 403), 1)
  assert.match(awsFailureText(failure), /the region is not enabled for this account/)
})

for (const code of ['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidToken'])
  test(`${code} has three causes in a region that must be enabled, and one elsewhere`, () => {
    for (const region of ['eu-south-1', 'eu-south-2']) {
      assert.match(remedyOf(code, 403, 'no', region), new RegExp(`get-region-opt-status --region-name ${region}`))
      assert.match(remedyOf(code, 403, 'no', region), /AWS_STS_REGIONAL_ENDPOINTS=regional/)
    }
    assert.match(remedyOf(code, 403), /^Take new credentials/)
  })

test('an expired token has one cause, in every region', () => {
  assert.match(remedyOf('ExpiredToken', 400, 'no', 'eu-south-1'), /^Take new credentials/)
})

/** Source of the sentences: IAM User Guide, "Troubleshoot access denied error messages". */
for (const [policy, who] of [
  ['is not authorized to perform: s3:CreateBucket with an explicit deny in a service control policy', 'organisation'],
  ['is not authorized to perform: s3:CreateBucket with an explicit deny in a resource control policy', 'organisation'],
  ['because no permissions boundary allows the s3:CreateBucket action', 'permissions boundary'],
  ['is not authorized to perform: s3:GetObject with an explicit deny in a VPC endpoint policy', 'VPC endpoint'],
  ['because no session policy allows the s3:CreateBucket action', 'session policy'],
  ['because no identity-based policy allows the s3:CreateBucket action', 'Give the principal the right']
] as const)
  test(`a denial sends people to who can lift it: ${who}`, () => {
    assert.match(remedyOf('AccessDenied', 403, `User: … ${policy}`), new RegExp(who))
  })

/** How a call failed, the kind that it is, and the words of the way out, which names what is known. */
type Case = readonly [call: string, code: string, status: number, message: string, tag: AwsFailureTag, remedy: RegExp]

const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const OF_KEY = `--region eu-central-1 --key-id ${KEY}`
const BUCKET = 'arn:aws:s3:::zenthea-staging-eu-tfstate'
const TABLE = 'arn:aws:dynamodb:eu-central-1:111122223333:table/zenthea-staging-eu-tflock'
const refusedBy = (action: string, resource: string, policy: string): string =>
  `User: arn:aws:sts::111122223333:assumed-role/Ops/jane.doe@example.com is not authorized to perform: ${action} on resource: "${resource}" ${policy}`

/** Source of codes and messages: the API references of S3, DynamoDB, KMS and STS, and the public reports that are named. */
const ofReports: Readonly<Record<string, Case>> = {
  's3tools/s3cmd#1079, terraform-aws-tfstate-backend#54: a name of another account is not waited for': [
    'S3 CreateBucket',
    'BucketAlreadyExists',
    409,
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system.',
    'NameTaken',
    /^Choose another bucket name/
  ],
  'ocs-ci#10451: a bucket of the own account is met in another run': [
    'S3 CreateBucket',
    'BucketAlreadyOwnedByYou',
    409,
    'Your previous request to create the named bucket succeeded and you already own it.',
    'Conflict',
    /run this again\.$/
  ],
  'terraform-aws-next-js#15: too many buckets': [
    'S3 CreateBucket',
    'TooManyBuckets',
    400,
    'You have attempted to create more buckets than allowed',
    'LimitReached',
    /aws service-quotas list-service-quotas --service-code s3 --region eu-central-1$/
  ],
  'hashicorp/terraform#13339: too many tables are no throttling': [
    'DynamoDB CreateTable',
    'LimitExceededException',
    400,
    'Subscriber limit exceeded: There is a limit of 2500 tables per subscriber',
    'LimitReached',
    /--service-code dynamodb --region eu-central-1$/
  ],
  'terraform-provider-aws#1776: too many tables at once are': [
    'DynamoDB CreateTable',
    'LimitExceededException',
    400,
    'Subscriber limit exceeded: Only 10 tables can be created, updated, or deleted simultaneously',
    'Throttled',
    /^Wait a minute/
  ],
  'localstack#7786: a key that was disabled': [
    'S3 GetObject',
    'KMS.DisabledException',
    400,
    `${KEY} is disabled.`,
    'KeyUnusable',
    new RegExp(`: aws kms enable-key ${OF_KEY}$`)
  ],
  'localstack#8423: a key on its way to deletion': [
    'S3 GetObject',
    'KMS.KMSInvalidStateException',
    400,
    `${KEY} is pending deletion.`,
    'KeyUnusable',
    new RegExp(`: aws kms cancel-key-deletion ${OF_KEY} && aws kms enable-key ${OF_KEY}$`)
  ],
  'a key that is gone, and is not named': [
    'DynamoDB GetItem',
    'KMSInvalidStateException',
    400,
    'The table is encrypted with a key that cannot be used',
    'KeyUnusable',
    /^Find out in CloudTrail what became of the key/
  ],
  'nozaq/remote-state#9: a state under a key of a person': [
    'S3 GetObject',
    'AccessDenied',
    403,
    refusedBy('kms:Decrypt', KEY, 'because no identity-based policy allows the kms:Decrypt action'),
    'Denied',
    /who put the object under a KMS key/
  ],
  'hashicorp/terraform#30818: a denial in the policy of the bucket': [
    'S3 PutBucketPolicy',
    'AccessDenied',
    403,
    refusedBy('s3:PutBucketPolicy', BUCKET, 'with an explicit deny in a resource-based policy'),
    'Denied',
    /: aws s3api get-bucket-policy --region eu-central-1 --bucket zenthea-staging-eu-tfstate --query Policy --output text$/
  ],
  'a denial in the policy of the table': [
    'DynamoDB GetItem',
    'AccessDeniedException',
    400,
    refusedBy('dynamodb:GetItem', TABLE, 'with an explicit deny in a resource-based policy'),
    'Denied',
    new RegExp(`: aws dynamodb get-resource-policy --region eu-central-1 --resource-arn ${TABLE}$`)
  ],
  'a denial in the policy of the caller': [
    'S3 CreateBucket',
    'AccessDenied',
    403,
    refusedBy('s3:CreateBucket', BUCKET, 'with an explicit deny in an identity-based policy'),
    'Denied',
    /^Have the denial taken out/
  ],
  'a state in an archive class': [
    'S3 GetObject',
    'InvalidObjectState',
    403,
    "The operation is not valid for the object's storage class",
    'NotReady',
    /restore the object/
  ],
  'WSL#10006: a clock behind, as S3 says it': [
    'S3 GetObject',
    'RequestTimeTooSkewed',
    403,
    'The difference between the request time and the current time is too large.',
    'ClockWrong',
    /^Set the clock .* New credentials do not help\.$/
  ],
  'a clock behind, as STS says it': [
    'STS GetCallerIdentity',
    'SignatureDoesNotMatch',
    403,
    'Signature expired: 20261127T100000Z is now earlier than 20261127T110000Z (20261127T111500Z - 15 min.)',
    'ClockWrong',
    /^Set the clock/
  ],
  'a clock ahead, as DynamoDB says it': [
    'DynamoDB GetItem',
    'InvalidSignatureException',
    400,
    'Signature not yet current: 20261127T130000Z is still later than 20261127T120500Z (20261127T120000Z + 5 min.)',
    'ClockWrong',
    /^Set the clock/
  ],
  'a secret that was cut has another cause than the clock': [
    'STS GetCallerIdentity',
    'SignatureDoesNotMatch',
    403,
    'The request signature we calculated does not match the signature you provided.',
    'CredentialsRefused',
    /^Take new credentials/
  ],
  'a resource that AWS itself disabled': [
    'S3 GetObject',
    'AllAccessDisabled',
    403,
    'All access to this object has been disabled',
    'AccountNotReady',
    /^Open a case with AWS Support/
  ]
}

for (const [what, [call, code, status, message, tag, remedy]] of Object.entries(ofReports))
  test(what, () => {
    const failure = classify(call, 'eu-central-1', thrown(code, status, message), 1)
    assert.is(failure._tag, tag)
    assert.match(awsFailureRemedy(failure), remedy)
    assert.match(awsFailureText(failure), `AWS says ${code}: `)
    assert.not.match(awsFailureText(failure), 'jane.doe')
  })

test('a region that is off is enabled by a line to copy, and STS that is off is activated', () => {
  assert.match(
    remedyOf('RegionDisabledException', 403, 'STS is not activated', 'eu-south-2'),
    /: aws account enable-region --region-name eu-south-2$/
  )
  assert.match(
    remedyOf('RegionDisabledException', 403, 'STS is not activated in this region'),
    /^Have an administrator activate STS for eu-central-1/
  )
})

/** Exceptions of the way to AWS, which AWS did not say. Source: Node.js, "Errors", the codes of TLS and of DNS. */
for (const [name, code, message, tag, remedy] of [
  [
    'Error',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'self-signed certificate in certificate chain',
    'NotTrusted',
    /--ca-bundle FILE$/
  ],
  [
    'Error',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'unable to get local issuer certificate',
    'NotTrusted',
    /^Ask who runs/
  ],
  ['Error', 'CERT_NOT_YET_VALID', 'certificate is not yet valid', 'NotTrusted', /^Check the clock/],
  ['Error', 'CERT_HAS_EXPIRED', 'certificate has expired', 'NotTrusted', /^Check the clock/],
  [
    'ProxyRefused',
    undefined,
    'the proxy refused the connection to a.b with status 407',
    'ProxyRefused',
    /^Run a relay/
  ],
  [
    'ProxyRefused',
    undefined,
    'the proxy refused the connection to a.b with status 403',
    'ProxyRefused',
    /^Have the proxy let/
  ],
  [
    'Error',
    'ENOTFOUND',
    'getaddrinfo ENOTFOUND dynamodb.eu-central-1.amazonaws.com',
    'Unreachable',
    /^Check the network .* DNS/
  ],
  ['TimeoutError', undefined, 'no whole answer within 60 seconds', 'TimedOut', /^Repair/],
  ['NotAnAnswer', undefined, 'the answer is a web page', 'Unintelligible', /^Look for a proxy/]
] as const)
  test(`${code ?? name} is not said by AWS: ${message}`, () => {
    const error = Object.assign(new Error(message), { name }, code === undefined ? {} : { code })
    const failure = classify('S3 GetObject', 'eu-central-1', error, 1)
    assert.is(failure._tag, tag)
    assert.match(awsFailureRemedy(failure), remedy)
    assert.match(awsFailureText(failure), `The cause is ${code ?? name}: ${message}`)
  })

test.run()
