import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeEnvironment } from '../../src/caller/environment.ts'
import type { Route, SharedConfig, Variables } from '../../src/caller/surroundings.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('the surroundings of credentials and network')

const { declaration } = wantedOfStaging()
const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'a-secret' }
const noFiles: SharedConfig = { config: {}, credentials: {} }
const noRoute: Route = { proxy: undefined, caBundle: undefined }

type Given = { readonly variables?: Variables; readonly shared?: SharedConfig; readonly route?: Partial<Route> }

const ids = ({ variables = keys, shared = noFiles, route = {} }: Given): ReadonlyArray<string> =>
  judgeEnvironment({ variables, shared, route: { ...noRoute, ...route }, declared: declaration }).map(
    ({ rule }) => rule
  )

const config = (profile: Readonly<Record<string, string>>, more: SharedConfig['config'] = {}): SharedConfig => ({
  config: { default: profile, ...more },
  credentials: {}
})
const staticKeys = { aws_access_key_id: 'x', aws_secret_access_key: 'y' }

const accepted: Readonly<Record<string, Given>> = {
  'keys alone': {},
  'keys with a token and the declared region': {
    variables: { ...keys, AWS_SESSION_TOKEN: 't', AWS_REGION: 'eu-central-1' }
  },
  'keys beside a default profile': { shared: config(staticKeys) },
  'a named profile': {
    variables: { AWS_PROFILE: 'p' },
    shared: config(
      {},
      {
        p: { sso_session: 's', sso_account_id: '1', sso_role_name: 'x' },
        'sso-session.s': { sso_region: 'eu-central-1', sso_start_url: 'https://example.awsapps.com/start' }
      }
    )
  },
  'the default profile': { variables: {}, shared: { config: {}, credentials: { default: staticKeys } } },
  'a role to assume': { variables: {}, shared: config({ role_arn: 'r', source_profile: 's' }, { s: staticKeys }) },
  'a web identity': { variables: { AWS_ROLE_ARN: 'r', AWS_WEB_IDENTITY_TOKEN_FILE: '/f' } },
  'variables that are set to nothing': {
    variables: { ...keys, AWS_PROFILE: '', HTTPS_PROXY: '', AWS_ENDPOINT_URL: '' }
  },
  'the proxy that is named': { variables: { ...keys, HTTPS_PROXY: 'http://p:1/' }, route: { proxy: 'http://p:1' } },
  'the proxy that is named, without the scheme that Go and curl add': {
    variables: { ...keys, HTTPS_PROXY: '127.0.0.1:5300' },
    route: { proxy: 'http://127.0.0.1:5300' }
  },
  'one host for the table': {
    variables: { ...keys, AWS_ACCOUNT_ID_ENDPOINT_MODE: 'disabled' },
    shared: config({ account_id_endpoint_mode: 'disabled' })
  },
  'the bundle that is named': { variables: { ...keys, AWS_CA_BUNDLE: '/ca' }, route: { caBundle: '/ca' } },
  'more authorities when a bundle replaces them': {
    variables: { ...keys, SSL_CERT_FILE: '/x', NODE_EXTRA_CA_CERTS: '/y' },
    route: { caBundle: '/ca' }
  },
  'other hosts past the proxy': {
    variables: { ...keys, NO_PROXY: 'localhost,.example.com' },
    route: { proxy: 'http://p:1' }
  },
  'a shared config by its absolute path': { variables: { ...keys, AWS_CONFIG_FILE: '/x/config' } },
  'an endpoint in a profile that is not used': { shared: config({}, { other: { endpoint_url: 'http://x' } }) },
  'a key that only ends as the one of an endpoint': { shared: config({ my_endpoint_url: 'http://x' }) },
  'a key that only begins as the one of an endpoint': { shared: config({ endpoint_url_of_another: 'http://x' }) },
  'endpoint variants that are off': { variables: { ...keys, AWS_USE_FIPS_ENDPOINT: 'false' } }
}
for (const [what, given] of Object.entries(accepted))
  test(`accepts ${what}`, () => {
    assert.equal(ids(given), [])
  })

