import { HttpRequest } from '@smithy/core/protocols'
import { Readable } from 'node:stream'
import { type Partition, euRegions } from '../../declaration/aws-region.ts'
import { type Calling, awsCall } from './call.ts'
import { NotAnAnswer } from './classify.ts'
import type { AwsIam } from './identity.port.ts'
import type { Carrier } from './route.ts'

/** IAM has one host in each partition. Source: AWS General Reference, "IAM endpoints"; the SDK's own table of partitions. */
const hosts: Readonly<Record<Partition, string>> = {
  aws: 'iam.amazonaws.com',
  'aws-eusc': 'iam.eusc-de-east-1.amazonaws.eu'
}

/** A question that changes nothing. IAM refuses it for want of a signature. */
const QUESTION = 'Action=GetAccountSummary&Version=2010-05-08'

/** How IAM tells its own answers, a refusal too. Source: AWS IAM API Reference, "Common Errors". */
const isOfIam = (headers: Readonly<Record<string, string>>): boolean => headers['x-amzn-requestid'] !== undefined

/** A fault of AWS, as the SDK throws one. */
const faultOf = (statusCode: number): Error =>
  Object.assign(new Error(`status ${statusCode}`), { name: 'ServiceFault', $metadata: { httpStatusCode: statusCode } })

/**
 * Whether IAM can be reached on the way of all other calls. No client of IAM is here, so the request has no signature and no
 * credentials, and any answer of IAM is one.
 */
export const awsIam = ({ handler }: Carrier, calling: Calling): AwsIam => {
  const host = hosts[euRegions.get(calling.region)?.partition ?? 'aws']
  const ask = awsCall(calling)('IAM GetAccountSummary', async (abortSignal): Promise<void> => {
    const headers = {
      host,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(QUESTION.length)
    }
    const request = new HttpRequest({ method: 'POST', protocol: 'https:', hostname: host, headers, body: QUESTION })
    const { response } = await handler.handle(request, { abortSignal })
    if (response.body instanceof Readable) response.body.resume()
    if (response.statusCode >= 500) throw faultOf(response.statusCode)
    if (!isOfIam(response.headers)) throw new NotAnAnswer(`status ${response.statusCode} without a request id of AWS`)
  })
  return { host, reached: () => ask }
}
