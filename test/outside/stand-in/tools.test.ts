import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { digest } from '../../../src/outside/stand-in/cache.ts'
import { missing, onPath } from '../../../src/outside/stand-in/on-path.ts'
import { cliConfiguration, platform, providerMirror } from '../../../src/outside/stand-in/provider-mirror.ts'
import { opentofu, standInTools } from '../../../src/outside/stand-in/tools.ts'
import { type Ending, type Started, startedBy } from '../../support/started-programs.ts'

type Place = { root: string; at: (path: string) => string }
const test = suite<Place>('the tools of a stand-in')
const before = { ...process.env }
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-tools-')))
  place.at = (path) => join(place.root, path)
  for (const folder of ['bin', 'files/opentofu', 'mirror']) fs.mkdirSync(place.at(folder), { recursive: true })
  fs.writeFileSync(place.at('files/opentofu/go.mod'), 'module x\nrequire github.com/opentofu/opentofu v1.12.6\n')
  fs.writeFileSync(place.at('files/opentofu/go.sum'), 'sums\n')
  fs.writeFileSync(place.at('files/requirements.txt'), 'moto==5\n')
  Object.assign(process.env, {
    PATH: `${place.at('bin')}::${place.at('nothing')}`,
    XDG_CACHE_HOME: place.at('cache'),
    ZENTHEA_PROVIDER_MIRROR: place.at('mirror')
  })
})
test.after.each(({ root }) => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  fs.rmSync(root, { recursive: true, force: true })
})

const program = (at: Place['at'], ...names: ReadonlyArray<string>): void =>
  names.forEach((name) => fs.writeFileSync(at(`bin/${name}`), '', { mode: 0o755 }))

/** Uses the tools while each program ends so, and gives what was started, what was told, and the outcome. */
const used = async <A>(
  use: (tell: (line: string) => void) => Promise<A>,
  ending: (started: Started) => Ending = () => ({})
) => {
  const told: Array<string> = []
  let outcome = '' as A | string
  const started = await startedBy(ending, async () => {
    outcome = await use((line) => told.push(line)).catch((error: Error) => error.message)
  })
  return {
    outcome,
    told,
    started: started.map(({ file, args, options }) => ({
      file,
      args,
      options: options as { readonly cwd: string; readonly timeout: number }
    }))
  }
}
const fetching = (tell: (line: string) => void, isOffline = false) => ({ isOffline, tell })

test('a tofu on PATH is taken as it is, and nothing is built', async ({ at }) => {
  program(at, 'tofu', 'go')
  const { outcome, started } = await used((tell) => opentofu(at('files'), fetching(tell)))
  assert.is(outcome, at('bin/tofu'))
  assert.equal(started, [])
})

test('without one it is built once, as a release is, from what go.mod and go.sum pin', async ({ at }) => {
  program(at, 'go')
  const { outcome, told, started } = await used((tell) => opentofu(at('files'), fetching(tell)))
  const pins = 'module x\nrequire github.com/opentofu/opentofu v1.12.6\nsums\n'
  const folder = at(
    `cache/zenthea-foundation/bench/opentofu-1.12.6-${process.platform}-${process.arch}-${digest(pins)}`
  )
  assert.is(outcome, join(folder, 'tofu'))
  assert.equal(told, ['not there yet: made once, which takes minutes, and kept for next time'])
  assert.is(started.length, 1)
  const [built] = started
  assert.is(built?.file, at('bin/go'))
  const output = built?.args.at(-2) ?? ''
  assert.match(output, /\/\.partial-\d+-\w+\/tofu$/)
  assert.equal(built?.args, [
    'build',
    ...['-trimpath', '-buildvcs=false', '-mod=readonly'],
    ...['-ldflags', '-s -w -X github.com/opentofu/opentofu/version.dev=no'],
    ...['-o', output, 'github.com/opentofu/opentofu/cmd/tofu']
  ])
  assert.equal([built?.options.cwd, built?.options.timeout], [at('files/opentofu'), 3_600_000])
  assert.equal((await used((tell) => opentofu(at('files'), fetching(tell)))).started, [])
})

