import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeEnvironment } from '../../src/caller/environment.ts'
import { processStart } from '../../src/caller/process-start.ts'
import type { Variables } from '../../src/caller/surroundings.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('what could run before this')

const { declaration } = wantedOfStaging()
const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'a-secret' }
const found = (variables: Variables) =>
  judgeEnvironment({
    variables: { ...keys, ...variables },
    shared: { config: {}, credentials: {} },
    route: { proxy: undefined, caBundle: undefined },
    declared: declaration
  })

const refused: Readonly<Record<string, ReadonlyArray<Variables>>> = {
  'process-start': [
    ...['LD_PRELOAD', 'LD_LIBRARY_PATH', 'LD_AUDIT', 'DYLD_INSERT_LIBRARIES', 'DYLD_LIBRARY_PATH', 'GCONV_PATH'],
    ...[
      'GLIBC_TUNABLES',
      'HOSTALIASES',
      'LOCALDOMAIN',
      'RES_OPTIONS',
      'RESOLV_MULTI',
      'NLSPATH',
      'TZDIR',
      'MALLOC_TRACE',
      'OPENSSL_CONF',
      'OPENSSL_MODULES',
      'OPENSSL_ENGINES',
      'SSLKEYLOGFILE'
    ],
    ...['BASH_ENV', 'ENV', 'BASH_FUNC_node%%', 'BASH_FUNC_git()', 'NODE_PATH', 'NODE_COMPILE_CACHE', 'NODE_DEBUG'],
    ...[
      'NODE_USE_SYSTEM_CA',
      'NODE_USE_ENV_PROXY',
      'NODE_ICU_DATA',
      'NODE_PRESERVE_SYMLINKS',
      'NODE_REDIRECT_WARNINGS'
    ],
    ...['NODE_A_THING_OF_TOMORROW', 'npm_config_script_shell', 'NPM_CONFIG_SCRIPT_SHELL', 'npm_config_node_options']
  ].map((name) => ({ [name]: '/tmp/x' })),
  'node-options': [
    ...[
      '--require /tmp/x.cjs',
      '-r /tmp/x.cjs',
      '--import=/tmp/x.mjs',
      '--loader /tmp/x.mjs',
      '--experimental-loader=x'
    ],
    ...['--inspect', '--inspect-brk=0.0.0.0:9229', '--openssl-config=/tmp/x', '--tls-keylog=/tmp/x', '--use-system-ca'],
    ...['--use-openssl-ca', '--tls-min-v1.0', '--conditions=x', '-C x', '--preserve-symlinks', '--env-file=/tmp/x'],
    ...['--no-warnings --require=/tmp/x.cjs', '"--require" "/tmp/x.cjs"', '--max-old-space-size=4096 /tmp/x'],
    ...['--max-old-space-size=$(id)', '--no-warnings=/tmp/x', '--a-thing-of-tomorrow', '\t--require=/tmp/x.cjs']
  ].map((NODE_OPTIONS) => ({ NODE_OPTIONS })),
  'path-absolute': [
    ':/usr/bin',
    '/usr/bin:',
    '/usr/bin::/bin',
    '.',
    '/usr/bin:.',
    'bin:/usr/bin',
    './node_modules/.bin:/bin'
  ].map((PATH) => ({ PATH }))
}
for (const [id, all] of Object.entries(refused))
  for (const variables of all)
    test(`refuses ${JSON.stringify(variables)}`, () => {
      const diagnostics = found(variables)
      assert.equal(
        diagnostics.map((diagnostic) => diagnostic.rule),
        [id]
      )
      assert.not.match(JSON.stringify(diagnostics), '/tmp/x')
    })

const accepted: ReadonlyArray<Variables> = [
  {},
  { PATH: '/usr/local/bin:/usr/bin:/bin' },
  {
    NODE_ENV: 'production',
    NODE_VERSION: '20.19.0',
    NODE_NO_WARNINGS: '1',
    NODE_V8_COVERAGE: '/x',
    NODE: '/usr/bin/node'
  },
  { LD_PRELOAD: '', NODE_OPTIONS: '', BASH_ENV: '' },
  { LD_BIND_NOW: '1', 'BASH_FUNC_module%%': '() { x; }', MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '8' },
  {
    npm_config_loglevel: 'silent',
    npm_config_user_agent: 'npm/10',
    npm_config_init_module: '/home/x/.npm-init.js',
    npm_config_userconfig: '/home/x/.npmrc'
  },
  { NODE_OPTIONS: '--max-old-space-size=4096 --enable-source-maps --no-warnings' },
  { NODE_OPTIONS: '--max_old_space_size=4096' },
  { NODE_OPTIONS: '--dns-result-order=ipv4first  --unhandled-rejections=strict' },
  { NODE_OPTIONS: '--frozen-intrinsics --disable-proto=delete --stack-trace-limit=50' }
]
for (const variables of accepted)
  test(`accepts ${JSON.stringify(variables)}`, () =>
    assert.equal(
      processStart({
        variables,
        shared: { config: {}, credentials: {} },
        route: { proxy: undefined, caBundle: undefined },
        declared: declaration
      }),
      []
    ))

test('names the flag and what is done about it, and shows no path', () => {
  const [diagnostic] = found({ NODE_OPTIONS: '--no-warnings --require=/home/somebody/x.cjs -C dev' })
  assert.is(diagnostic?.actual, 'NODE_OPTIONS has --require, -C: not known to be harmless')
  assert.is(found({ 'BASH_FUNC_git%%': '() { x; }' })[0]?.remedy, 'unset -f git')
})

test.run()
