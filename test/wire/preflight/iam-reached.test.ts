import { createServer } from 'node:http'
import { type AddressInfo, type Socket, connect } from 'node:net'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { findingsIn, refusalsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'

const test = suite<{ double: AwsDouble }>('preflight, IAM is reached')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

/** A proxy that lets every host through but the one that a list does not know; gives how often it was asked for that one. */
const without = async (double: AwsDouble, host: string) => {
  let refused = 0
  const sockets = new Set<Socket>()
  const kept = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket.on('error', () => undefined)
  }
  const proxy = createServer()
  proxy.on('connect', ({ url = '' }, socket: Socket) => {
    kept(socket)
    if (url.startsWith(`${host}:`)) {
      refused += 1
      return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    }
    const onward = kept(connect(Number(new URL(double.proxy).port), '127.0.0.1'))
    onward.write(`CONNECT ${url} HTTP/1.1\r\nHost: ${url}\r\n\r\n`)
    return socket.pipe(onward).pipe(socket)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    way: { proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, caBundle: double.caBundle },
    refused: () => refused,
    stop: (): void => {
      for (const socket of sockets) socket.destroy()
      proxy.close()
    }
  }
}

test('a proxy that does not know the host of IAM is refused before plan, by its name, and all else is proven', async ({
  double
}) => {
  const proxy = await without(double, 'iam.amazonaws.com')
  try {
    const seen = await runOnline(proxy.way)
    assert.equal(refusalsIn(seen), ['identity iam-reached'])
    const refused = findingsIn(seen).find(({ outcome }) => outcome === 'failed')
    assert.match(refused?.expected ?? '', 'iam.amazonaws.com, which OpenTofu asks about roles and policies')
    assert.match(refused?.actual ?? '', /the proxy refused the connection to iam\.amazonaws\.com with status 403/)
    assert.is(refused?.from.name, 'IAM GetAccountSummary')
    assert.ok(proxy.refused() >= 1)
  } finally {
    proxy.stop()
  }
})

test('a proxy that does not know the host of one other service is refused too', async ({ double }) => {
  const hosts: Readonly<Record<string, RegExp>> = {
    'sts.eu-central-1.amazonaws.com': /^identity /,
    'zenthea-staging-eu-tfstate.s3.eu-central-1.amazonaws.com': /^bucket /,
    'dynamodb.eu-central-1.amazonaws.com': /^lock-table /,
    'kms.eu-central-1.amazonaws.com': /^lock-table /
  }
  for (const [host, refused] of Object.entries(hosts)) {
    const proxy = await without(double, host)
    try {
      const seen = await runOnline(proxy.way)
      assert.ok(
        refusalsIn(seen).some((one) => refused.test(one)),
        `${host}: ${refusalsIn(seen).join(', ')}`
      )
      const said = findingsIn(seen).flatMap((finding) => (finding.outcome === 'failed' ? [finding.actual] : []))
      assert.ok(
        said.some((text) => text.includes(`the proxy refused the connection to ${host} with status 403`)),
        said.join()
      )
      assert.ok(proxy.refused() >= 1, host)
    } finally {
      proxy.stop()
    }
  }
})

test('the request has no signature, no credentials and no name of the account', async ({ double }) => {
  assert.equal(refusalsIn(await runOnline(double)), [])
  const asked = double.calls().filter(({ host }) => host === 'iam.amazonaws.com')
  assert.equal(
    asked.map(({ headers, body }) => [Object.keys(headers).toSorted(), body]),
    [[['connection', 'content-length', 'content-type', 'host'], 'Action=GetAccountSummary&Version=2010-05-08']]
  )
})

const isIam = ({ service }: { readonly service: string }): boolean => service === 'iam'

test('any answer of IAM is one: what it refuses says nothing about the way', async ({ double }) => {
  for (const fault of ['access denied', 'expired token', 'malformed authorization'] as const) {
    double.misbehave({ at: isIam, fault })
    assert.equal(refusalsIn(await runOnline(double)), [], fault)
  }
})

test('a page of another network, a fault of AWS and silence are refused, each in its words', async ({ double }) => {
  for (const [fault, words] of [
    ['nonsense', 'an answer that is not what AWS documents'],
    ['service fault', 'a fault of AWS'],
    ['no answer', 'no answer in time']
  ] as const) {
    double.misbehave({ at: isIam, fault })
    const seen = await runOnline(double, { patienceMillis: 3000 })
    assert.equal(refusalsIn(seen), ['identity iam-reached'], fault)
    assert.match(findingsIn(seen)[0]?.actual ?? '', words)
  }
})

test('in the partition of the European Sovereign Cloud its own host is asked', async () => {
  const { awsIam } = await import('../../../src/outside/aws/iam.ts')
  const calling = { region: 'eusc-de-east-1' } as Parameters<typeof awsIam>[1]
  assert.is(awsIam({} as Parameters<typeof awsIam>[0], calling).host, 'iam.eusc-de-east-1.amazonaws.eu')
})

test.run()
