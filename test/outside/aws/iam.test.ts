import * as E from 'fp-ts/lib/Either.js'
import type { HttpRequest } from '@smithy/core/protocols'
import { HttpResponse } from '@smithy/core/protocols'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { Readable } from 'node:stream'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsIam } from '../../../src/outside/aws/iam.ts'

const test = suite('whether IAM can be reached')

type Answer = { readonly statusCode: number; readonly headers?: Record<string, string>; readonly body?: unknown }

/** Asks IAM in a region, which answers so; with each request, each pause, and what is told of a retry. */
const askedIn = async (region: string, ...answers: ReadonlyArray<Answer>) => {
  const requests: Array<HttpRequest> = []
  const waits: Array<string> = []
  const handler = Object.assign(new NodeHttpHandler(), {
    handle: (request: HttpRequest, options: { readonly abortSignal?: unknown }) => {
      assert.instance(options.abortSignal, AbortSignal)
      const { statusCode, headers = {}, body } = answers[Math.min(requests.push(request), answers.length) - 1] as Answer
      return Promise.resolve({ response: new HttpResponse({ statusCode, headers, body }) })
    }
  })
  const iam = awsIam(
    { handler, close: () => undefined, authorities: undefined },
    {
      region,
      patienceMillis: 60_000,
      pause: (millis) => () => Promise.resolve(void waits.push(`${millis}`)),
      retrying: (failure, of, millis) => () =>
        void waits.push(`${failure._tag} ${failure.attempts} of ${of}, ${millis}`)
    }
  )
  const found = await iam.reached()()
  const told = E.isRight(found) ? found.right : [found.left._tag, found.left.call, found.left.message]
  return { host: iam.host, requests, waits, told }
}
const ofIam = { 'x-amzn-requestid': 'R' }

/** Source: AWS General Reference, "IAM endpoints": one host in each partition. */
const hosts = {
  'eu-central-1': 'iam.amazonaws.com',
  'eu-west-1': 'iam.amazonaws.com',
  'us-east-1': 'iam.amazonaws.com',
  'eusc-de-east-1': 'iam.eusc-de-east-1.amazonaws.eu'
}
for (const [region, host] of Object.entries(hosts))
  test(`in ${region}, ${host} gets one harmless question without a signature, and its refusal will do`, async () => {
    const { requests, ...asked } = await askedIn(region, { statusCode: 403, headers: ofIam })
    assert.equal(asked, { host, waits: [], told: undefined })
    assert.is(requests.length, 1)
    const { method, protocol, hostname, path, headers, body } = requests[0] as HttpRequest
    assert.equal(
      { method, protocol, hostname, path, headers, body },
      {
        method: 'POST',
        protocol: 'https:',
        hostname: host,
        path: '/',
        headers: { host, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '43' },
        body: 'Action=GetAccountSummary&Version=2010-05-08'
      }
    )
  })

test('an answer without an id of AWS is one of something on the way', async () => {
  for (const statusCode of [200, 403, 499]) {
    const { told } = await askedIn('eu-central-1', { statusCode })
    assert.equal(told, [
      ...['Unintelligible', 'IAM GetAccountSummary', `status ${statusCode} without a request id of AWS`]
    ])
  }
})

test('a fault of AWS is asked about again, after a pause that is told', async () => {
  const { requests, waits, told } = await askedIn(
    'eu-central-1',
    { statusCode: 500, headers: ofIam },
    { statusCode: 403, headers: ofIam }
  )
  assert.is(requests.length, 2)
  assert.equal(waits, ['ServiceFault 1 of 5, 400', '400'])
  assert.is(told, undefined)
})

test('a fault that stays is a failure, with its status', async () => {
  const { requests, told } = await askedIn('eu-central-1', { statusCode: 503, headers: ofIam })
  assert.is(requests.length, 5)
  assert.equal(told, ['ServiceFault', 'IAM GetAccountSummary', 'status 503'])
})

test('the body of an answer is drained, so that the connection can end', async () => {
  const body = Readable.from(['a refusal'])
  await askedIn('eu-central-1', { statusCode: 403, headers: ofIam, body })
  await new Promise((resolve) => body.once('end', resolve))
  assert.ok(body.readableEnded)
})

test.run()
