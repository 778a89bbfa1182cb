import fs, { mkdirSync, mkdtempSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { mirrorsUnder, platform, providerMirror } from '../../../src/outside/stand-in/provider-mirror.ts'

type Place = { root: string; at: (path: string) => string }
const test = suite<Place>('where a provider is looked for on this machine')
const before = { ...process.env }
/** The home of this process, before a test gives it another. */
const homeAtFirst = homedir()
test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-mirror-')))
  place.at = (path) => join(place.root, path)
  for (const name of ['ZENTHEA_PROVIDER_MIRROR', 'XDG_DATA_HOME', 'XDG_DATA_DIRS', 'TF_PLUGIN_CACHE_DIR'])
    delete process.env[name]
  Object.assign(process.env, { HOME: place.at('home'), XDG_CACHE_HOME: place.at('cache') })
})
test.after.each(({ root }) => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  rmSync(root, { recursive: true, force: true })
})

const VERSION = '5.1.0'
const packageIn = (mirror: string, host = 'registry.opentofu.org'): string =>
  join(mirror, host, 'hashicorp/aws', VERSION, platform)

/** Where the link in the mirror that is made leads to. */
const found = async (): Promise<string> => {
  const mirror = await providerMirror(VERSION, '/tofu', { isOffline: true, tell: () => undefined })
  return readlinkSync(packageIn(mirror))
}

/**
 * The implied mirror directories, each in its own setting, in the order in which they are searched. Source: OpenTofu, "CLI
 * Configuration File", implied local mirror directories; and the plugin cache.
 */
const implied: Readonly<Record<string, readonly [variables: Readonly<Record<string, string>>, folder: string]>> = {
  'the home folder': [{}, 'home/.terraform.d/plugins'],
  'the data folder of a user, of OpenTofu': [{}, 'home/.local/share/opentofu/plugins'],
  'the data folder of a user, of Terraform': [{}, 'home/.local/share/terraform/plugins'],
  'another data folder of a user': [{ XDG_DATA_HOME: 'data' }, 'data/opentofu/plugins'],
  'the first data folder of the system': [{ XDG_DATA_DIRS: 'one:two' }, 'one/opentofu/plugins'],
  'the last data folder of the system': [{ XDG_DATA_DIRS: 'one:two' }, 'two/terraform/plugins'],
  'the plugin cache': [{ TF_PLUGIN_CACHE_DIR: 'plugins' }, 'plugins']
}
for (const [what, [variables, folder]] of Object.entries(implied))
  for (const host of ['registry.opentofu.org', 'registry.terraform.io'])
    test(`${what} is searched for a package of ${host}`, async ({ at }) => {
      for (const [name, value] of Object.entries(variables)) process.env[name] = value.split(':').map(at).join(':')
      mkdirSync(packageIn(at(folder), host), { recursive: true })
      assert.is(await found(), packageIn(at(folder), host))
    })

test('a variable that is set to nothing counts as not set, and an earlier place wins', async ({ at }) => {
  Object.assign(process.env, { XDG_DATA_HOME: '', TF_PLUGIN_CACHE_DIR: at('plugins') })
  for (const folder of ['plugins', 'home/.local/share/terraform/plugins'])
    mkdirSync(packageIn(at(folder)), { recursive: true })
  assert.is(await found(), packageIn(at('home/.local/share/terraform/plugins')))
})

test('where no implied place has it, the usual roots are searched in order, the home last', async () => {
  const asked: Array<string> = []
  const { readdirSync } = fs
  Object.assign(fs, {
    readdirSync: (path: string) => {
      asked.push(path)
      return []
    }
  })
  syncBuiltinESMExports()
  try {
    await found().catch(() => undefined)
  } finally {
    Object.assign(fs, { readdirSync })
    syncBuiltinESMExports()
  }
  assert.equal(asked.slice(0, 6), ['/opt', '/usr', '/var', '/srv', '/mnt', homeAtFirst])
})

test('a named mirror is searched alone', async ({ at }) => {
  process.env['ZENTHEA_PROVIDER_MIRROR'] = at('named')
  mkdirSync(packageIn(at('home/.terraform.d/plugins')), { recursive: true })
  const outcome = await found().catch((error: Error) => error.message)
  assert.match(outcome, '--offline: it is not there yet, and nothing is fetched')
})

test('below a folder, mirrors are found at most five levels deep, and not in the packages of programs', ({ at }) => {
  const mirrors = ['a', 'b/c/d/e/f', 'b/c2'].map((path) => at(`x/${path}`))
  const none = ['b/c/d/e/f2/g', 'node_modules/x', '.git/x'].map((path) => at(`x/${path}`))
  for (const [index, path] of [...mirrors, ...none].entries())
    mkdirSync(join(path, index % 2 === 0 ? 'registry.opentofu.org' : 'registry.terraform.io'), { recursive: true })
  mkdirSync(at('x/file'))
  writeFileSync(at('x/file/registry.opentofu.org'), '')
  assert.equal(mirrorsUnder(at('x')).toSorted(), mirrors)
  assert.equal(mirrorsUnder(at('x/a')), [at('x/a')], 'the folder itself')
  assert.equal(mirrorsUnder(at('gone')), [])
})

test.run()
