import * as E from 'fp-ts/lib/Either.js'
import * as IO from 'fp-ts/lib/IO.js'
import * as T from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { HttpResponse } from '@smithy/core/protocols'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { Readable } from 'node:stream'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { X509Certificate } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsPorts, awsSession, openLiveBackend } from '../../../src/outside/aws/session.ts'
import type { NoSession } from '../../../src/outside/aws/identity.port.ts'
import { wantedOfStaging } from '../../support/wanted.ts'
import { wordsOfNoSession } from '../../support/no-session.ts'

const test = suite<{ root: string }>('the way to AWS and the session of one run')

const before = { ...process.env }
test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-session-')))
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  Object.assign(process.env, {
    AWS_CONFIG_FILE: join(place.root, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(place.root, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'of-a-test',
    AWS_SESSION_TOKEN: 'token'
  })
})
test.after.each(({ root }) => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  rmSync(root, { recursive: true, force: true })
})

const { declaration } = wantedOfStaging()
const calling = {
  region: 'eu-central-1',
  patienceMillis: 1000,
  pause: () => T.of(undefined),
  retrying: () => IO.of(undefined)
}
const signingIn = { profile: undefined, projects: [] }
const live = (caBundle?: string) => openLiveBackend({ proxy: undefined, caBundle }, signingIn, declaration, calling)
const ofSeed = (caBundle?: string) => awsSession({ proxy: undefined, caBundle }, signingIn, calling)

const rightOf = async <A>(task: TaskEither<NoSession, A>): Promise<A> => {
  const found = await task()
  if (E.isLeft(found)) throw new Error(wordsOfNoSession(found.left))
  return found.right
}

test('gives a child the very credentials, and the authorities of the file that was named', async ({ root }) => {
  const [authority = ''] = rootCertificates
  writeFileSync(join(root, 'ca.pem'), `# ours\n${authority}\n`)
  const { credentials, authorities, aws } = await rightOf(live(join(root, 'ca.pem')))
  assert.equal(credentials, {
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'of-a-test',
    sessionToken: 'token'
  })
  assert.is(authorities, new X509Certificate(authority).toString())
  assert.is(aws.accessKeyId, 'ASIAIOSFODNN7EXAMPLE')
  assert.is((await rightOf(live())).authorities, undefined)
})

test('seed gets the key that it acts by, and all ports', async () => {
  const { accessKeyId, aws } = await rightOf(ofSeed())
  assert.is(accessKeyId, 'ASIAIOSFODNN7EXAMPLE')
  assert.equal(Object.keys(aws).toSorted(), ['bucket', 'identity', 'table'])
})

/** Who is calling, where STS answers with this. */
const callerIn = async (result: string) => {
  const hosts: Array<string> = []
  const handler = Object.assign(new NodeHttpHandler(), {
    handle: ({ hostname }: { readonly hostname: string }, options: { readonly abortSignal?: unknown }) => {
      hosts.push(hostname)
      assert.instance(options.abortSignal, AbortSignal)
      const body = Buffer.from(result)
      const headers = { 'x-amzn-requestid': 'R', 'content-type': 'text/xml' }
      return Promise.resolve({ response: new HttpResponse({ statusCode: 200, headers, body: Readable.from([body]) }) })
    }
  })
  const way = { handler, close: () => undefined, authorities: undefined }
  const found = await awsPorts({ accessKeyId: 'a', secretAccessKey: 'b' }, way, calling).identity.caller()()
  return { hosts, found: E.isRight(found) ? found.right : `${found.left.call}: ${found.left.message}` }
}
const told = (fields: string): string =>
  `<GetCallerIdentityResponse><GetCallerIdentityResult>${fields}</GetCallerIdentityResult></GetCallerIdentityResponse>`
const account = '<Account>111122223333</Account>'
const arn = '<Arn>arn:aws:iam::111122223333:user/jane</Arn>'

test('STS is asked once in the region who is calling, and both of its words are needed', async () => {
  assert.equal(await callerIn(told(`${account}${arn}`)), {
    hosts: ['sts.eu-central-1.amazonaws.com'],
    found: { account: '111122223333', arn: 'arn:aws:iam::111122223333:user/jane' }
  })
  for (const [fields, missing] of [
    [account, 'Arn'],
    [arn, 'Account']
  ] as const)
    assert.is((await callerIn(told(fields))).found, `STS GetCallerIdentity: the answer has no ${missing}`)
})

test('without authorities or credentials there is no session; the authorities are read first', async ({ root }) => {
  delete process.env['AWS_ACCESS_KEY_ID']
  const missing = join(root, 'gone.pem')
  for (const open of [live, ofSeed] as const) {
    const [noBundle, noKeys] = [await open(missing)(), await open()()]
    assert.match(E.isLeft(noBundle) ? wordsOfNoSession(noBundle.left) : '', /^--ca-bundle: .*ENOENT/)
    assert.match(E.isLeft(noKeys) ? wordsOfNoSession(noKeys.left) : '', /credential/i)
  }
})

test.run()
