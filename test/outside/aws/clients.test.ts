import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { HttpRequest, HttpResponse } from '@smithy/core/protocols'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { Readable } from 'node:stream'
import { clients } from '../../../src/outside/aws/clients.ts'

const test = suite('how every client of AWS is set')

/** What would set a client otherwise, where it is not set here. Source: AWS SDKs and Tools Reference Guide, "Settings reference". */
const others = {
  AWS_REGION: 'us-east-1',
  AWS_MAX_ATTEMPTS: '7',
  AWS_RETRY_MODE: 'adaptive',
  AWS_DEFAULTS_MODE: 'mobile',
  AWS_USE_FIPS_ENDPOINT: 'true',
  AWS_USE_DUALSTACK_ENDPOINT: 'true',
  AWS_S3_USE_ARN_REGION: 'true',
  AWS_ACCOUNT_ID_ENDPOINT_MODE: 'required',
  AWS_ENABLE_ENDPOINT_DISCOVERY: 'true'
}
const before = { ...process.env }
test.before(() => void Object.assign(process.env, others))
test.after(() => {
  for (const name of Object.keys(others)) delete process.env[name]
  Object.assign(process.env, before)
})

/** A handler that answers each request so. */
const answering = (headers: Readonly<Record<string, string>>, statusCode = 200, body?: unknown): NodeHttpHandler =>
  Object.assign(new NodeHttpHandler(), {
    handle: () => Promise.resolve({ response: new HttpResponse({ statusCode, headers: { ...headers }, body }) })
  })
const handler = answering({ 'x-amzn-requestid': 'R' })
const close = (): void => undefined
const session = { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c', expiration: 1 }
const made = clients('eu-central-1', session, { handler, close, authorities: undefined })

/** What a setting is, given as it is or by a function. */
const settingOf = async (value: unknown): Promise<unknown> =>
  typeof value === 'function' ? await (value as () => unknown)() : value

for (const [name, { config }] of Object.entries(made))
  test(`${name}: one region, one attempt, the plain endpoint, and the credentials that were given`, async () => {
    const expected = {
      region: 'eu-central-1',
      maxAttempts: 1,
      retryMode: 'standard',
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      defaultsMode: 'standard'
    }
    for (const [setting, value] of Object.entries(expected))
      assert.is(await settingOf((config as unknown as Record<string, unknown>)[setting]), value, setting)
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = await config.credentials()
    assert.equal([accessKeyId, secretAccessKey, sessionToken, expiration], ['a', 'b', 'c', undefined])
  })

const request = new HttpRequest({ hostname: 'sts.eu-central-1.amazonaws.com' })

test('each asks through the given handler, and takes no success without a request id of AWS', async () => {
  const silent = clients('eu-central-1', session, { handler: answering({}), close, authorities: undefined })
  for (const name of ['sts', 's3', 'dynamodb', 'kms'] as const) {
    const { response } = await made[name].config.requestHandler.handle(request)
    assert.equal(response.headers, { 'x-amzn-requestid': 'R' }, name)
    const said = await silent[name].config.requestHandler.handle(request).then(String, String)
    assert.is(said, 'NotAnAnswer: the answer has no request id of AWS', name)
  }
})

/** What comes of an answer without a request id. */
const withoutId = (statusCode: number, body: unknown): Promise<string> =>
  clients('eu-central-1', session, { handler: answering({}, statusCode, body), close, authorities: undefined })
    .s3.config.requestHandler.handle(request)
    .then(({ response }) => `${response.statusCode}`, String)

test('the body of a success without an id is let go of, so that the connection can end; a refusal is handed on', async () => {
  const body = Readable.from(['nothing of AWS'])
  assert.match(await withoutId(299, body), 'no request id')
  assert.ok(body.destroyed)
  assert.is(await withoutId(300, undefined), '300')
})

test('S3 is asked in the named region alone, and DynamoDB at the regional host', async () => {
  assert.is(made.s3.config.followRegionRedirects, false)
  assert.is(await settingOf(made.s3.config.useArnRegion), false)
  assert.is(await settingOf(made.dynamodb.config.accountIdEndpointMode), 'disabled')
  assert.is(await settingOf(made.dynamodb.config.endpointDiscoveryEnabled), false)
})

test.run()
