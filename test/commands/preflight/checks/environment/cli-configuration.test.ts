import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeCli } from '../../../../../src/commands/preflight/checks/environment/cli-configuration.ts'

const test = suite("OpenTofu's CLI configuration")

const judged = (...texts: ReadonlyArray<string>) =>
  judgeCli({ files: texts.map((text, index) => ({ path: `/home/${index}.tfrc`, text })) })
const ids = (...texts: ReadonlyArray<string>) => judged(...texts).diagnostics.map(({ rule }) => rule)
const inInstallation = (text: string): string => `provider_installation {\n${text}\n}\n`

test('has nothing against none', () => {
  assert.equal(judged(), { sources: O.none, diagnostics: [] })
})

const accepted: Readonly<Record<string, string>> = {
  'an empty file': '',
  'comments alone': '# dev_overrides\n// host\n/* plugin_cache_dir = "x" */\n',
  'what the documentation shows': 'disable_checkpoint = true\ncredentials "app.terraform.io" {\n  token = "x.y"\n}\n',
  'what tofu login writes': '{"credentials":{"app.terraform.io":{"token":"x"}}}',
  'retries of a registry': 'registry_protocols {\n  retry_count = 3\n}\n'
}
for (const [what, text] of Object.entries(accepted))
  test(`accepts ${what}`, () => {
    assert.equal(judged(text), { sources: O.none, diagnostics: [] })
  })

test('names the mirrors in the order in which they are written', () => {
  const text = inInstallation(`
    filesystem_mirror {
      path    = "/srv/mirror"
      include = ["registry.opentofu.org/*/*"]
    }
    network_mirror { url = "https://mirror.example.com/providers/" }
    direct { exclude = ["x/y"] }`)
  assert.equal(judged(text), {
    sources: O.some([
      { kind: 'filesystem', path: '/srv/mirror' },
      { kind: 'network', url: 'https://mirror.example.com/providers/' },
      { kind: 'registry' }
    ]),
    diagnostics: []
  })
})

test('reads the same as JSON', () => {
  const text = '{"provider_installation":[{"filesystem_mirror":[{"path":"/srv/mirror"}]},{"direct":{}}]}'
  assert.equal(judged(text), {
    sources: O.some([{ kind: 'filesystem', path: '/srv/mirror' }, { kind: 'registry' }]),
    diagnostics: []
  })
})

