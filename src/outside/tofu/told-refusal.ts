import * as O from 'fp-ts/lib/Option.js'
import type * as T from 'fp-ts/lib/Task.js'
import type { AwsFailure } from '../aws/failure.port.ts'

/** A call of AWS that failed, as the SDK of OpenTofu and its provider writes it. Source: aws-sdk-go-v2, aws/transport/http/response_error.go. */
const CALL =
  /operation error (\w+): (\w+), (?:exceeded maximum number of attempts, (\d+), )?https response error StatusCode: (\d+), RequestID: ([^,]*), (?:HostID: [^,]*, )?(?:api error )?(?:([\w.]+): )?(.*)/

/** Words of Go for a connection that came to nothing, by the code of Node that means the same. */
const CONNECTION: ReadonlyArray<readonly [said: RegExp, code: string]> = [
  [/x509: |certificate/, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  [/timeout|deadline exceeded/i, 'ETIMEDOUT'],
  [/no such host/, 'ENOTFOUND'],
  [/connection refused/, 'ECONNREFUSED'],
  [/./, 'ECONNRESET']
]

/** A paragraph of tofu on one line, without the frame that it draws at a terminal. */
const onLine = (paragraph: string): string =>
  paragraph
    .split('\n')
    .map((line) => line.replace(/^[\s│╷╵*]+/, '').trim())
    .join(' ')
    .trim()

/**
 * The last answer of AWS that tofu names as the cause of its end, as a failure of a call. None where it names none, and where
 * it was refused by a condition: that one is about the lock, and not about AWS.
 */
export const toldRefusal =
  (said: string, region: string): T.Task<O.Option<AwsFailure>> =>
  async () => {
    const told = said
      .split(/\n[\s│]*\n|\n(?=[\s│]*\* )/)
      .map(onLine)
      .findLast((line) => CALL.test(line))
    const [, service, operation, attempts = '1', status = '0', requestId = '', code = '', message = ''] =
      CALL.exec(told ?? '') ?? []
    if (service === undefined || code === 'ConditionalCheckFailedException') return O.none
    const isAnswered = Number(status) > 0
    const name = isAnswered ? code : (CONNECTION.find(([words]) => words.test(message))?.[1] ?? '')
    const met = isAnswered ? { $metadata: { httpStatusCode: Number(status), requestId } } : { code: name }
    const thrown = Object.assign(new Error(message), { name: isAnswered ? name : 'Error', ...met })
    const { classify } = await import('../aws/classify.ts')
    return O.some(classify(`${service} ${operation}`, region, thrown, Number(attempts)))
  }
