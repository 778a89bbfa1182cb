import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CliConfiguration } from '../../../../src/outside/tofu/tofu.port.ts'
import { type SeenEnvironment, judgeSurroundings } from '../../../../src/commands/preflight/checks/environment.ts'
import { refusals, stagingIn } from '../staging-subject.ts'

const test = suite('the environment')

const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'a-secret' }
const noCli: CliConfiguration = { files: [], missing: undefined, impliedMirrors: [] }
const seen: SeenEnvironment = {
  variables: keys,
  shared: { config: {}, credentials: {} },
  cli: E.right(noCli),
  npmrc: E.right(O.none),
  distrusted: []
}
const judge = (changed: Partial<SeenEnvironment>) => judgeSurroundings(stagingIn('/project'), { ...seen, ...changed })
const withCli = (cli: Partial<CliConfiguration>) => judge({ cli: E.right({ ...noCli, ...cli }) })
const said = (changed: Partial<SeenEnvironment>, id: string): string | undefined =>
  judge(changed).find((finding) => finding.rule === id)?.actual

test('passes where there is nothing but credentials', () => {
  assert.equal(
    judge({}).map(({ rule, outcome }) => [rule, outcome]),
    [
      ['environment', 'passed'],
      ['provider-source', 'passed']
    ]
  )
  assert.match(said({}, 'provider-source') ?? '', 'the registry of the provider (no CLI configuration)')
})

test('names the harmless variables of OpenTofu', () => {
  assert.match(
    said({ variables: { ...keys, TF_LOG: 'debug', TF_INPUT: '0' } }, 'environment') ?? '',
    'TF_INPUT, TF_LOG'
  )
})

test('names the mirrors, the file that says so, and the folders that OpenTofu looks into by itself', () => {
  const text = 'provider_installation {\n  filesystem_mirror {\n    path = "/srv/mirror"\n  }\n}\n'
  assert.is(
    withCli({ files: [{ path: '/home/x/.tofurc', text }] })[1]?.actual,
    'the mirror /srv/mirror (/home/x/.tofurc)'
  )
  assert.match(
    withCli({ impliedMirrors: ['/usr/share/terraform/plugins'] })[1]?.actual ?? '',
    '/usr/share/terraform/plugins'
  )
})

test('refuses each mirror that is not to be taken from, and says why', () => {
  const findings = judge({
    distrusted: [
      { path: '/project/terraform.d/plugins', why: 'it lies in the checkout' },
      { path: '/srv/mirror', why: '/srv can be changed by others' }
    ]
  })
  assert.equal(refusals(findings), ['provider-source', 'provider-source'])
  assert.match(findings.at(-1)?.actual ?? '', 'the mirror /srv/mirror: /srv can be changed by others')
})

test('passes a named file that is not there, as OpenTofu does, and says so', () => {
  const findings = withCli({ missing: '/x/cli.tfrc' })
  assert.equal(refusals(findings), [])
  assert.match(findings[1]?.actual ?? '', '/x/cli.tfrc, which is not there')
})

test('keeps the rules on credentials, endpoints and network path', () => {
  assert.equal(
    refusals(
      judge({ variables: { ...keys, AWS_PROFILE: 'p', AWS_ENDPOINT_URL_STS: 'http://x', HTTPS_PROXY: 'http://p:1' } })
    ),
    ['credentials-of-one-source', 'endpoints', 'proxy-named']
  )
})

test('refuses each variable of OpenTofu, and no secret is shown', () => {
  const findings = judge({ variables: { ...keys, TF_WORKSPACE: 'x', TF_CLI_ARGS_apply: '-auto-approve' } })
  assert.equal(refusals(findings), ['tofu-variables', 'tofu-variables'])
  assert.not.match(JSON.stringify(findings), 'a-secret')
})

test('refuses a CLI configuration that was read and one that cannot be', () => {
  assert.equal(refusals(withCli({ files: [{ path: '/x', text: 'host "x" {}' }] })), ['cli-configuration'])
  assert.equal(judge({ cli: E.left({ what: '/x', cause: 'EACCES' }) }).at(-1), {
    outcome: 'failed',
    rule: 'cli-configuration-read',
    clause: 'J.6.2 §7',
    from: { kind: 'machine', name: 'the CLI configuration of OpenTofu' },
    expected: 'a CLI configuration of OpenTofu that can be read, or none',
    actual: '/x cannot be read: EACCES',
    remedy: 'Make it readable, or name another file in TF_CLI_CONFIG_FILE.'
  })
})

test.run()
