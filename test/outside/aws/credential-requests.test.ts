import * as E from 'fp-ts/lib/Either.js'
import { HttpResponse } from '@smithy/core/protocols'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ProxyRefused } from '../../../src/outside/aws/classify.ts'
import { session } from '../../../src/outside/aws/credentials.ts'

const test = suite<{ root: string }>('requests for credentials')

const before = { ...process.env }
test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-requests-')))
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  Object.assign(process.env, {
    HOME: place.root,
    AWS_CONFIG_FILE: join(place.root, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(place.root, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true'
  })
  writeFileSync(join(place.root, 'config'), config(join(place.root, 'token')))
  writeFileSync(join(place.root, 'token'), 'a.b.c')
  const cache = join(place.root, '.aws/sso/cache')
  mkdirSync(cache, { recursive: true })
  const token = { accessToken: 'of the login', expiresAt: '2099-01-01T00:00:00Z', region: 'eu-west-1' }
  writeFileSync(join(cache, `${createHash('sha1').update('all').digest('hex')}.json`), JSON.stringify(token))
})
test.after.each(({ root }) => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  rmSync(root, { recursive: true, force: true })
})

const config = (token: string): string => `[profile chained]
role_arn = arn:aws:iam::111122223333:role/x
source_profile = me
[profile me]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = of-a-test
[profile job]
role_arn = arn:aws:iam::111122223333:role/x
web_identity_token_file = ${token}
[profile person]
sso_session = all
sso_account_id = 111122223333
sso_role_name = x
[sso-session all]
sso_region = eu-west-1
sso_start_url = https://example.awsapps.com/start
`

/** The hosts that a handler is asked for, which refuses each request by a fault of AWS, and how signing in ended. */
const askedFor = async (profile: string): Promise<readonly [hosts: ReadonlyArray<string>, isSession: boolean]> => {
  const hosts: Array<string> = []
  const handler = Object.assign(new NodeHttpHandler(), {
    handle: ({ hostname }: { readonly hostname: string }) => {
      hosts.push(hostname)
      return Promise.resolve({ response: new HttpResponse({ statusCode: 500, headers: {}, body: new Uint8Array() }) })
    }
  })
  const found = await session(
    'eu-central-1',
    { profile, projects: [] },
    { handler, close: () => undefined, authorities: undefined }
  )()
  return [hosts, E.isRight(found)]
}

/** Where each source is asked: STS in the region of the stack, and the portal of single sign-on where the profile says. */
const sources = {
  chained: ['sts.eu-central-1.amazonaws.com', 2],
  person: ['portal.sso.eu-west-1.amazonaws.com', 2]
} as const
for (const [profile, [host, times]] of Object.entries(sources))
  test(`of the profile ${profile} go the given way to ${host}, and once more after a fault of AWS`, async () => {
    assert.equal(await askedFor(profile), [Array.from({ length: times }, () => host), false])
  })

test('of the token of a job go the given way, to STS in the region of the stack', async () => {
  const [hosts, isSession] = await askedFor('job')
  assert.equal([[...new Set(hosts)], isSession], [['sts.eu-central-1.amazonaws.com'], false])
})

/** How signing in ended where the n-th request for it fails so; all others are answered by a fault of AWS. */
const endedWith = async (profile: string, failures: ReadonlyArray<Error | undefined>) => {
  let at = 0
  const handler = Object.assign(new NodeHttpHandler(), {
    handle: () => {
      const failure = failures[Math.min(at, failures.length - 1)]
      at += 1
      return failure === undefined
        ? Promise.resolve({ response: new HttpResponse({ statusCode: 500, headers: {}, body: new Uint8Array() }) })
        : Promise.reject(failure)
    }
  })
  const way = { handler, close: () => undefined, authorities: undefined }
  const found = await session('eu-central-1', { profile, projects: [] }, way)()
  if (E.isRight(found)) return 'a session'
  if (typeof found.left === 'string') return found.left
  return found.left._tag === 'NotReached' ? found.left.failure : found.left.message
}

/** Why a request gets no answer. Source: Node.js, "Common system errors" and "TLS". */
const unanswered: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Unreachable',
  ECONNREFUSED: 'Unreachable',
  ENETUNREACH: 'Unreachable',
  SELF_SIGNED_CERT_IN_CHAIN: 'NotTrusted',
  ETIMEDOUT: 'TimedOut'
}
for (const [code, tag] of Object.entries(unanswered))
  test(`that end with ${code} are told as the same failure of any other call`, async () => {
    for (const [profile, host] of [
      ['chained', 'sts.eu-central-1.amazonaws.com'],
      ['job', 'sts.eu-central-1.amazonaws.com'],
      ['person', 'portal.sso.eu-west-1.amazonaws.com']
    ] as const) {
      const failure = await endedWith(profile, [Object.assign(new Error('it failed'), { code })])
      assert.ok(typeof failure === 'object', profile)
      assert.equal([failure._tag, failure.code, failure.call], [tag, code, `the call to ${host}`])
      assert.equal([failure.calledRegion, failure.status], ['eu-central-1', undefined])
    }
  })

test('that the proxy refuses are told as the refusal of a proxy', async () => {
  const failure = await endedWith('chained', [new ProxyRefused('no, with status 407')])
  assert.is(typeof failure === 'object' && failure._tag, 'ProxyRefused')
})

test('that fail once and are answered then are told by the answer', async () => {
  const refused = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', name: 'TimeoutError' })
  assert.type(await endedWith('chained', [refused, undefined]), 'string')
})

test('that fail are told whole, and those that the system ends without the place on this machine', async () => {
  const saidOf = async (refused: Error): Promise<unknown> => {
    const handler = Object.assign(new NodeHttpHandler(), { handle: () => Promise.reject(refused) })
    const way = { handler, close: () => undefined, authorities: undefined }
    return session('eu-central-1', { profile: 'chained', projects: [] }, way)()
  }
  const ofSystem = { path: '/home/jane/token', errno: -2 }
  assert.equal(
    await saidOf(Object.assign(new Error("ENOENT: x, open '/home/jane/token'"), ofSystem)),
    E.left('ENOENT: no such file or directory')
  )
  assert.equal(await saidOf(new Error("the role 'x' is gone")), E.left("the role 'x' is gone"))
})

test('write nothing to the terminal, also where keys stand beside the named profile', async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' })
  const { warn } = console
  let written = 0
  console.warn = () => void (written += 1)
  try {
    await askedFor('chained')
  } finally {
    console.warn = warn
  }
  assert.is(written, 0)
})

test.run()
