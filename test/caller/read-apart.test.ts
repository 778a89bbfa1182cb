import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { originOfCredentials, originOfSignIn } from '../../src/caller/credential-sources.ts'
import { readApart } from '../../src/caller/read-apart.ts'
import { placesIn } from '../../src/caller/shared-places.ts'
import type { SharedConfig, Variables } from '../../src/caller/surroundings.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('what this program and OpenTofu would read in two ways')

const { declaration } = wantedOfStaging()
const found = (variables: Variables, shared: Partial<SharedConfig> = {}) =>
  readApart({
    variables,
    shared: { config: {}, credentials: {}, ...shared },
    route: { proxy: undefined, caBundle: undefined },
    declared: declaration
  })

const CONFIG = 'the shared config (~/.aws/config)'

test('a shared config that was not read to its end is refused by its place and cause', () => {
  const why = 'it is a pipe without an end'
  assert.equal(found({}, { unread: [{ where: CONFIG, why }] }), [
    {
      rule: 'read-apart',
      clause: 'J.7.0 §4',
      from: { kind: 'machine', name: CONFIG },
      expected: 'a shared config that can be read to its end',
      actual: `of ${CONFIG}: ${why}`,
      remedy: 'Name a regular file in its place.'
    }
  ])
})

test('a shared config that another user could have written is refused, with its own way out', () => {
  const fault = { why: 'others can change ~/.aws', remedy: 'Take their right to write away: chmod go-w ~/.aws' }
  assert.equal(found({}, { distrusted: [{ where: CONFIG, ...fault }] }), [
    {
      rule: 'shared-config-own',
      clause: 'J.6.2 §7',
      from: { kind: 'machine', name: CONFIG },
      expected: 'a shared config outside of the checkout that you alone can change: it can name a program to run',
      actual: `of ${CONFIG}: others can change ~/.aws`,
      remedy: fault.remedy
    }
  ])
})

test('of several things each is told, in one order', () => {
  const rules = found(
    { AWS_ACCESS_KEY: 'x', HOME: 'here', AWS_REGION: 'eu-west-1', AWS_ACCOUNT_ID: '444455556666' },
    { unread: [{ where: CONFIG, why: 'x' }], distrusted: [{ where: CONFIG, why: 'x', remedy: 'y' }] }
  ).map(({ rule }) => rule)
  assert.equal(rules, [
    'read-apart',
    'read-apart',
    'shared-config-own',
    'paths-absolute',
    'region-declared',
    'account-declared'
  ])
})

test('the declared region and account may stand in the environment, and no other', () => {
  assert.equal(
    found({ AWS_REGION: 'eu-central-1', AWS_DEFAULT_REGION: 'eu-central-1', AWS_ACCOUNT_ID: '111122223333' }),
    []
  )
  const [region, account, ...more] = found({ AWS_DEFAULT_REGION: 'eu-west-1', AWS_ACCOUNT_ID: '444455556666' })
  assert.equal(more, [])
  assert.equal(
    [region?.expected, region?.actual, region?.remedy],
    [
      'no region but eu-central-1, the declared one',
      'AWS_DEFAULT_REGION is eu-west-1',
      'Unset AWS_DEFAULT_REGION, or set it to eu-central-1.'
    ]
  )
  assert.equal(
    [account?.expected, account?.actual, account?.remedy],
    [
      'no account but 111122223333, the declared one',
      'AWS_ACCOUNT_ID is 444455556666',
      'Take the credentials of the declared account, and unset AWS_ACCOUNT_ID.'
    ]
  )
})

test('a path is absolute as any system of a user writes one', () => {
  for (const path of ['/etc/aws', 'C:\\Users\\jane', 'c:/aws', '\\\\server\\share'])
    assert.equal(found({ AWS_CONFIG_FILE: path }), [], path)
  for (const path of ['aws/config', './aws', '~/aws', 'C:aws', '1:/aws', 'CC:/aws'])
    assert.equal(
      found({ AWS_CONFIG_FILE: path }).map(({ actual }) => actual),
      ['AWS_CONFIG_FILE is not an absolute path'],
      path
    )
})

test('credentials that AWS refuses are traced to the place that they came from', () => {
  const places = placesIn('~/.aws/config', '[default]\nregion = x\n[profile work]\nsso_session = s\n')
  const from = (variables: Variables) =>
    originOfCredentials({ variables, shared: { config: {}, credentials: {}, places } })
  const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' }
  assert.equal(from({}), { kind: 'profile', name: 'the profile default', file: '~/.aws/config', line: 1 })
  assert.equal(from({ AWS_PROFILE: 'work' }), {
    kind: 'profile',
    name: 'the profile work',
    file: '~/.aws/config',
    line: 3
  })
  assert.equal(from({ AWS_PROFILE: 'gone' }), { kind: 'profile', name: 'the profile gone' })
  assert.is(from(keys).kind, 'variable')
  assert.match(from(keys).name, 'AWS_ACCESS_KEY_ID')
  assert.is(from({ AWS_ROLE_ARN: 'r', AWS_WEB_IDENTITY_TOKEN_FILE: '/f' }).kind, 'variable')
})

test('a failed sign-in stands where the setting stands that its words name, and else at the profile', () => {
  const text = [
    '[profile top]\nrole_arn = a\nsource_profile = base\n[profile base]\nregion = b\ncredential_process = c',
    '[profile job]\nrole_arn = d\nweb_identity_token_file = e\n'
  ].join('\n')
  const config = {
    top: { role_arn: 'a', source_profile: 'base' },
    base: { region: 'b', credential_process: 'c' },
    job: { role_arn: 'd', web_identity_token_file: 'e' }
  }
  const shared = { config, credentials: {}, places: placesIn(CONFIG, text) }
  const lineOf = (profile: string, words: string) =>
    originOfSignIn({ variables: { AWS_PROFILE: profile }, shared }, words).line
  assert.is(lineOf('top', 'The credential_process of the profile base did not end'), 6)
  assert.is(lineOf('base', 'The credential_process of the profile base ended with 1: no'), 6)
  assert.is(lineOf('job', 'The web identity token of the profile job cannot be read: x'), 9)
  for (const words of [
    'no',
    'The credential_process of the profile bases ended',
    'x The credential_process of the profile base '
  ])
    assert.is(lineOf('top', words), 1, words)
})

test.run()
