import type { PrivateFolder } from '../../../src/outside/private/run-folder.port.ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { childEnvironment, cliConfiguration, plainEnvironment } from '../../../src/commands/guard/child-environment.ts'
import { HOSTILE, hostileEnvironment } from '../../support/hostile-environment.ts'
import { hashesIn } from '../../../src/commands/guard/provider-lock.ts'
import { judgeCli } from '../../../src/commands/preflight/checks/environment/cli-configuration.ts'

const test = suite('what a child of the guard is given')

const folder: Pick<PrivateFolder, 'home' | 'temporary' | 'nothing' | 'cliConfiguration' | 'authorities'> = {
  home: '/private/home',
  temporary: '/private/tmp',
  nothing: '/private/nothing',
  cliConfiguration: '/private/cli.tfrc',
  authorities: undefined
}
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'of-a-test', sessionToken: 'token' }
const given = { credentials, region: 'eu-central-1', folder, route: { proxy: undefined, caBundle: undefined } }

const always = {
  PATH: '/usr/bin:/bin',
  HOME: '/private/home',
  TMPDIR: '/private/tmp',
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'of-a-test',
  AWS_SESSION_TOKEN: 'token',
  AWS_REGION: 'eu-central-1',
  AWS_CONFIG_FILE: '/private/nothing',
  AWS_SHARED_CREDENTIALS_FILE: '/private/nothing',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ACCOUNT_ID_ENDPOINT_MODE: 'disabled',
  TF_CLI_CONFIG_FILE: '/private/cli.tfrc',
  TF_INPUT: '0',
  TF_IN_AUTOMATION: '1',
  CHECKPOINT_DISABLE: '1'
}

test('the environment of tofu: holds nothing of a hostile parent', () => {
  const made = childEnvironment({ parent: hostileEnvironment, ...given })
  assert.equal(made, always)
  assert.not.match(JSON.stringify(made), HOSTILE)
})

test('the environment of tofu: holds what an honest terminal says of itself and of its user', () => {
  const parent = { TERM: 'xterm-256color', LANG: 'de_DE.UTF-8', LC_ALL: 'C.UTF-8', LC_CTYPE: 'UTF-8', USER: 'a.person' }
  assert.equal(childEnvironment({ parent: { ...hostileEnvironment, ...parent }, ...given }), { ...always, ...parent })
})

test('the environment of tofu: takes the way to AWS from the command line alone, and authorities from the run', () => {
  const route = { proxy: 'http://proxy.example:3128', caBundle: '/etc/ca.pem' }
  assert.equal(
    childEnvironment({
      parent: hostileEnvironment,
      ...given,
      route,
      folder: { ...folder, authorities: '/private/authorities.pem' }
    }),
    {
      ...always,
      HTTPS_PROXY: 'http://proxy.example:3128',
      AWS_CA_BUNDLE: '/private/authorities.pem'
    }
  )
})

test('the environment of tofu: has no session token where there is none', () => {
  const { sessionToken: _, ...keys } = credentials
  assert.not.ok('AWS_SESSION_TOKEN' in childEnvironment({ parent: hostileEnvironment, ...given, credentials: keys }))
})

test('the environment of tofu: holds nothing of AWS where tofu is asked about itself', () => {
  const made = plainEnvironment({ ...hostileEnvironment, AWS_REGION: 'eu-central-1' }, folder)
  assert.equal(
    Object.keys(made).filter((name) => name.startsWith('AWS_')),
    []
  )
  assert.not.match(JSON.stringify(made), HOSTILE)
})

test('the CLI configuration of a run: names what was found and nothing else, in a form that preflight reads back', () => {
  const sources = [
    { kind: 'filesystem', path: '/srv/mirror of ours' },
    { kind: 'network', url: 'https://mirror.example/providers/' },
    { kind: 'registry' }
  ] as const
  const text = cliConfiguration(sources)
  const { diagnostics, sources: read } = judgeCli({ files: [{ path: '/cli.tfrc', text }] })
  assert.equal(diagnostics, [])
  assert.equal(read, { _tag: 'Some', value: sources })
  assert.match(text, 'disable_checkpoint = true')
})

test('the CLI configuration of a run: says that the registry is meant where nothing was found, so that no folder is searched', () => {
  assert.is(cliConfiguration([]), 'disable_checkpoint = true\nprovider_installation {\n  direct {}\n}\n')
})

test('the CLI configuration of a run: the hashes of a lock file are those of both kinds, in their order', () => {
  const h1 = `h1:${'A'.repeat(42)}/=`
  const zh = `zh:${'0a'.repeat(32)}`
  const text = `provider "registry.opentofu.org/hashicorp/aws" {\n  version = "5.100.0"\n  hashes = [\n    "${h1}",\n    "${zh}",\n  ]\n}\n`
  assert.equal(hashesIn(text), [h1, zh])
  assert.equal(hashesIn('hashes = ["h1:short="]'), [])
})

test.run()