const override = 'dev_overrides {\n  "hashicorp/aws" = "/home/x/aws"\n}'
const refused: Readonly<Record<string, readonly [text: string, id: string, said: RegExp]>> = {
  'development overrides': [inInstallation(override), 'provider-source', /no version and no checksum/],
  'development overrides before a mirror': [
    inInstallation(`${override}\ndirect {}`),
    'provider-source',
    /no version and no checksum/
  ],
  'development overrides in one line': [
    'provider_installation { dev_overrides { "hashicorp/aws" = "/x" } }',
    'provider-source',
    /no version and no checksum/
  ],
  'development overrides as JSON': [
    '{"provider_installation":{"dev_overrides":{"hashicorp/aws":"/x"}}}',
    'provider-source',
    /no version and no checksum/
  ],
  'development overrides under a label': [
    'provider_installation "x" { dev_overrides { "hashicorp/aws" = "/x" } }',
    'provider-source',
    /label/
  ],
  'a method that no release knows': [inInstallation('constructor { x = 1 }'), 'provider-source', /constructor/],
  'an OCI mirror': [inInstallation('oci_mirror { repository_template = "x" }'), 'provider-source', /oci_mirror/],
  'a mirror whose checksums are trusted': [
    inInstallation('network_mirror {\n url = "https://x/"\n trust_all_hashes = true\n}'),
    'provider-source',
    /trust_all_hashes/
  ],
  'a mirror without TLS': [inInstallation('network_mirror { url = "http://x/" }'), 'provider-source', /https/],
  'a mirror with a password': [
    inInstallation('network_mirror { url = "https://u:a-secret@x/" }'),
    'provider-source',
    /https/
  ],
  'a relative mirror': [inInstallation('filesystem_mirror { path = "mirror" }'), 'provider-source', /absolute/],
  'a mirror with two paths': [
    inInstallation('filesystem_mirror {\n path = "/a"\n path = "/b"\n}'),
    'provider-source',
    /absolute/
  ],
  'installation that is no block': ['provider_installation = "x"', 'provider-source', /form/],
  'a method that is no block': [inInstallation('direct = 1'), 'provider-source', /form/],
  'two installations': [inInstallation('direct {}').repeat(2), 'provider-source', /second/],
  'a host': [
    'host "registry.opentofu.org" {\n services = { "providers.v1" = "https://x/" }\n}',
    'cli-configuration',
    /name of a registry/
  ],
  'a host in capitals': ['HOST "x" {}', 'cli-configuration', /HOST/],
  'a cache of plugins': ['plugin_cache_dir = "/tmp/x"', 'cli-configuration', /other projects/],
  'a cache that breaks the lock file': [
    'plugin_cache_may_break_dependency_lock_file = true',
    'cli-configuration',
    /checksum/
  ],
  'a program for credentials': ['credentials_helper "x" { args = ["--a-secret"] }', 'cli-configuration', /program/],
  'credentials for OCI': ['oci_default_credentials {}', 'cli-configuration', /OCI/],
  'providers by their path': ['providers { aws = "/x" }', 'cli-configuration', /providers/],
  'a setting that is not known': ['constructor = 1', 'cli-configuration', /not known/],
  'an expression': ['plugin_cache_dir = env.HOME', 'cli-configuration-understood', /not understood/],
  'a template': ['credentials "x" { token = "${y}" }', 'cli-configuration-understood', /not understood/],
  'an escape': [String.raw`{"\u0068ost":{}}`, 'cli-configuration-understood', /not understood/],
  'a heredoc': ['credentials "x" { token = <<E\n} host "y" {\nE\n}', 'cli-configuration-understood', /heredoc/],
  'a comment without an end': ['/* host', 'cli-configuration-understood', /not understood/],
  'a string without an end': ['credentials "x', 'cli-configuration-understood', /not understood/],
  'a block without an end': ['credentials "x" {', 'cli-configuration-understood', /not understood/],
  'a brace too many': ['credentials "x" {}}', 'cli-configuration-understood', /not understood/],
  'more after JSON': ['{} host "x" {}', 'cli-configuration-understood', /not understood/],
  'very deep blocks': [`credentials ${'{ a '.repeat(100_000)}`, 'cli-configuration-understood', /not understood/],
  'bytes of another file': ['\u007fELF\0', 'cli-configuration-understood', /not understood/]
}
for (const [what, [text, id, said]] of Object.entries(refused))
  test(`refuses ${what}`, () => {
    const { diagnostics } = judged(text)
    assert.equal(
      diagnostics.map((diagnostic) => diagnostic.rule),
      [id]
    )
    assert.match(diagnostics[0]?.actual ?? '', said)
    assert.match(diagnostics[0]?.actual ?? '', '/home/0.tfrc')
    assert.not.match(JSON.stringify(diagnostics), 'a-secret')
  })

test('lets no second key of JSON hide the first', () => {
  const { diagnostics } = judged(
    '{"provider_installation":[{"dev_overrides":{"hashicorp/aws":"/x"}}],"provider_installation":[]}'
  )
  assert.equal(
    diagnostics.map(({ rule }) => rule),
    ['provider-source', 'provider-source']
  )
  assert.match(diagnostics[0]?.actual ?? '', 'dev_overrides')
})

test('refuses an installation in each of two files', () => {
  assert.equal(judged('', inInstallation('direct {}'), `disable_checkpoint = true\n${inInstallation('direct {}')}`), {
    sources: O.some([{ kind: 'registry' }, { kind: 'registry' }]),
    diagnostics: [
      {
        rule: 'provider-source',
        clause: 'J.6.2 §7',
        from: { kind: 'file', name: '2.tfrc', line: 2 },
        expected: 'a CLI configuration that changes neither which provider runs nor whom OpenTofu trusts',
        actual: '/home/2.tfrc has a second provider_installation, and OpenTofu takes one',
        remedy: 'Leave one provider_installation in all files.'
      }
    ]
  })
})

test('names each thing that is wrong', () => {
  assert.equal(ids(`plugin_cache_dir = "/x"\nhost "y" {}\n${inInstallation(override)}`), [
    'cli-configuration',
    'cli-configuration',
    'provider-source'
  ])
})

test.run()
