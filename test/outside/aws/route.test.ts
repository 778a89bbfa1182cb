import * as E from 'fp-ts/lib/Either.js'
import { chmodSync, mkdirSync, mkdtempSync, promises, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { HttpRequest } from '@smithy/core/protocols'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { X509Certificate } from 'node:crypto'
import { Agent } from 'node:https'
import tls, { rootCertificates } from 'node:tls'
import { carrier } from '../../../src/outside/aws/route.ts'
import { wordsOfNoSession } from '../../support/no-session.ts'

const test = suite('the way to AWS')

const folder = mkdtempSync(join(tmpdir(), 'zenthea-route-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

const notCertificates: Readonly<Record<string, readonly [text: string, cause: RegExp]>> = {
  'no certificate': ['-----BEGIN PUBLIC KEY-----\n', /holds no certificate in PEM form$/],
  'a certificate of other bytes': [
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
    /holds a certificate that cannot be read$/
  ],
  'half a certificate': ['-----BEGIN CERTIFICATE-----\nMIIB', /holds a certificate that cannot be read$/]
}

for (const [name, [text, cause]] of Object.entries(notCertificates))
  test(`is none with a bundle that holds ${name}, which is said before anything is asked`, async () => {
    const file = join(folder, `${name}.pem`)
    writeFileSync(file, text)
    const way = await carrier({ proxy: undefined, caBundle: file }, 1000)()
    assert.match(E.isLeft(way) ? wordsOfNoSession(way.left) : 'a way', cause)
  })

/** What the handler of a way is set to, as the SDK has it. */
const handlerOf = async (proxy: string | undefined) => {
  const way = await carrier({ proxy, caBundle: undefined }, 1234)()
  if (E.isLeft(way)) throw new Error(wordsOfNoSession(way.left))
  // The SDK sets itself with the first request; this one is given up before it leaves.
  const request = new HttpRequest({ hostname: 'localhost', protocol: 'https:' })
  await way.right.handler.handle(request, { abortSignal: AbortSignal.abort() }).catch(() => undefined)
  const { httpsAgent, ...set } = way.right.handler.httpHandlerConfigs()
  way.right.close()
  return { httpsAgent, set }
}

for (const proxy of [undefined, 'http://127.0.0.1:1'])
  test(`${proxy ?? 'no proxy'}: each request may take so long and is ended then, over TLS 1.2 or later, 40 at once`, async () => {
    const { httpsAgent, set } = await handlerOf(proxy)
    assert.equal([set.connectionTimeout, set.requestTimeout, set.throwOnRequestTimeout], [1234, 1234, true])
    assert.is(httpsAgent instanceof HttpsProxyAgent, proxy !== undefined)
    assert.is(httpsAgent instanceof Agent, proxy === undefined)
    const { maxSockets, options } = httpsAgent as Agent
    assert.is(maxSockets, 40)
    if (proxy === undefined) assert.is(options.keepAlive, true)
  })

test('no host is met below TLS 1.2, with the authorities of the system and with those of a file', async () => {
  const [authority = ''] = rootCertificates
  const file = join(folder, 'one.pem')
  writeFileSync(file, authority)
  const { createSecureContext } = tls
  const made: Array<unknown> = []
  Object.assign(tls, {
    createSecureContext: (options: object) => {
      made.push(options)
      return createSecureContext(options)
    }
  })
  syncBuiltinESMExports()
  try {
    for (const caBundle of [undefined, file]) await carrier({ proxy: undefined, caBundle }, 1000)()
  } finally {
    Object.assign(tls, { createSecureContext })
    syncBuiltinESMExports()
  }
  const ca = [new X509Certificate(authority).toString()]
  assert.equal(made, [{ minVersion: 'TLSv1.2' }, { minVersion: 'TLSv1.2', ca }])
})

test('is none with a bundle that cannot be read, and says which file to name', async () => {
  const name = 'Name a PEM file with the certificates of the authorities, or leave the option out: --ca-bundle FILE'
  writeFileSync(join(folder, 'empty.pem'), '')
  for (const [file, message] of [
    [
      'gone.pem',
      `--ca-bundle: the file cannot be read: ENOENT: no such file or directory, open '${join(folder, 'gone.pem')}'`
    ],
    ['.', '--ca-bundle: the file cannot be read: EISDIR: illegal operation on a directory, read'],
    ['empty.pem', `--ca-bundle: ${join(folder, 'empty.pem')} holds no certificate in PEM form`]
  ] as const) {
    const way = await carrier({ proxy: undefined, caBundle: join(folder, file) }, 1000)()
    assert.equal(way, E.left({ _tag: 'NoAuthorities', message, remedy: name }))
  }
})

test('a bundle is taken certificate by certificate, without what stands between them', async () => {
  const file = join(folder, 'two.pem')
  const [first = '', second = ''] = rootCertificates
  writeFileSync(file, `a comment\n${first}\nanother\n${second}\n`)
  const way = await carrier({ proxy: undefined, caBundle: file }, 1000)()
  assert.ok(E.isRight(way))
  const pem = (text: string): string => new X509Certificate(text).toString()
  assert.is(way.right.authorities, pem(first) + pem(second))
})

test('is none with a bundle that others can change, or whose rights cannot be looked at', async () => {
  const [authority = ''] = rootCertificates
  const open = realpathSync(folder)
  mkdirSync(join(open, 'open'))
  for (const name of ['open/ca.pem', 'closed.pem']) writeFileSync(join(open, name), authority)
  chmodSync(join(open, 'open'), 0o777)
  const said = async (name: string): Promise<string> => {
    const way = await carrier({ proxy: undefined, caBundle: join(open, name) }, 1000)()
    return E.isLeft(way) ? wordsOfNoSession(way.left) : 'a way'
  }
  const place = join(open, 'open')
  const refusal = await carrier({ proxy: undefined, caBundle: join(open, 'open/ca.pem') }, 1000)()
  assert.is(E.isLeft(refusal) && refusal.left.remedy, `Take their right to write away: chmod go-w ${place}`)
  assert.is(await said('open/ca.pem'), `--ca-bundle: others can change ${place}; run chmod go-w ${place}`)
  const { lstat, realpath } = promises
  const refused = () => Promise.reject(Object.assign(new Error('x'), { code: 'EIO', errno: -5 }))
  Object.assign(promises, { lstat: refused, realpath: refused })
  syncBuiltinESMExports()
  try {
    assert.is(await said('closed.pem'), '--ca-bundle: EIO: i/o error')
  } finally {
    Object.assign(promises, { lstat, realpath })
    syncBuiltinESMExports()
  }
})

test('a bundle that is swapped after it was read is not read again', async () => {
  const file = join(folder, 'swapped.pem')
  writeFileSync(file, rootCertificates[0] ?? '')
  const before = await carrier({ proxy: undefined, caBundle: file }, 1000)()
  writeFileSync(file, rootCertificates[1] ?? '')
  const after = await carrier({ proxy: undefined, caBundle: file }, 1000)()
  assert.ok(E.isRight(before) && E.isRight(after))
  assert.is(after.right.authorities, before.right.authorities)
  assert.is(before.right.authorities, new X509Certificate(rootCertificates[0] ?? '').toString())
})

test('a proxy that refuses a host is told with its status, and its answer is none of AWS', async () => {
  const { httpsAgent } = await handlerOf('http://127.0.0.1:1')
  const said = (statusCode: number, of: object): string => {
    try {
      return String((httpsAgent as HttpsProxyAgent<string>).emit('proxyConnect', { statusCode }, of))
    } catch (error) {
      return String(error)
    }
  }
  const refused = 'ProxyRefused: the proxy refused the connection to'
  const host = 'sts.eu-central-1.amazonaws.com'
  assert.is(said(200, { host }), 'true')
  for (const status of [199, 201, 407]) assert.is(said(status, { host }), `${refused} ${host} with status ${status}`)
  assert.is(said(502, {}), `${refused} AWS with status 502`)
})

test.run()
