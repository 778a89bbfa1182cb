import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeCli } from '../../../../../src/commands/preflight/checks/environment/cli-configuration.ts'
import {
  type ProviderSource,
  providerFolders,
  providerSourceFindings
} from '../../../../../src/commands/preflight/checks/environment/provider-sources.ts'
import type { CliConfiguration } from '../../../../../src/outside/tofu/tofu.port.ts'

const test = suite('where OpenTofu takes the provider from')

/** What a provider_installation block with this text in it is read as, or what is said against it. */
const read = (text: string): ReadonlyArray<ProviderSource> | string => {
  const { sources, diagnostics } = judgeCli({
    files: [{ path: '~/.tofurc', text: `provider_installation {\n${text}\n}\n` }]
  })
  return diagnostics.length === 0 && sources._tag === 'Some'
    ? sources.value
    : diagnostics.map(({ actual }) => actual).join('\n')
}
const registry = { kind: 'registry' } as const
const network = (url: string) => ({ kind: 'network', url }) as const
const noAddress = '~/.tofurc has a network_mirror without one plain https address'
const noPath = '~/.tofurc has a filesystem_mirror without one absolute path'

/** Source: OpenTofu, "CLI Configuration File", "Explicit Installation Method Configuration". */
const methods: Readonly<Record<string, ReadonlyArray<ProviderSource> | string>> = {
  'direct {}': [registry],
  'direct {\n include = ["a/*"]\n exclude = ["b/*"]\n download_retry_count = 3\n}': [registry],
  'filesystem_mirror {\n path = "/m"\n include = ["a/*"]\n exclude = ["b/*"]\n}': [{ kind: 'filesystem', path: '/m' }],
  'network_mirror {\n url = "https://m/"\n include = ["a/*"]\n exclude = ["b/*"]\n download_retry_count = 3\n}': [
    network('https://m/')
  ],
  'direct {\n path = "/m"\n url = "https://m/"\n}': '~/.tofurc sets path, url in direct',
  'filesystem_mirror {\n path = "/m"\n url = "https://m/"\n}': '~/.tofurc sets url in filesystem_mirror',
  'network_mirror {\n path = "/m"\n url = "https://m/"\n}': '~/.tofurc sets path in network_mirror',
  'direct {\n a "b" {}\n}': '~/.tofurc sets a b in direct',
  'filesystem_mirror {}': noPath,
  'filesystem_mirror { path = ["/m"] }': noPath,
  'network_mirror {}': noAddress,
  'network_mirror {\n url = "https://m/"\n url = "https://m/"\n}': noAddress,
  'direct "a" {}': '~/.tofurc has the installation method direct a, which is not judged here',
  'toString {}': '~/.tofurc has the installation method toString, which is not judged here'
}
for (const [text, found] of Object.entries(methods))
  test(`${text.replaceAll(/\s+/g, ' ')}: ${typeof found === 'string' ? 'refused' : 'read'}`, () => {
    assert.equal(read(text), found)
  })

test('a mirror of the network is one plain https address, with nothing of a person or a query in it', () => {
  for (const url of ['https://m', 'https://m/', 'https://m.example.com:8443/a/b/', 'https://m/a:b'])
    assert.equal(read(`network_mirror { url = "${url}" }`), [network(url)], url)
  for (const url of [
    ...['http://m/', 'xhttps://m/', ' https://m/', 'https:/m/', 'https://', 'https:///a', 'm/', ''],
    ...['https://u@m/', 'https://m?a', 'https://m#a', 'https://m/a@b', 'https://m/a?b', 'https://m/a#b']
  ])
    assert.equal(read(`network_mirror { url = "${url}" }`), noAddress, url)
})

const none: CliConfiguration = { files: [], missing: undefined, impliedMirrors: [] }
const file = (path: string) => ({ path, text: '' })
const mirrors: ReadonlyArray<ProviderSource> = [
  { kind: 'filesystem', path: '/srv/a' },
  network('https://m/'),
  { kind: 'filesystem', path: '/srv/b' },
  registry
]
const actual = (cli: Partial<CliConfiguration>, sources?: ReadonlyArray<ProviderSource>): string | undefined =>
  providerSourceFindings({ ...none, ...cli }, sources, [])[0]?.actual

test('the whole way is named, and the file that says so', () => {
  assert.is(actual({}), 'the registry of the provider (no CLI configuration)')
  assert.is(
    actual({ impliedMirrors: ['/a', '/b'] }),
    'the registry of the provider, before it what lies in /a, before it what lies in /b (no CLI configuration)'
  )
  assert.is(
    actual({ files: [file('~/.tofurc'), file('~/b.tfrc')], impliedMirrors: ['/a'] }, mirrors),
    'the mirror /srv/a, then the mirror https://m/, then the mirror /srv/b, then the registry of the provider (~/.tofurc, ~/b.tfrc)'
  )
  assert.is(
    actual({ missing: '~/x.tfrc' }),
    'the registry of the provider (~/x.tfrc, which is not there: OpenTofu warns, and reads no other file)'
  )
})

test('the folders that are looked at are those of this machine that OpenTofu would take from', () => {
  assert.equal(providerFolders({ ...none, impliedMirrors: ['/a'] }, undefined), ['/a'])
  assert.equal(providerFolders({ ...none, impliedMirrors: ['/a'] }, mirrors), ['/srv/a', '/srv/b'])
})

test('each folder that is not to be trusted is a finding, with what to do about that folder', () => {
  const about = {
    outcome: 'failed',
    rule: 'provider-source',
    clause: 'J.6.2 §7',
    from: { kind: 'machine', name: 'the CLI configuration of OpenTofu' },
    expected: 'the provider from its registry or from a mirror that is named here, outside of the checkout'
  }
  const move = (path: string): string =>
    `Move ${path} to a folder that only this user or root can change, and name it there as a filesystem_mirror; or remove it, and the registry is asked.`
  assert.equal(
    providerSourceFindings(none, mirrors, [
      { path: '/srv/a', why: 'others can change it' },
      { path: '/project/m', why: 'it lies in the checkout' }
    ]),
    [
      { ...about, actual: 'the mirror /srv/a: others can change it', remedy: move('/srv/a') },
      { ...about, actual: 'the mirror /project/m: it lies in the checkout', remedy: move('/project/m') }
    ]
  )
})

test.run()
