import { systemWords } from '../files/system-refusal.ts'
import { isServerError, isThrottlingError } from '@smithy/core/retry'
import type { AwsFailure, AwsFailureTag } from './failure.port.ts'

/** An answer came, and is not what AWS documents. */
export class NotAnAnswer extends Error {
  override readonly name = 'NotAnAnswer'
}

/** No whole answer came in time. */
export class NoAnswerInTime extends Error {
  override readonly name = 'TimeoutError'
}

/** The proxy answered the request for a connection itself, and not with success. */
export class ProxyRefused extends Error {
  override readonly name = 'ProxyRefused'
}

const byCode: Readonly<Record<string, AwsFailureTag>> = Object.fromEntries(
  (
    [
      [
        'WrongRegion',
        ['AuthorizationHeaderMalformed', 'IllegalLocationConstraintException', 'InvalidLocationConstraint']
      ],
      [
        'CredentialsRefused',
        [
          'ExpiredToken',
          'ExpiredTokenException',
          'RequestExpired',
          'InvalidClientTokenId',
          'InvalidAccessKeyId',
          'InvalidToken',
          'TokenRefreshRequired',
          'SignatureDoesNotMatch',
          'InvalidSignatureException',
          'UnrecognizedClientException',
          'MissingAuthenticationToken',
          'MissingAuthenticationTokenException',
          'IncompleteSignature',
          'IncompleteSignatureException',
          'CredentialsProviderError'
        ]
      ],
      ['ClockWrong', ['RequestTimeTooSkewed', 'RequestInTheFuture']],
      ['Conflict', ['ResourceInUseException', 'TableAlreadyExistsException', 'TableInUseException']],
      ['NameTaken', ['BucketAlreadyExists']],
      ['LimitReached', ['TooManyBuckets', 'LimitExceededException']],
      ['KeyUnusable', ['KMSInvalidStateException', 'DisabledException', 'KeyUnavailableException']],
      ['NotReady', ['ContinuousBackupsUnavailableException', 'InvalidObjectState']],
      [
        'AccountNotReady',
        [
          'NotSignedUp',
          'SubscriptionRequiredException',
          'OptInRequired',
          'AccountProblem',
          'AllAccessDisabled',
          'InvalidPayer'
        ]
      ],
      ['RegionOff', ['RegionDisabledException', 'RegionDisabled']],
      ['Absent', ['ResourceNotFoundException', 'TableNotFoundException']],
      ['Denied', ['AccessDenied', 'AccessDeniedException', 'InvalidBucketOwnerAWSAccountID']],
      ['TimedOut', ['TimeoutError', 'AbortError', 'RequestTimeout', 'RequestTimeoutException', 'ETIMEDOUT']],
      ['Unintelligible', ['NotAnAnswer', 'SyntaxError']],
      ['ProxyRefused', ['ProxyRefused']],
      [
        'NotTrusted',
        [
          ...['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_UNTRUSTED', 'CERT_CHAIN_TOO_LONG'],
          ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
          ...['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'CERT_REVOKED', 'CERT_SIGNATURE_FAILURE', 'INVALID_CA'],
          ...['CERT_REJECTED', 'INVALID_PURPOSE', 'HOSTNAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID']
        ]
      ]
    ] as const
  ).flatMap(([tag, codes]) => codes.map((code) => [code, tag] as const))
)

const byStatus = (status: number | undefined): AwsFailureTag | undefined => {
  if (status === undefined) return undefined
  if (status < 300) return 'Unintelligible'
  return ({ 301: 'WrongRegion', 307: 'NotReady', 403: 'Denied', 404: 'Absent', 409: 'Conflict' } as const)[status]
}

/** What the SDK puts on an error: only some of it, and often none. */
type Thrown = Error & {
  readonly code?: unknown
  /** Of a file that could not be read, such as a token. */
  readonly path?: unknown
  readonly Code?: unknown
  readonly $metadata?: { readonly httpStatusCode?: number | undefined; readonly requestId?: string } | undefined
  readonly $response?: { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> }
  readonly errors?: ReadonlyArray<Error>
}

/** Node's own code where there is one: the SDK calls a broken connection a timeout. */
const codeOf = (error: Thrown): string => {
  if (typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return error.code
  if (error.name !== 'Error' && error.name !== 'Unknown' && error.name !== 'AggregateError') return error.name
  if (typeof error.Code === 'string') return error.Code
  return typeof error.code === 'string' ? error.code : error.name
}

const messageOf = (error: Thrown): string =>
  [
    typeof error.path === 'string' ? systemWords(error) : error.message,
    ...(error.errors ?? []).map((one) => one.message)
  ].filter((text) => text !== '')[0] ?? 'no message'

/**
 * Codes that mean more than one thing, by the message. A signature that is not of this moment is one of a wrong clock.
 * DynamoDB answers with one code where too much is done at once and where a quota is used up.
 * Sources: AWS, "Troubleshoot Signature Version 4 signing"; the AWS provider of OpenTofu, aws_dynamodb_table.
 */
const byMessage: ReadonlyArray<readonly [code: RegExp, message: RegExp, tag: AwsFailureTag]> = [
  [/^(SignatureDoesNotMatch|InvalidSignatureException)$/, /^Signature (expired|not yet current)/i, 'ClockWrong'],
  [/^LimitExceededException$/, /simultaneous|concurrent|being created|rate|too many operations/i, 'Throttled'],
  [/^KMS\./, /^/, 'KeyUnusable']
]

const tagOf = (error: Thrown, code: string, status: number | undefined, isElsewhere: boolean): AwsFailureTag => {
  if (isElsewhere) return 'WrongRegion'
  const said = byMessage.find(([codes, messages]) => codes.test(code) && messages.test(error.message))
  if (said !== undefined) return said[2]
  if (byCode[code] === 'LimitReached') return 'LimitReached'
  if (isThrottlingError(error as Parameters<typeof isThrottlingError>[0]) || status === 429) return 'Throttled'
  if (byCode[code] !== undefined && !(status !== undefined && status >= 500)) return byCode[code]
  if (isServerError(error as Parameters<typeof isServerError>[0]) || (status !== undefined && status >= 500))
    return 'ServiceFault'
  return byStatus(status) ?? (status === undefined ? 'Unreachable' : 'Refused')
}

/** What the SDK calls a refusal in whose answer it found no code. */
const CODELESS = /^(Error|Unknown|UnknownError|SyntaxError|NotFound|\d*)$/

/**
 * Whether a refusal comes from AWS. It names a code in its text, and has a request id where it may be without a text. A page
 * of a proxy has neither. Source: Amazon S3 and DynamoDB API References, "Error responses".
 */
const isOfAws = (call: string, code: string, status: number, requestId: string | undefined): boolean => {
  const hasNoText = call.includes(' Head')
  return (!hasNoText && !CODELESS.test(code)) || (requestId !== undefined && (hasNoText || status >= 500))
}

/**
 * The one place where an exception of a call becomes a failure. The failure has AWS's own code, message, status and request id.
 * A HEAD has no body, so its code is unknown and its status decides. Source: reference of the SDK's surface, measured.
 */
export const classify = (call: string, region: string, thrown: unknown, attempts: number): AwsFailure => {
  const error: Thrown = thrown instanceof Error ? thrown : new Error(String(thrown))
  const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode
  const headers = error.$response?.headers ?? {}
  const named = headers['x-amz-bucket-region']
  const code = codeOf(error)
  const requestId = error.$metadata?.requestId ?? headers['x-amz-request-id'] ?? headers['x-amzn-requestid']
  const isElsewhere =
    named !== undefined && named !== region && status !== undefined && status >= 300 && status < 500 && status !== 404
  const met = { call, calledRegion: region, status, requestId, region: named, attempts }
  return status !== undefined && status >= 300 && !isElsewhere && !isOfAws(call, code, status, requestId)
    ? { ...met, _tag: 'Unintelligible', code: 'NotAnAnswer', message: 'a refusal that bears no sign of AWS' }
    : { ...met, _tag: tagOf(error, code, status, isElsewhere), code, message: messageOf(error) }
}
