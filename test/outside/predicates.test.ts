import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { policyIdentity, roleIdentity } from '../../src/declaration/arn.ts'
import { isObjectId } from '../../src/outside/git/object.ts'
import { clock } from '../../src/outside/process/clock.ts'
import { sandboxEnvironment } from '../../src/outside/sandbox/environment.ts'

const test = suite('whole texts: a sign before, behind or less is another text')

/** Each predicate with texts that it takes. Sources: Git, "Git Objects"; RFC 3339, 5.6. */
const takes: ReadonlyArray<readonly [what: string, is: (text: string) => boolean, texts: ReadonlyArray<string>]> = [
  ['a full object id', isObjectId, ['0'.repeat(40), 'a'.repeat(64), '09af'.repeat(10)]],
  [
    'a time by RFC 3339',
    (text) => O.isSome(clock.read(text)),
    [
      '2026-01-31T12:00:00Z',
      '2026-01-31T12:00:00.5Z',
      '2026-01-31T12:00:00.123456789+01:00',
      '2026-01-31T12:00:00-05:30'
    ]
  ]
]
for (const [what, is, texts] of takes)
  test(`${what} is told from what only holds one`, () => {
    for (const text of texts) {
      assert.ok(is(text), text)
      for (const other of [
        `x${text}`,
        `${text}x`,
        ` ${text}`,
        `${text}\n`,
        `0${text}`,
        `${text}0`,
        text.slice(0, -1),
        text.slice(1)
      ])
        assert.not.ok(is(other), JSON.stringify(other))
    }
  })

test('an object id has small letters of hexadecimal digits, and one of two lengths', () => {
  for (const text of ['A'.repeat(40), 'g'.repeat(40), 'a'.repeat(52), 'a'.repeat(63), ''])
    assert.not.ok(isObjectId(text))
})

test('a role and a policy are told by account and name, in any capitals and below any path', () => {
  const role = 'arn:aws:iam::111122223333:role'
  assert.is(roleIdentity(`${role}/a/b/Operator`), roleIdentity(`${role}/OPERATOR`))
  assert.is.not(roleIdentity(`${role}/Operator`), roleIdentity(`${role}/Operator2`))
  assert.is.not(roleIdentity(`${role}/Operator`), roleIdentity(`${role.replace('1111', '2222')}/Operator`))
  const policy = 'arn:aws:iam::111122223333:policy'
  const identity = (text: string): string => policyIdentity(text as Parameters<typeof policyIdentity>[0])
  assert.is(identity(`${policy}/a/Boundary`), identity(`${policy}/BOUNDARY`))
  assert.is.not(identity(`${policy}/Boundary`), identity(`${policy}/Boundary2`))
})

test('a program in a sandbox gets this environment and nothing else of the user', () => {
  const world = { folder: '/s', proxy: 'http://127.0.0.1:1', authority: '/s/ca.pem', tofu: '/t/tofu' }
  const node = process.execPath.replace(/\/[^/]*$/, '')
  const ofTheTerminal = {
    ...{ TERM: 'xterm', COLORTERM: 'truecolor', LANG: 'C', LC_ALL: 'C', LC_CTYPE: 'C.UTF-8', TZ: 'UTC' },
    ...{ NO_COLOR: '1', COLUMNS: '80', LINES: '24' }
  }
  const user = {
    PATH: 'relative:/bin',
    ...ofTheTerminal,
    AWS_PROFILE: 'mine',
    TF_LOG: 'trace',
    NODE_OPTIONS: '-x'
  }
  const expected = {
    ...ofTheTerminal,
    PATH: `/t:${node}:/bin`,
    HOME: '/s/home',
    TMPDIR: '/s/t',
    SHELL: '/bin/bash',
    PAGER: 'cat',
    ...Object.fromEntries(
      ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'].map((name) => [
        name,
        'http://127.0.0.1:1'
      ])
    ),
    AWS_CA_BUNDLE: '/s/ca.pem',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: 'of-a-test',
    TF_CLI_CONFIG_FILE: '/s/staging-eu.tfrc',
    CHECKPOINT_DISABLE: 'true',
    GIT_CONFIG_NOSYSTEM: '1',
    npm_config_update_notifier: 'false',
    npm_config_loglevel: 'silent',
    ZENTHEA_SANDBOX: '/s',
    SANDBOX_STACK: 'staging-eu',
    SANDBOX_WHO: 'operator'
  }
  const made = (outside: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
    sandboxEnvironment(world, 'staging-eu', 'operator', { AWS_ACCESS_KEY_ID: 'of-a-test' }, outside)
  assert.equal(made(user), expected)
  assert.is(made({})['PATH'], `/t:${node}:/usr/bin:/bin`)
})

test.run()
