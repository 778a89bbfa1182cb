import type { Answer, Call } from './call.ts'
import { dynamodbError } from './dynamodb-answer.ts'
import { stsError } from './sts.ts'
import { s3Error, text } from './xml.ts'

/** The ways in which AWS, or something that stands before it, misbehaves. */
export type Fault =
  | 'throttling'
  | 'access denied'
  | 'service fault'
  | 'wrong region'
  | 'malformed authorization'
  | 'expired token'
  | 'nonsense'
  | 'half an answer'
  | 'no answer'
  | 'an answer that never ends'
  | 'reset'
  | 'reset in mid-answer'

const ofService = (call: Call, inS3: Answer, inDynamodb: Answer, inSts: Answer): Answer =>
  call.service === 's3' ? inS3 : call.service === 'dynamodb' || call.service === 'kms' ? inDynamodb : inSts

const elsewhere = { 'x-amz-bucket-region': 'us-east-1' }

/** The answer of a fault that answers; undefined for one that breaks the connection or the true answer. */
export const faultyAnswer = (fault: Fault, call: Call): Answer | undefined => {
  switch (fault) {
    case 'throttling':
      return ofService(
        call,
        s3Error(503, 'SlowDown', 'Please reduce your request rate.'),
        dynamodbError('ThrottlingException', 'Rate exceeded'),
        stsError(400, 'Throttling', 'Rate exceeded')
      )
    case 'access denied':
      return ofService(
        call,
        s3Error(403, 'AccessDenied', 'Access Denied'),
        dynamodbError('AccessDeniedException', 'User is not authorized'),
        stsError(403, 'AccessDenied', 'Access denied')
      )
    case 'service fault':
      return ofService(
        call,
        s3Error(500, 'InternalError', 'We encountered an internal error.'),
        { ...dynamodbError('InternalServerError'), status: 500 },
        stsError(500, 'InternalFailure')
      )
    case 'wrong region':
      return ofService(
        call,
        { ...s3Error(301, 'PermanentRedirect', 'Use the endpoint.'), headers: elsewhere },
        dynamodbError('InvalidSignatureException', 'Credential should be scoped to a valid region.'),
        stsError(403, 'RegionDisabledException', 'STS is not activated in this region.')
      )
    case 'malformed authorization':
      return ofService(
        call,
        {
          ...s3Error(
            400,
            'AuthorizationHeaderMalformed',
            "the region 'eu-central-1' is wrong",
            text('Region', 'us-east-1')
          ),
          headers: elsewhere
        },
        dynamodbError('UnrecognizedClientException'),
        stsError(403, 'SignatureDoesNotMatch')
      )
    case 'expired token':
      return ofService(
        call,
        s3Error(400, 'ExpiredToken', 'The provided token has expired.'),
        dynamodbError('ExpiredTokenException', 'The security token has expired'),
        stsError(403, 'ExpiredToken', 'The security token has expired')
      )
    case 'nonsense':
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><body>Welcome to the guest network</body></html>'
      }
    case 'half an answer':
    case 'no answer':
    case 'an answer that never ends':
    case 'reset':
    case 'reset in mid-answer':
      return undefined
    default:
      return fault satisfies never
  }
}