const sources = 'credentials-of-one-source'
const refused: Readonly<Record<string, readonly [Given, string]>> = {
  'keys and a profile': [{ variables: { ...keys, AWS_PROFILE: 'p' } }, sources],
  'keys and a container': [{ variables: { ...keys, AWS_CONTAINER_CREDENTIALS_FULL_URI: 'u' } }, sources],
  'a profile and a web identity': [
    { variables: { AWS_PROFILE: 'p', AWS_ROLE_ARN: 'r', AWS_WEB_IDENTITY_TOKEN_FILE: '/f' } },
    sources
  ],
  'a key without its secret': [{ variables: { AWS_ACCESS_KEY_ID: 'x' } }, sources],
  'a token alone': [{ variables: { AWS_SESSION_TOKEN: 'x' } }, sources],
  'half a web identity': [{ variables: { AWS_ROLE_ARN: 'x' } }, sources],
  'a profile that is not there': [{ variables: { AWS_PROFILE: 'typo' }, shared: config(staticKeys) }, sources],
  'no credentials': [{ variables: {} }, sources],
  'a profile without credentials': [{ variables: {}, shared: config({ region: 'x' }) }, sources],
  'a profile with two kinds': [
    { variables: {}, shared: config({ ...staticKeys, role_arn: 'r', source_profile: 's' }) },
    sources
  ],
  'a profile with a process and single sign-on': [
    { variables: {}, shared: config({ credential_process: 'p', sso_session: 's' }) },
    sources
  ],
  'another default profile': [{ variables: { ...keys, AWS_DEFAULT_PROFILE: 'p' } }, 'read-apart'],
  'the older name of a key': [{ variables: { ...keys, AWS_ACCESS_KEY: 'p' } }, 'read-apart'],
  'the older name of a secret': [{ variables: { ...keys, AWS_SECRET_KEY: 'p' } }, 'read-apart'],
  'a second shared config': [{ variables: { ...keys, AWS_SHARED_CONFIG_FILE: 'p' } }, 'read-apart'],
  'a web identity in a variable': [{ variables: { ...keys, AWS_WEB_IDENTITY_TOKEN: 'p' } }, 'read-apart'],
  'the oldest name of a token': [{ variables: { ...keys, AWS_SECURITY_TOKEN: 'p' } }, 'read-apart'],
  'a relative state home': [{ variables: { ...keys, XDG_STATE_HOME: 'state' } }, 'paths-absolute'],
  'a relative cache': [{ variables: { ...keys, XDG_CACHE_HOME: './cache' } }, 'paths-absolute'],
  'a state home that no shell wrote out': [{ variables: { ...keys, XDG_STATE_HOME: '~/state' } }, 'paths-absolute'],
  'a relative home': [{ variables: { ...keys, HOME: '.' } }, 'paths-absolute'],
  'a shared config by a relative path': [{ variables: { ...keys, AWS_CONFIG_FILE: 'config' } }, 'paths-absolute'],
  'shared credentials under a tilde': [
    { variables: { ...keys, AWS_SHARED_CREDENTIALS_FILE: '~/c' } },
    'paths-absolute'
  ],
  'a web identity by a relative path': [
    { variables: { AWS_ROLE_ARN: 'r', AWS_WEB_IDENTITY_TOKEN_FILE: 'token' } },
    'paths-absolute'
  ],
  'another region': [{ variables: { ...keys, AWS_REGION: 'us-east-1' } }, 'region-declared'],
  'another default region': [{ variables: { ...keys, AWS_DEFAULT_REGION: 'eu-west-1' } }, 'region-declared'],
  'another account': [{ variables: { ...keys, AWS_ACCOUNT_ID: '444455556666' } }, 'account-declared'],
  'an endpoint for all': [{ variables: { ...keys, AWS_ENDPOINT_URL: 'http://x' } }, 'endpoints'],
  'an endpoint for STS': [{ variables: { ...keys, AWS_ENDPOINT_URL_STS: 'http://x' } }, 'endpoints'],
  ...Object.fromEntries(
    ['AWS_S3_ENDPOINT', 'AWS_STS_ENDPOINT', 'AWS_IAM_ENDPOINT', 'AWS_DYNAMODB_ENDPOINT', 'AWS_SSO_ENDPOINT']
      .concat(['AWS_METADATA_URL', 'AWS_EC2_METADATA_SERVICE_ENDPOINT', 'AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL_IAM'])
      .concat(['AWS_ENDPOINT_URL_DYNAMODB'])
      .map((name) => [`an endpoint in ${name}`, [{ variables: { ...keys, [name]: 'http://x' } }, 'endpoints']])
  ),
  'endpoints of both kinds of address': [{ variables: { ...keys, AWS_USE_DUALSTACK_ENDPOINT: '1' } }, 'endpoints'],
  'endpoints of the FIPS kind': [{ variables: { ...keys, AWS_USE_FIPS_ENDPOINT: 'true' } }, 'endpoints'],
  'an endpoint that the service is asked for': [
    { variables: { ...keys, AWS_ENABLE_ENDPOINT_DISCOVERY: '1' } },
    'endpoints'
  ],
  'an endpoint that the service is asked for, in the profile': [
    { shared: config({ endpoint_discovery_enabled: 'true' }) },
    'endpoints'
  ],
  'a host for the account': [{ variables: { ...keys, AWS_ACCOUNT_ID_ENDPOINT_MODE: 'required' } }, 'endpoints'],
  'the mode that is the default': [{ variables: { ...keys, AWS_ACCOUNT_ID_ENDPOINT_MODE: 'preferred' } }, 'endpoints'],
  'a mode in capitals': [{ variables: { ...keys, AWS_ACCOUNT_ID_ENDPOINT_MODE: 'DISABLED' } }, 'endpoints'],
  'a host for the account in the profile': [{ shared: config({ account_id_endpoint_mode: 'preferred' }) }, 'endpoints'],
  'a host for the account in a source profile': [
    {
      variables: {},
      shared: config(
        { role_arn: 'r', source_profile: 's' },
        { s: { ...staticKeys, account_id_endpoint_mode: 'required' } }
      )
    },
    'endpoints'
  ],
  'an endpoint in the profile': [{ shared: config({ endpoint_url: 'http://x' }) }, 'endpoints'],
  'an endpoint of one service in the profile': [{ shared: config({ 's3.endpoint_url': 'http://x' }) }, 'endpoints'],
  'an endpoint in the services of the profile': [
    { shared: config({ services: 'n' }, { 'services.n': { 'sts.endpoint_url': 'http://x' } }) },
    'endpoints'
  ],
  'an endpoint in a source profile': [
    {
      variables: {},
      shared: config({ role_arn: 'r', source_profile: 's' }, { s: { ...staticKeys, endpoint_url: 'http://x' } })
    },
    'endpoints'
  ],
  'a proxy that is not named': [{ variables: { ...keys, HTTPS_PROXY: 'http://p:1' } }, 'proxy-named'],
  'a proxy in small letters': [{ variables: { ...keys, https_proxy: 'http://p:1' } }, 'proxy-named'],
  'another proxy than the named one': [
    { variables: { ...keys, HTTPS_PROXY: 'http://q:1' }, route: { proxy: 'http://p:1' } },
    'proxy-named'
  ],
  'the named proxy over TLS': [
    { variables: { ...keys, HTTPS_PROXY: 'https://p:1' }, route: { proxy: 'http://p:1' } },
    'proxy-named'
  ],
  'the named proxy with a user': [
    { variables: { ...keys, https_proxy: 'u@p:1' }, route: { proxy: 'http://p:1' } },
    'proxy-named'
  ],
  'AWS past the proxy': [
    { variables: { ...keys, NO_PROXY: 'x,.amazonaws.com' }, route: { proxy: 'http://p:1' } },
    'proxy-for-all'
  ],
  'everything past the proxy': [
    { variables: { ...keys, no_proxy: '*' }, route: { proxy: 'http://p:1' } },
    'proxy-for-all'
  ],
  'a bundle that is not named': [{ variables: { ...keys, AWS_CA_BUNDLE: '/ca' } }, 'ca-bundle-named'],
  'another bundle than the named one': [
    { variables: { ...keys, AWS_CA_BUNDLE: '/b' }, route: { caBundle: '/a' } },
    'ca-bundle-named'
  ],
  'a bundle in the profile': [{ shared: config({ ca_bundle: '/ca' }) }, 'ca-bundle-named'],
  'a proxy in capitals for everything': [{ variables: { ...keys, ALL_PROXY: 'http://p:1' } }, 'proxy-named'],
  'a proxy for everything': [{ variables: { ...keys, all_proxy: 'http://p:1' } }, 'proxy-named'],
  'a proxy for what is not encrypted': [{ variables: { ...keys, HTTP_PROXY: 'http://p:1' } }, 'proxy-named'],
  'a folder of authorities': [{ variables: { ...keys, SSL_CERT_DIR: '/x' } }, 'ca-bundle-named'],
  'endpoints of the FIPS kind in the profile': [{ shared: config({ use_fips_endpoint: 'true' }) }, 'endpoints'],
  'endpoints of the dual stack in the profile': [{ shared: config({ use_dualstack_endpoint: 'true' }) }, 'endpoints'],
  'authorities that only Go reads': [{ variables: { ...keys, SSL_CERT_FILE: '/x' } }, 'ca-bundle-named'],
  'authorities that only Node reads': [{ variables: { ...keys, NODE_EXTRA_CA_CERTS: '/x' } }, 'ca-bundle-named'],
  'certificates that nobody verifies': [{ variables: { ...keys, NODE_TLS_REJECT_UNAUTHORIZED: '0' } }, 'tls-verified']
}
for (const [what, [given, id]] of Object.entries(refused))
  test(`refuses ${what}`, () => {
    assert.equal(ids(given), [id])
  })