const getTofu =
  'Put tofu 1.12.6 on PATH (https://opentofu.org/docs/intro/install), or Go, to build it from its sources.'

test('an OpenTofu that cannot be had says how to get it, and why not', async ({ at }) => {
  const ask = () => used((tell) => opentofu(at('files'), fetching(tell, true)))
  assert.is(
    (await ask()).outcome,
    `OpenTofu cannot be had here.\n  To get it: ${getTofu}\n  Cause: neither tofu nor go is on PATH`
  )
  program(at, 'go')
  assert.is(
    (await ask()).outcome,
    `OpenTofu cannot be had here.\n  To get it: ${getTofu}\n  Cause: --offline: it is not there yet, and nothing is fetched`
  )
})

const aws = (version: string): string => `hashicorp/aws/${version}/${platform}`

test('a provider of a mirror here is linked under the name that our files give it', async ({ at }) => {
  for (const host of ['registry.terraform.io', 'registry.opentofu.org'])
    fs.mkdirSync(at(`mirror/${host}/${aws('5.1.0')}`), { recursive: true })
  const { outcome, told, started } = await used((tell) => providerMirror('5.1.0', '/tofu', fetching(tell, true)))
  const found = at(`mirror/registry.opentofu.org/${aws('5.1.0')}`)
  assert.is(outcome, at(`cache/zenthea-foundation/bench/provider-mirror-5.1.0-${digest(found)}`))
  assert.is(fs.readlinkSync(join(outcome, 'registry.opentofu.org', aws('5.1.0'))), found)
  assert.equal([told, started], [[], []], 'nothing is fetched, so nothing is told')
})

test('one that only the other registry has is taken too', async ({ at }) => {
  fs.mkdirSync(at(`mirror/registry.terraform.io/${aws('5.1.0')}`), { recursive: true })
  const { outcome } = await used((tell) => providerMirror('5.1.0', '/tofu', fetching(tell)))
  const link = fs.readlinkSync(join(outcome, 'registry.opentofu.org', aws('5.1.0')))
  assert.is(link, at(`mirror/registry.terraform.io/${aws('5.1.0')}`))
})

test('one that no mirror here has is copied from the registry by tofu', async ({ at }) => {
  let asked = ''
  const { outcome, started } = await used(
    (tell) => providerMirror('5.1.0', '/tofu', fetching(tell)),
    ({ args }) => {
      asked = fs.readFileSync(join(args.at(-1) ?? '', 'main.tf.json'), 'utf8')
      return {}
    }
  )
  assert.is(outcome, at(`cache/zenthea-foundation/bench/provider-mirror-5.1.0-${platform}`))
  assert.equal(JSON.parse(asked), {
    terraform: { required_providers: { aws: { source: 'registry.opentofu.org/hashicorp/aws', version: '5.1.0' } } }
  })
  const folder = started[0]?.args.at(-1) ?? ''
  assert.equal(
    started.map(({ file, args, options }) => [file, args, options.cwd, options.timeout]),
    [['/tofu', ['providers', 'mirror', `-platform=${platform}`, folder], folder, 600_000]]
  )
  assert.equal(fs.readdirSync(outcome), [])
})

test('a provider that cannot be had says how to get it, and why not', async () => {
  const { outcome } = await used(
    (tell) => providerMirror('5.1.0', '/tofu', fetching(tell)),
    () => ({ code: 1, stderr: '' })
  )
  assert.match(
    outcome,
    new RegExp(
      String.raw`^The AWS provider 5\.1\.0 for ${platform} cannot be had here\.\n  To get it: Name a mirror directory in ZENTHEA_PROVIDER_MIRROR, or reach registry\.opentofu\.org\.\n  Cause: /tofu providers mirror .* ended with 1`
    )
  )
})

