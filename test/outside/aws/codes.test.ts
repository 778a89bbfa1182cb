import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { NoAnswerInTime, NotAnAnswer, ProxyRefused, classify } from '../../../src/outside/aws/classify.ts'
import type { AwsFailureTag } from '../../../src/outside/aws/failure.port.ts'

const test = suite('each code of AWS, of Node and of the SDK by what it means')

const CALL = 'S3 GetBucketPolicy'
const REGION = 'eu-central-1'

/** A refusal as the SDK throws one. */
const thrown = (name: string, status?: number, more: object = {}): Error =>
  Object.assign(new Error('said'), {
    name,
    ...(status === undefined ? {} : { $metadata: { httpStatusCode: status, requestId: 'R1' } }),
    ...more
  })
const tagOf = (error: unknown, call = CALL): AwsFailureTag => classify(call, REGION, error, 1)._tag

/**
 * Codes of S3, DynamoDB, STS and KMS with a status that each comes under. Sources: Amazon S3 API Reference, "Error
 * responses"; Amazon DynamoDB Developer Guide, "Error handling"; AWS STS and AWS KMS API References, "Common errors".
 */
const ofAws: Readonly<Partial<Record<AwsFailureTag, Readonly<Record<number, ReadonlyArray<string>>>>>> = {
  WrongRegion: {
    301: ['PermanentRedirect'],
    400: ['AuthorizationHeaderMalformed', 'IllegalLocationConstraintException', 'InvalidLocationConstraint']
  },
  CredentialsRefused: {
    400: [
      ...['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'InvalidToken', 'TokenRefreshRequired'],
      ...['UnrecognizedClientException', 'MissingAuthenticationTokenException', 'IncompleteSignatureException'],
      ...['InvalidSignatureException', 'IncompleteSignature']
    ],
    403: ['InvalidClientTokenId', 'InvalidAccessKeyId', 'SignatureDoesNotMatch', 'MissingAuthenticationToken']
  },
  ClockWrong: { 403: ['RequestTimeTooSkewed', 'RequestInTheFuture'] },
  Conflict: {
    400: ['ResourceInUseException', 'TableAlreadyExistsException', 'TableInUseException'],
    409: ['BucketAlreadyOwnedByYou', 'OperationAborted']
  },
  NameTaken: { 409: ['BucketAlreadyExists'] },
  LimitReached: { 400: ['TooManyBuckets', 'LimitExceededException'] },
  KeyUnusable: {
    400: ['KMSInvalidStateException', 'DisabledException', 'KMS.DisabledException', 'KMS.AnythingNew'],
    409: ['KeyUnavailableException']
  },
  NotReady: {
    307: ['TemporaryRedirect', 'Redirect'],
    400: ['ContinuousBackupsUnavailableException'],
    403: ['InvalidObjectState']
  },
  AccountNotReady: {
    400: ['SubscriptionRequiredException', 'OptInRequired', 'InvalidPayer'],
    403: ['NotSignedUp', 'AccountProblem', 'AllAccessDisabled']
  },
  RegionOff: { 403: ['RegionDisabledException', 'RegionDisabled'] },
  Absent: { 400: ['ResourceNotFoundException', 'TableNotFoundException'], 404: ['NoSuchBucket', 'NoSuchKey'] },
  Denied: { 400: ['AccessDeniedException', 'InvalidBucketOwnerAWSAccountID'], 403: ['AccessDenied', 'AnotherDenial'] },
  TimedOut: { 400: ['RequestTimeout', 'RequestTimeoutException'] },
  Throttled: {
    400: ['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded'],
    429: ['AnyCode'],
    503: ['SlowDown']
  },
  ServiceFault: { 500: ['InternalError', 'InternalServerError', 'AccessDenied'], 503: ['ServiceUnavailable'] },
  Refused: { 400: ['ValidationException', 'InvalidRequest'], 405: ['MethodNotAllowed'] }
}
for (const [tag, byStatus] of Object.entries(ofAws))
  test(`${tag}: ${Object.values(byStatus).flat().join(', ')}`, () => {
    for (const [status, codes] of Object.entries(byStatus))
      for (const code of codes) assert.is(tagOf(thrown(code, Number(status))), tag, `${code} under ${status}`)
  })

/** Codes of Node and of its TLS. Source: Node.js, "Common system errors" and "X509 certificate error codes". */
const ofNode: Readonly<Partial<Record<AwsFailureTag, ReadonlyArray<string>>>> = {
  TimedOut: ['ETIMEDOUT'],
  Unreachable: ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EMFILE'],
  NotTrusted: [
    ...['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_UNTRUSTED', 'CERT_CHAIN_TOO_LONG'],
    ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ...['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'CERT_REVOKED', 'CERT_SIGNATURE_FAILURE', 'INVALID_CA'],
    ...['CERT_REJECTED', 'INVALID_PURPOSE', 'HOSTNAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID']
  ]
}
for (const [tag, codes] of Object.entries(ofNode))
  test(`${tag}, by the code of the system: ${codes.join(', ')}`, () => {
    for (const code of codes) {
      const found = classify(CALL, REGION, Object.assign(new Error('said'), { code }), 1)
      assert.equal([found._tag, found.code, found.status], [tag, code, undefined])
    }
  })

test('what this program and the SDK throw themselves', () => {
  assert.is(tagOf(new NotAnAnswer('x')), 'Unintelligible')
  assert.is(tagOf(new SyntaxError('Unexpected token < in JSON')), 'Unintelligible')
  assert.is(tagOf(new NoAnswerInTime('x')), 'TimedOut')
  assert.is(tagOf(new ProxyRefused('x')), 'ProxyRefused')
  assert.is(tagOf(thrown('TimeoutError')), 'TimedOut')
  assert.is(tagOf(thrown('AbortError')), 'TimedOut')
  assert.is(tagOf(thrown('CredentialsProviderError')), 'CredentialsRefused')
  const { _tag, message } = classify(CALL, REGION, 'a text', 1)
  assert.equal([_tag, message], ['Unreachable', 'a text'])
})

test("Node's own code of a connection counts before the name that the SDK gives, and no other code does", () => {
  assert.is(tagOf(thrown('TimeoutError', undefined, { code: 'ECONNRESET' })), 'Unreachable')
  assert.is(tagOf(thrown('AbortError', undefined, { code: 'ABORT_ERR' })), 'TimedOut')
  assert.is(classify(CALL, REGION, thrown('AccessDenied', 403, { code: 'ERR_X' }), 1).code, 'AccessDenied')
  assert.is(classify(CALL, REGION, thrown('Unknown', 403, { Code: 'AccessDenied' }), 1).code, 'AccessDenied')
  assert.is(
    classify(CALL, REGION, thrown('Error', undefined, { code: 'CERT_HAS_EXPIRED' }), 1).code,
    'CERT_HAS_EXPIRED'
  )
  assert.is(classify(CALL, REGION, thrown('Error'), 1).code, 'Error')
})

test('one code with two meanings is told by the message', () => {
  const saying = (name: string, message: string, status = 400): AwsFailureTag =>
    tagOf(Object.assign(thrown(name, status), { message }))
  for (const code of ['SignatureDoesNotMatch', 'InvalidSignatureException']) {
    assert.is(saying(code, 'Signature expired: 1 is now earlier than 2', 403), 'ClockWrong')
    assert.is(saying(code, 'signature not yet current: 1 is still later', 403), 'ClockWrong')
    assert.is(saying(code, 'The Signature expired', 403), 'CredentialsRefused')
  }
  for (const words of ['simultaneous', 'concurrent', 'are being created', 'rate', 'Too many operations'])
    assert.is(saying('LimitExceededException', `of ${words}`), 'Throttled', words)
  assert.is(saying('LimitExceededException', 'more tables than the quota'), 'LimitReached')
  for (const code of ['XLimitExceededException', 'LimitExceededExceptionOfX'])
    assert.is(saying(code, 'concurrent'), 'Refused', code)
  for (const code of ['XSignatureDoesNotMatch', 'SignatureDoesNotMatchX', 'XInvalidSignatureException'])
    assert.is(saying(code, 'Signature expired: 1 is now earlier than 2'), 'Refused', code)
  assert.is(saying('XKMS.Disabled', 'said'), 'Refused')
})

test('a status that only the answer bears counts as one that the SDK read of it', () => {
  const answered = (statusCode: number): AwsFailureTag =>
    tagOf(Object.assign(new Error('said'), { name: 'AnyCode', $response: { statusCode, headers: {} } }))
  assert.equal([400, 428, 429, 430, 499, 500, 503].map(answered), [
    ...['Refused', 'Refused', 'Throttled', 'Refused', 'Refused', 'ServiceFault', 'ServiceFault']
  ])
})

test('a code that only begins or ends like the words of the SDK for no code is one of AWS', () => {
  for (const code of ['ErrorOfAws', 'AnError', 'UnknownOperation', 'NotFoundHere', '400Bad', 'SyntaxErrorOfAws'])
    assert.is(tagOf(thrown(code, 400)), 'Refused', code)
  for (const code of ['Error', 'Unknown', 'UnknownError', 'NotFound', '400', ''])
    assert.is(tagOf(thrown(code, 400)), 'Unintelligible', code)
})

test('a HEAD has no code, so its status decides, where AWS gave it an id', () => {
  const head = (status: number, requestId: string | undefined = 'R1') =>
    tagOf(
      Object.assign(new Error('said'), { name: 'Unknown', $metadata: { httpStatusCode: status, requestId } }),
      'S3 HeadBucket'
    )
  for (const [status, tag] of [
    [301, 'WrongRegion'],
    [307, 'NotReady'],
    [403, 'Denied'],
    [404, 'Absent'],
    [409, 'Conflict'],
    [300, 'Refused'],
    [400, 'Refused'],
    [500, 'ServiceFault'],
    [299, 'Unintelligible']
  ] as const)
    assert.is(head(status), tag, `${status}`)
  const without = { name: 'Unknown', $metadata: { httpStatusCode: 403 } }
  assert.is(tagOf(Object.assign(new Error('said'), without), 'S3 HeadBucket'), 'Unintelligible')
})

test('a refusal without a code and without an id is a page of something between here and AWS', () => {
  const page = (name: string, httpStatusCode: number, requestId?: string) =>
    classify(CALL, REGION, Object.assign(new Error('<html>'), { name, $metadata: { httpStatusCode, requestId } }), 1)
  for (const name of ['Unknown', 'UnknownError', 'NotFound', 'Error', '403', 'SyntaxError']) {
    assert.equal(
      [page(name, 403)._tag, page(name, 403).code, page(name, 403).message],
      ['Unintelligible', 'NotAnAnswer', 'a refusal that bears no sign of AWS'],
      name
    )
    assert.is(page(name, 403, 'R1')._tag, 'Unintelligible', name)
    assert.equal(
      [300, 503].map((status) => page(name, status)._tag),
      ['Unintelligible', 'Unintelligible'],
      name
    )
  }
  assert.is(page('Unknown', 499, 'R1')._tag, 'Unintelligible')
  assert.is(page('Unknown', 500, 'R1')._tag, 'ServiceFault')
  for (const header of ['x-amz-request-id', 'x-amzn-requestid']) {
    const answer = { name: 'Unknown', $response: { statusCode: 500, headers: { [header]: 'R3' } } }
    const found = classify(CALL, REGION, Object.assign(new Error('said'), answer), 1)
    assert.equal([found._tag, found.requestId], ['ServiceFault', 'R3'], header)
  }
  assert.is(page('AccessDenied', 403)._tag, 'Denied')
})

test('a refusal that names another region is one of another region, except where the thing is absent', () => {
  const answered = (status: number, region: string) =>
    classify(
      CALL,
      REGION,
      Object.assign(new Error('said'), {
        name: 'AccessDenied',
        $response: { statusCode: status, headers: { 'x-amz-bucket-region': region, 'x-amz-request-id': 'R2' } }
      }),
      3
    )
  const found = answered(400, 'eu-west-1')
  assert.equal(
    [found._tag, found.region, found.status, found.requestId, found.attempts, found.calledRegion, found.call],
    ['WrongRegion', 'eu-west-1', 400, 'R2', 3, REGION, CALL]
  )
  assert.is(answered(299, 'eu-west-1')._tag, 'Denied')
  assert.is(answered(300, 'eu-west-1')._tag, 'WrongRegion')
  assert.is(answered(499, 'eu-west-1')._tag, 'WrongRegion')
  assert.is(answered(403, REGION)._tag, 'Denied')
  assert.is(answered(404, 'eu-west-1')._tag, 'Denied')
  assert.is(answered(500, 'eu-west-1')._tag, 'ServiceFault')
})

test('the words are those of AWS; of a file that the SDK could not read those of the system, without its place', () => {
  const message = (more: object, text = 'said') =>
    classify(CALL, REGION, Object.assign(new Error(text), more), 1).message
  assert.is(message({}), 'said')
  assert.is(message({}, "the key 'a-key' is gone"), "the key 'a-key' is gone")
  assert.is(message({ errors: [new Error(''), new Error('connect ECONNREFUSED')] }, ''), 'connect ECONNREFUSED')
  assert.is(message({}, ''), 'no message')
  assert.is(
    message({ path: '/home/jane/token', code: 'ENOENT', errno: -2 }, "ENOENT: x, open '/home/jane/token'"),
    'ENOENT: no such file or directory'
  )
})

test.run()