const proxyDiagnostic = (value: string, route: Route = noRoute) =>
  judgeEnvironment({ variables: { ...keys, HTTPS_PROXY: value }, shared: noFiles, route, declared: declaration })[0]

test('says how to name the proxy of the environment, as the command line takes it', () => {
  assert.match(proxyDiagnostic('proxy.example:3128')?.remedy ?? '', /--proxy http:\/\/proxy\.example:3128$/)
  assert.match(proxyDiagnostic('http://proxy.example:3128/')?.remedy ?? '', /--proxy http:\/\/proxy\.example:3128$/)
  assert.match(proxyDiagnostic('socks5://proxy.example:1080')?.remedy ?? '', /--proxy http:\/\/HOST:PORT$/)
})

test('names the way through a proxy with a password, and shows nothing of it', () => {
  for (const value of [
    'http://user:a-secret@proxy.example:3128',
    'user:a-secret@proxy.example:3128',
    'http://user@p'
  ]) {
    const diagnostic = proxyDiagnostic(value)
    assert.match(diagnostic?.remedy ?? '', /relay on this machine .* --proxy http:\/\/127\.0\.0\.1:3128$/)
    assert.not.match(JSON.stringify(diagnostic), /a-secret|user@|proxy\.example/)
  }
})

test('no diagnostic shows a secret or the address of a proxy', () => {
  const variables = { ...keys, AWS_PROFILE: 'p', AWS_SECRET_KEY: 'a-secret', HTTPS_PROXY: 'http://u:a-secret@p' }
  const diagnostics = judgeEnvironment({ variables, shared: noFiles, route: noRoute, declared: declaration })
  assert.is(diagnostics.length, 3)
  assert.not.match(JSON.stringify(diagnostics), 'a-secret')
})

test.run()