test('all of it, each told with its place; moto in an environment of its own, of what is pinned', async ({ at }) => {
  program(at, 'tofu', 'python3', 'openssl')
  fs.mkdirSync(at(`mirror/registry.opentofu.org/${aws('5.1.0')}`), { recursive: true })
  const { outcome, told, started } = await used(
    (tell) => standInTools(at('files'), ['5.1.0', '5.1.0'], fetching(tell)),
    ({ args, options }) => {
      // A command of a stand-in speaks to files.
      const [, stdout = 1] = (options as { readonly stdio: ReadonlyArray<number> }).stdio
      if (args[0] === '-c') fs.writeSync(stdout, '3.12 /usr\n')
      return {}
    }
  )
  assert.ok(typeof outcome !== 'string')
  const folder = at(`cache/zenthea-foundation/bench/moto-${digest('moto==5\n3.12 /usr\n')}`)
  assert.is(outcome.python, join(folder, 'bin/python'))
  assert.equal([outcome.tofu, [...outcome.mirrors.keys()], outcome.files], [at('bin/tofu'), ['5.1.0'], at('files')])
  const once = 'not there yet: made once, which takes minutes, and kept for next time'
  assert.equal(told, [
    ...['OpenTofu', `  ${at('bin/tofu')}`, 'AWS provider 5.1.0', `  ${outcome.mirrors.get('5.1.0')}`],
    ...['moto', once, `  ${outcome.python}`]
  ])
  const empty = started[1]?.args[2] ?? ''
  assert.equal(
    started.map(({ file, args, options }) => [file, args, options.cwd]),
    [
      [at('bin/python3'), ['-c', 'import sys; print(sys.version, sys.base_prefix)'], at('files')],
      [at('bin/python3'), ['-m', 'venv', empty], at('files')],
      [join(empty, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '-r', at('files/requirements.txt')], at('files')]
    ]
  )
})

test('a moto that cannot be had says what is missing', async ({ at }) => {
  program(at, 'tofu')
  const ask = async (): Promise<string> => {
    const { outcome } = await used(
      (tell) => standInTools(at('files'), [], fetching(tell)),
      () => ({ code: 1 })
    )
    return typeof outcome === 'string' ? outcome : 'it was had'
  }
  const remedy = 'Put python3 (3.10 or later, with venv and pip) on PATH, and let pip reach a package index.'
  assert.is(await ask(), `moto cannot be had here.\n  To get it: ${remedy}\n  Cause: python3 is not on PATH`)
  program(at, 'python3')
  assert.is(
    await ask(),
    'moto cannot be had here.\n  To get it: put openssl on PATH\n  Cause: its proxy makes certificates with it'
  )
  program(at, 'openssl')
  assert.match(await ask(), `moto cannot be had here.\n  To get it: ${remedy}\n  Cause: ${at('bin/python3')} -c`)
})

test('a program is looked for in each folder of PATH, and in none that is empty', ({ at }) => {
  program(at, 'one')
  fs.mkdirSync(at('bin/two'))
  fs.writeFileSync(at('bin/three'), '', { mode: 0o644 })
  assert.is(onPath('one'), at('bin/one'))
  for (const name of ['two', 'three', 'four']) assert.is(onPath(name), undefined, name)
  const folder = process.cwd()
  process.chdir(at('bin'))
  try {
    process.env['PATH'] = `:${at('nothing')}:`
    assert.is(onPath('one'), undefined)
    delete process.env['PATH']
    assert.is(onPath('one'), undefined)
  } finally {
    process.chdir(folder)
  }
})

test('what is missing is said with any cause, and keeps it', () => {
  const cause = new Error('why')
  const error = missing('It', 'get it', cause)
  assert.equal([error.message, error.cause], ['It cannot be had here.\n  To get it: get it\n  Cause: why', cause])
  assert.is(missing('It', 'get it', 7).message, 'It cannot be had here.\n  To get it: get it\n  Cause: 7')
})

test('OpenTofu takes providers from the mirror and nowhere else, and asks for no news', () => {
  assert.is(
    cliConfiguration('/a "b"'),
    'disable_checkpoint = true\nprovider_installation {\n  filesystem_mirror {\n    path = "/a \\"b\\""\n  }\n}\n'
  )
  assert.match(platform, /^(linux|darwin)_(amd64|arm64)$/)
})

test.run()
