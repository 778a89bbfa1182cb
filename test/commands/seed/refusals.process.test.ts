import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { startStagingDouble } from '../../support/seed-bench.ts'
import { seedProcess as seed } from '../../support/seed-process.ts'

const test = suite<{ double: AwsDouble; way: ReadonlyArray<string> }>('npm run seed, what it refuses offline')
test.before.each(async (context) => {
  context.double = await startStagingDouble()
  context.way = ['--proxy', context.double.proxy, '--ca-bundle', context.double.caBundle]
})
test.after.each(({ double }) => double.stop())

const stack = 'stacks/staging-eu.ts'

const refusals: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string]>> = {
  'without a terminal': [{}, 'terminal'],
  'under CI': [{ CI: 'true' }, 'by-hand'],
  'with a proxy in the environment that is not the named one': [{ HTTPS_PROXY: 'http://127.0.0.1:9' }, 'proxy-named'],
  'with a CA bundle in the environment that is not the named one': [
    { AWS_CA_BUNDLE: '/etc/other.pem' },
    'ca-bundle-named'
  ],
  'with keys and a profile': [{ AWS_PROFILE: 'p' }, 'credentials-of-one-source'],
  'with an endpoint in the environment': [{ AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:9' }, 'endpoints'],
  'with the key of another account': [{ AWS_ACCESS_KEY_ID: 'ASIAQNZGKIQY56JQ7WML' }, 'terminal']
}
for (const [when, [env, id]] of Object.entries(refusals))
  test(`refuses ${when}, before it asks AWS anything`, async ({ double, way }) => {
    const { code, stdout, stderr } = await seed([stack, ...way], env)
    assert.is(code, 1)
    assert.match(stderr, `  ${id}\n`)
    assert.match(stderr, 'nothing was created')
    assert.is(stdout, '')
    assert.is(double.calls().length, 0)
  })

test.run()
