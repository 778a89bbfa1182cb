import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CheckName } from '../../../src/commands/preflight/check-names.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Answer, Call } from '../../support/aws-double/call.ts'
import type { Fault } from '../../support/aws-double/fault.ts'
import { dynamodbError } from '../../support/aws-double/dynamodb-answer.ts'
import { stsError } from '../../support/aws-double/sts.ts'
import { s3Error } from '../../support/aws-double/xml.ts'
import { LOCK_ID, PROBE_ID, findingsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'
import { tableIn } from '../../support/seed-bench.ts'

const test = suite<{ double: AwsDouble }>('preflight, answers that are broken or refuse')
test.before(async (context) => {
  context.double = await startHealthyDouble()
})
test.before.each(({ double }) => {
  double.forget()
  double.misbehave(undefined)
})
test.after(({ double }) => double.stop())

type Question = { readonly at: (call: Call) => boolean; readonly check: CheckName; readonly id: string }

const operation = (name: string, check: CheckName, id: string, part = ''): Question => ({
  at: (call) => call.operation === name && call.body.includes(part),
  check,
  id
})
const setting = (name: string): Question => operation(name, 'bucket', 'bucket-settings')

const ofS3: Readonly<Record<string, Question>> = {
  GetBucketOwnershipControls: setting('GetBucketOwnershipControls'),
  GetPublicAccessBlock: setting('GetPublicAccessBlock'),
  GetBucketEncryption: setting('GetBucketEncryption'),
  GetBucketVersioning: setting('GetBucketVersioning'),
  GetBucketPolicy: setting('GetBucketPolicy'),
  GetBucketTagging: setting('GetBucketTagging'),
  GetBucketLifecycleConfiguration: setting('GetBucketLifecycleConfiguration'),
  GetBucketReplication: setting('GetBucketReplication'),
  GetObject: operation('GetObject', 'state-whole', 'state-object')
}
const ofDynamodb: Readonly<Record<string, Question>> = {
  DescribeTable: operation('DescribeTable', 'lock-table', 'table-known'),
  DescribeContinuousBackups: operation('DescribeContinuousBackups', 'lock-table', 'table-recovery'),
  'GetItem of the lock': operation('GetItem', 'lock-free', 'lock-free', `"${LOCK_ID}"`),
  'GetItem of the digest': operation('GetItem', 'state-whole', 'state-digest', '-md5"'),
  'GetItem of the probe': operation('GetItem', 'lock-works', 'lock-reads', `"${PROBE_ID}"`),
  'PutItem of the probe': operation('PutItem', 'lock-works', 'lock-accepts', `"${PROBE_ID}"`)
}
const ofSts: Readonly<Record<'GetCallerIdentity', Question>> = {
  GetCallerIdentity: operation('GetCallerIdentity', 'identity', 'caller-known')
}
const ofIam = { GetAccountSummary: operation('GetAccountSummary', 'identity', 'iam-reached') }
const ofHead = { HeadBucket: operation('HeadBucket', 'bucket', 'bucket-owned') }

/** What the refusal says; the answer to that question alone is broken, so that it alone is refused. */
const refusalOf = async (
  double: AwsDouble,
  { at, check, id }: Question,
  fault: Fault | Answer,
  options = {}
): Promise<string> => {
  double.misbehave({ at, fault })
  const seen = await runOnline(double, { names: ['identity', check], ...options })
  const result = seen.results.find((one) => one.check === check)
  assert.is(result?._tag, 'Refused')
  const failed = findingsIn(seen).filter(({ outcome }) => outcome === 'failed')
  // A reset breaks every connection: which answer is missed first is open.
  if (fault !== 'reset') assert.is(failed[0]?.rule, id)
  const left = (tableIn(double)?.items ?? []).map((item) => (item['LockID'] as { S: string }).S)
  assert.not.ok(left.includes(PROBE_ID), 'no probe is left')
  return failed[0]?.actual ?? ''
}

/** Each code with its status. Source: Amazon S3 API Reference, "Error responses". */
const s3Codes: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  InvalidAccessKeyId: 403,
  SignatureDoesNotMatch: 403,
  RequestTimeTooSkewed: 403,
  ExpiredToken: 400,
  InvalidToken: 400,
  AuthorizationHeaderMalformed: 400,
  PermanentRedirect: 301,
  TemporaryRedirect: 307,
  NoSuchBucket: 404,
  MethodNotAllowed: 405,
  SlowDown: 503,
  InternalError: 500
}
for (const name of ['GetBucketVersioning', 'GetBucketPolicy', 'GetObject'])
  for (const [code, status] of Object.entries(s3Codes))
    test(`refuses ${name} with ${code}, and says so`, async ({ double }) => {
      assert.match(await refusalOf(double, ofS3[name] as Question, s3Error(status, code)), code)
    })

