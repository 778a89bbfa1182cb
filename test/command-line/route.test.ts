import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { nextCommands, routeOf } from '../../src/command-line/route.ts'

const test = suite('the way to AWS on a command line')

for (const proxy of ['http://proxy.example:3128', 'https://proxy.example', 'http://127.0.0.1:1/'])
  test(`${proxy} is a proxy, and stays as it was typed`, () => {
    assert.equal(routeOf('/project', { proxy }), E.right({ proxy, caBundle: undefined }))
  })

for (const proxy of [
  ...[
    '',
    'proxy.example:3128',
    'proxy.example',
    'ftp://proxy.example',
    'xhttp://proxy.example',
    'httpx://proxy.example'
  ],
  ...['http://me@proxy.example', 'http://:secret@proxy.example', 'http://me:secret@proxy.example:1'],
  ...['http://proxy.example/path', 'http://proxy.example/?a=b', 'http://proxy.example/#a', 'file:///proxy', 'http://']
])
  test(`'${proxy}' is not a proxy that may stand on a command line`, () => {
    assert.equal(routeOf('/project', { proxy, 'ca-bundle': 'ca.pem' }), E.left({ _tag: 'NotAProxy' }))
  })

test('a CA bundle is a file against the working directory, and without either the way is as it is', () => {
  const bundle = (file: string) => routeOf('/project/a', { 'ca-bundle': file })
  assert.equal(bundle('../ca.pem'), E.right({ proxy: undefined, caBundle: '/project/ca.pem' }))
  assert.equal(bundle('/etc/ca.pem'), E.right({ proxy: undefined, caBundle: '/etc/ca.pem' }))
  assert.equal(routeOf('/project', {}), E.right({ proxy: undefined, caBundle: undefined }))
})

test('what is typed next goes the same way: through the guard by options, and without it by variables', () => {
  const next = (route: { readonly proxy: string | undefined; readonly caBundle: string | undefined }) =>
    nextCommands({ source: 'stacks/staging-eu.ts', stack: 'staging-eu', route }, ['init', 'plan'])
  const [first, weaker] = ['Next, by hand (J.7.0 §2):', 'or, weaker, because what was proven is not tied to what runs:']
  const mode = '  export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled'
  const tofu = ['  tofu -chdir=out/staging-eu init', '  tofu -chdir=out/staging-eu plan']
  assert.equal(next({ proxy: undefined, caBundle: undefined }), [
    first,
    '  npm run tofu -- stacks/staging-eu.ts init',
    '  npm run tofu -- stacks/staging-eu.ts plan',
    weaker,
    mode,
    ...tofu
  ])
  const way = '--proxy http://p.example:1 --ca-bundle /etc/ca.pem'
  assert.equal(next({ proxy: 'http://p.example:1', caBundle: '/etc/ca.pem' }), [
    first,
    `  npm run tofu -- stacks/staging-eu.ts init ${way}`,
    `  npm run tofu -- stacks/staging-eu.ts plan ${way}`,
    weaker,
    '  export HTTPS_PROXY=http://p.example:1',
    '  export AWS_CA_BUNDLE=/etc/ca.pem',
    mode,
    ...tofu
  ])
})

test.run()
