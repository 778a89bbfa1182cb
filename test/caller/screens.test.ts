import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { atTerminal, notAutomated } from '../../src/caller/by-hand.ts'
import { judgeEnvironment } from '../../src/caller/environment.ts'
import { placesIn } from '../../src/caller/shared-places.ts'
import type { Route, SharedConfig, Variables } from '../../src/caller/surroundings.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { type Sourced, originText } from '../../src/diagnostics/origin.ts'
import { printable } from '../../src/command-line/printable.ts'
import { type Screen, readsAs, screensIn } from '../support/screens.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('what is said of the surroundings of a run, word for word')

const { declaration } = wantedOfStaging()
const keys = { AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' }

const lines = (diagnostics: ReadonlyArray<Sourced<Diagnostic>>): ReadonlyArray<string> =>
  diagnostics.flatMap(({ rule, clause, from, expected, actual, remedy }) => [
    `${rule}, ${clause}, ${originText(from)}`,
    `  expected  ${expected}`,
    `  actual    ${actual}`,
    `  to do     ${remedy}`
  ])

const refused = (variable: string) => ({ where: '~/x', variable, why: 'ENOENT: no such file or directory' })

/**
 * All that is said of these variables, this shared config and this way. `refused` are files that cannot be read, and
 * `untaken` the sections that the SDK leaves out.
 */
const said =
  (
    variables: Variables,
    config = '',
    route: Partial<Route> = {},
    refused?: SharedConfig['refused'],
    untaken: ReadonlyArray<string> = []
  ): (() => ReadonlyArray<string>) =>
  () => {
    const sections: Record<string, Record<string, string>> = {}
    let section = ''
    for (const line of config.split('\n')) {
      const [, header] = /^\[(?:profile )?(.+)\]$/.exec(line) ?? []
      const [, name = '', value = ''] = /^([\w.]+) = (.*)$/.exec(line) ?? []
      if (header !== undefined) section = header.replace(/^(services|sso-session) /, '$1.')
      if (name !== '') sections[section] = { ...sections[section], [name]: value }
      else if (header !== undefined) sections[section] = {}
    }
    for (const name of untaken) delete sections[name]
    const shared: SharedConfig = {
      config: sections,
      credentials: {},
      places: placesIn('~/.aws/config', config),
      refused
    }
    const way = { proxy: undefined, caBundle: undefined, ...route }
    return lines(judgeEnvironment({ variables, shared, route: way, declared: declaration }))
  }
const of = (names: ReadonlyArray<string>, value = 'x'): Variables =>
  Object.fromEntries(names.map((name) => [name, value]))

readsAs(test, new URL('screens.txt', import.meta.url), {
  'no credentials': said({}),
  'a profile that is not there': said({ AWS_PROFILE: 'gone' }),
  'a profile that is not there, and files that cannot be read': () => [
    ...said({ AWS_PROFILE: 'keys' }, '', {}, [refused('AWS_CONFIG_FILE')])(),
    ...said({ AWS_PROFILE: 'keys' }, '', {}, [refused('AWS_CONFIG_FILE'), refused('AWS_SHARED_CREDENTIALS_FILE')])(),
    ...said({}, '', {}, [refused('AWS_SHARED_CREDENTIALS_FILE')])(),
    ...said({}, '', {}, [{ where: '~/.aws/config', variable: undefined, why: 'EACCES: permission denied' }])()
  ],
  'a profile whose section is empty, or has another header': () => [
    ...said({ AWS_PROFILE: 'ops' }, '[profile ops]\n', {}, undefined, ['ops'])(),
    ...said({ AWS_PROFILE: 'ops' }, '[ops]\nregion = eu-central-1\n', {}, undefined, ['ops'])(),
    ...said({ AWS_PROFILE: 'my ops' }, '[profile my ops]\nregion = eu-central-1\n', {}, undefined, ['my ops'])(),
    ...said({}, '[default]\nrole_arn = a\nsource_profile = b\n[profile b]\n', {}, undefined, ['b'])(),
    ...said({}, '[default]\nrole_arn = a\nsource_profile = b\n[b]\nregion = c\n', {}, undefined, ['b'])(),
    ...said({}, '[default]\nsso_session = a\nsso_account_id = 1\nsso_role_name = x\n[sso-session a]\n', {}, undefined, [
      'sso-session.a'
    ])()
  ],
  'a profile without credentials': said({ AWS_PROFILE: 'ops' }, '[profile ops]\nregion = eu-central-1\n'),
  'a profile with two kinds of credentials': said(
    { AWS_PROFILE: 'ops' },
    '[profile ops]\nsso_session = a\ncredential_process = b\n'
  ),
  'a profile with every kind of credentials': said(
    {},
    '[default]\naws_access_key_id = a\nrole_arn = b\nsso_account_id = c\nlogin_session = d\ncredential_process = e\n'
  ),
  'a profile with a role of a web identity, and one of single sign-on': () => [
    ...said({}, '[default]\nweb_identity_token_file = a\nrole_arn = b\naws_secret_access_key = c\n')(),
    ...said({}, '[default]\nsso_start_url = a\nrole_arn = b\n')()
  ],
  'a profile of single sign-on that lacks something': () => [
    ...said({}, '[default]\nsso_session = gone\nsso_account_id = 1\nsso_role_name = x\n')(),
    ...said(
      {},
      '[default]\nsso_session = a\nsso_account_id = 1\nsso_role_name = x\n[sso-session a]\nsso_region = eu-central-1\n'
    )(),
    ...said({}, '[default]\nsso_start_url = a\nsso_account_id = 1\nsso_role_name = x\n')()
  ],
  'half of the keys, and half of a web identity': () => [
    ...said({ AWS_ACCESS_KEY_ID: 'x' })(),
    ...said({ AWS_SESSION_TOKEN: 'x' })(),
    ...said({ AWS_ROLE_ARN: 'x' })(),
    ...said({ AWS_WEB_IDENTITY_TOKEN_FILE: '/x' })()
  ],
  'several sources of credentials': said({
    ...keys,
    ...of(['AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_ROLE_ARN', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'])
  }),
  'variables that one side alone reads': said({
    ...keys,
    ...of(['AWS_DEFAULT_PROFILE', 'AWS_ACCESS_KEY', 'AWS_SECRET_KEY']),
    ...of(['AWS_SHARED_CONFIG_FILE', 'AWS_SECURITY_TOKEN', 'AWS_WEB_IDENTITY_TOKEN'])
  }),
  'places that are not absolute': said({
    ...keys,
    ...of(['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'HOME', 'XDG_CACHE_HOME']),
    ...of(['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_RUNTIME_DIR'])
  }),
  'another region and another account': said({
    ...keys,
    ...of(['AWS_REGION', 'AWS_DEFAULT_REGION'], 'eu-west-1'),
    AWS_ACCOUNT_ID: '444455556666'
  }),
  'other endpoints, in variables': said({
    ...keys,
    ...of(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3', 'AWS_S3_ENDPOINT', 'AWS_STS_ENDPOINT', 'AWS_IAM_ENDPOINT']),
    ...of(['AWS_DYNAMODB_ENDPOINT', 'AWS_SSO_ENDPOINT', 'AWS_METADATA_URL', 'AWS_EC2_METADATA_SERVICE_ENDPOINT']),
    ...of(['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT'], 'true'),
    ...of(['AWS_ENABLE_ENDPOINT_DISCOVERY', 'AWS_ENDPOINT_DISCOVERY_ENABLED'], 'TRUE')
  }),
  'other endpoints that are turned off': said({
    ...keys,
    ...of(['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT'], 'False'),
    ...of(['AWS_ENABLE_ENDPOINT_DISCOVERY', 'AWS_ENDPOINT_DISCOVERY_ENABLED'], 'false'),
    ...of(['AWS_ENDPOINT_URL', 'AWS_S3_ENDPOINT'], ''),
    ...of(['MY_AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URLS'])
  }),
  'other endpoints, in the shared config': said(
    { AWS_PROFILE: 'ops' },
    [
      '[profile ops]\nrole_arn = a\nsource_profile = base\nservices = local\nendpoint_url = b\nuse_fips_endpoint = true',
      '[profile base]\nuse_dualstack_endpoint = true\nendpoint_discovery_enabled = true\nuse_fips_endpoint = FALSE',
      '[services local]\ns3 =\ns3.endpoint_url = c\n[profile other]\nendpoint_url = d\n'
    ].join('\n')
  ),
  'another host for the lock table': () => [
    ...said({ ...keys, AWS_ACCOUNT_ID_ENDPOINT_MODE: 'preferred' })(),
    ...said({ ...keys, AWS_ACCOUNT_ID_ENDPOINT_MODE: 'Disabled' })(),
    ...said({}, '[default]\ncredential_process = a\naccount_id_endpoint_mode = required\n')()
  ],
  'a proxy that is not named': said({
    ...keys,
    ...of(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'], 'http://p.example:1')
  }),
  'another proxy than the named one': () => [
    ...said({ ...keys, HTTPS_PROXY: 'http://p.example:1/' }, '', { proxy: 'http://q.example:2' })(),
    ...said({ ...keys, HTTPS_PROXY: 'a b' }, '', { proxy: 'http://q.example:2' })(),
    ...said({ ...keys, HTTPS_PROXY: 'p.example:1' })()
  ],
  'a proxy with a user': said({ ...keys, HTTPS_PROXY: 'http://jane:secret@p.example:1' }),
  'the same proxy under four names, and past it every host': said(
    {
      ...keys,
      ...of(['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'], 'http://q.example:2'),
      ...of(['NO_PROXY', 'no_proxy'], '*')
    },
    '',
    { proxy: 'http://p.example:1' }
  ),
  'hosts past the proxy': said({ ...keys, NO_PROXY: '*', no_proxy: '.amazonaws.com' }, '', {
    proxy: 'http://q.example:2'
  }),
  'authorities that are not named': said({ ...keys, AWS_CA_BUNDLE: '/a.pem', SSL_CERT_FILE: '/b.pem' }),
  'other authorities than the named ones': said(
    { AWS_CA_BUNDLE: '/a.pem', SSL_CERT_DIR: '/certs' },
    '[default]\ncredential_process = a\nca_bundle = /b.pem\n',
    { caBundle: '/c.pem' }
  ),
  'certificates that are not verified': () => [
    ...said({ ...keys, NODE_TLS_REJECT_UNAUTHORIZED: '0' })(),
    ...said({ ...keys, NODE_TLS_REJECT_UNAUTHORIZED: '1' })()
  ],
  'code that is loaded before anything runs': said({
    ...keys,
    ...of(['LD_PRELOAD', 'NODE_PATH', 'BASH_FUNC_aws%%', 'BASH_FUNC_git()', 'BASH_ENV'])
  }),
  'flags of Node': () => [
    ...said({ ...keys, NODE_OPTIONS: '--require x --inspect=9229 --no-warnings' })(),
    ...said({ ...keys, NODE_OPTIONS: 'word' })(),
    ...said({ ...keys, NODE_OPTIONS: '--no-warnings "--x"' })()
  ],
  'a PATH that means the working directory': () => [
    ...said({ ...keys, PATH: '/bin:' })(),
    ...said({ ...keys, PATH: 'bin:/bin' })()
  ],
  'a run of automation': () => [
    ...lines(notAutomated({ CI: 'true' })),
    ...lines(notAutomated({ CI: 'true', GITHUB_ACTIONS: 'true', BUILD_ID: '1', JENKINS_URL: 'x' }))
  ],
  'a run without a terminal': () => [...lines(atTerminal(false)), ...lines(atTerminal(false, ', or say --yes'))]
} satisfies Readonly<Record<string, Screen>>)

test('of no text of our own the redactor hides a part', () => {
  const screens = [...screensIn(new URL('screens.txt', import.meta.url)).values()]
  const lines = screens.flatMap((screen) => screen.split('\n').map((line) => line.replace(/^ {2}[a-z ]{8}  /, '')))
  assert.ok(lines.length > 200, String(lines.length))
  for (const line of lines) assert.is(printable(line, line.length), line)
})

test.run()