/** Source: Amazon DynamoDB Developer Guide, "Error handling". */
const dynamodbCodes: Readonly<Record<string, string>> = {
  AccessDeniedException: 'not authorized',
  UnrecognizedClientException: 'The security token included in the request is invalid.',
  ExpiredTokenException: 'The security token included in the request is expired',
  InvalidSignatureException: 'Signature expired: 20261121T000000Z is now earlier than 20261121T010000Z',
  MissingAuthenticationTokenException: 'Request must contain a valid Authentication Token',
  ValidationException: 'One or more parameter values were invalid',
  ThrottlingException: 'Rate exceeded',
  ProvisionedThroughputExceededException: 'The level of configured provisioned throughput was exceeded',
  RequestLimitExceeded: 'Throughput exceeds the current throughput limit for your account'
}
for (const name of ['DescribeContinuousBackups', 'GetItem of the lock', 'PutItem of the probe'])
  for (const [code, message] of Object.entries(dynamodbCodes))
    test(`refuses ${name} with ${code}, and says so`, async ({ double }) => {
      assert.match(await refusalOf(double, ofDynamodb[name] as Question, dynamodbError(code, message)), code)
    })

for (const code of ['IncompleteSignature', 'MissingAuthenticationToken', 'RequestExpired'])
  test(`refuses GetCallerIdentity with ${code}, and says so`, async ({ double }) => {
    assert.match(await refusalOf(double, ofSts.GetCallerIdentity, stsError(403, code)), code)
  })

const withBody: Readonly<Record<string, Question>> = { ...ofSts, ...ofS3, ...ofDynamodb }
for (const [name, question] of Object.entries({ ...withBody, ...ofHead, ...ofIam }))
  test(`refuses when the connection breaks before the answer to ${name}`, async ({ double }) => {
    await refusalOf(double, question, 'reset')
  })
for (const [name, question] of Object.entries(withBody)) {
  test(`refuses when the connection breaks in the middle of the answer to ${name}`, async ({ double }) => {
    await refusalOf(double, question, 'reset in mid-answer')
  })
  test(`refuses an answer to ${name} that is cut off`, async ({ double }) => {
    const { id, ...others } = question
    // Half of an object is an object, too: it is the digest that tells.
    await refusalOf(double, { ...others, id: name === 'GetObject' ? 'state-digest' : id }, 'half an answer')
  })
  test(`refuses a page of another network instead of the answer to ${name}, with any status`, async ({ double }) => {
    for (const status of [403, 404, 407, 502])
      await refusalOf(double, question, {
        status,
        headers: { 'content-type': 'text/html' },
        body: '<html><body>Sign in to the guest network</body></html>'
      })
  })
}

const never = ['GetBucketVersioning', 'GetBucketPolicy', 'GetObject', 'DescribeTable', 'GetItem of the lock'] as const
for (const name of [...never, 'PutItem of the probe'] as const)
  test(`refuses an answer to ${name} that never ends`, async ({ double }) => {
    const question = withBody[name] as Question
    const actual = await refusalOf(double, question, 'an answer that never ends', { patienceMillis: 1500 })
    assert.match(actual, 'no answer in time')
  })
test('refuses when HeadBucket is never answered', async ({ double }) => {
  const actual = await refusalOf(double, ofHead.HeadBucket, 'no answer', { patienceMillis: 1500 })
  assert.match(actual, 'no answer in time')
})

test.run()
