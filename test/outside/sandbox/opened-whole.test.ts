import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Opened, openSandbox } from '../../../src/outside/sandbox/open.ts'
import type { SandboxStack } from '../../../src/outside/sandbox/world.port.ts'
import { platform } from '../../../src/outside/stand-in/provider-mirror.ts'
import { type Ending, type Started, startedBy } from '../../support/started-programs.ts'

type Place = { root: string; at: (path: string) => string }
const test = suite<Place>('a sandbox that is opened')

const before = { ...process.env }
const FILES = 'checkout/src/outside/stand-in/files'
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-opened-')))
  place.at = (path) => join(place.root, path)
  fs.mkdirSync(place.at('bin'))
  for (const name of ['python3', 'openssl', 'tofu']) fs.writeFileSync(place.at(`bin/${name}`), '', { mode: 0o755 })
  for (const version of ['5.100.0', '6.1.0'])
    fs.mkdirSync(place.at(`mirror/registry.opentofu.org/hashicorp/aws/${version}/${platform}`), { recursive: true })
  for (const path of [
    `${FILES}/requirements.txt`,
    'checkout/test/support/sandbox-judge.ts',
    'checkout/test/typescript.js',
    'checkout/node_modules/@cloud-copilot/iam-simulate/package.json'
  ]) {
    fs.mkdirSync(dirname(place.at(path)), { recursive: true })
    fs.writeFileSync(place.at(path), '')
  }
  Object.assign(process.env, {
    PATH: place.at('bin'),
    XDG_CACHE_HOME: place.at('cache'),
    ZENTHEA_PROVIDER_MIRROR: place.at('mirror'),
    TMPDIR: place.root
  })
})
test.after.each(({ root }) => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  fs.rmSync(root, { recursive: true, force: true })
})

const role = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`

const stackIn = (name: string, account: string, awsProvider: string, person: string | null): SandboxStack => ({
  name,
  account,
  environment: name,
  region: 'eu-central-1',
  bucket: `${name}-bucket`,
  key: 'a-key',
  lockTable: 'a-table',
  awsProvider,
  bootstrap: role(account, `Bootstrap-${name}`),
  operator: role(account, 'Operator'),
  automation: role(account, 'Automation'),
  trusted: [role(account, 'On-Call'), `arn:aws:iam::${account}:user/jane`],
  person,
  via: { operator: null, automation: null }
})

/** What each program says when it is there. A command within a network names the network's program before its own. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'console.py': '',
  'sandbox-judge.ts': '4567\n',
  'launcher.py': `${JSON.stringify({ port: 9, authority: '/ca.pem', keys: { '111122223333': 'AKIA1' } })}\n`,
  'janitor.py': 'ready\n',
  'network.py': 'ready\n'
}

const programOf = ({ args }: Started): string | undefined =>
  Object.keys(PROGRAMS).find((name) => args.some((arg) => arg.endsWith(`/${name}`)))

type Seen = {
  readonly started: ReadonlyArray<Started>
  readonly told: ReadonlyArray<string>
  readonly ended: ReadonlyArray<string>
  readonly opened: Opened
}

/** Opens a sandbox for these stacks with nothing but doubles of programs, uses it, and closes it. */
const opened = async (
  { at }: Place,
  stacks: ReadonlyArray<SandboxStack>,
  use: (seen: Seen) => void,
  { isKept = false, hasNetwork = true } = {}
): Promise<Seen> => {
  const [told, ended]: [Array<string>, Array<string>] = [[], []]
  const programs: Array<Started> = []
  const ending = (started: Started): Ending => {
    programs.push(started)
    const name = programOf(started)
    if (name === 'network.py' && !hasNetwork) return { code: 1 }
    if (name !== undefined && name !== 'console.py')
      return { stdout: PROGRAMS[name] ?? '', stays: true, ends: () => void ended.push(name) }
    const { stdio } = started.options as { readonly stdio?: ReadonlyArray<unknown> }
    if (typeof stdio?.[1] === 'number') fs.writeSync(stdio[1], 'null')
    return {}
  }
  let seen: Seen | undefined
  await startedBy(ending, async () => {
    let undo = (): Promise<void> => Promise.resolve()
    const outcome = await openSandbox({
      project: at('project'),
      checkout: at('checkout'),
      isOffline: false,
      keptIn: at('kept'),
      isKept,
      isReset: false,
      tell: (line) => void told.push(line),
      stacksIn: (copy) => Promise.resolve(fs.existsSync(join(copy, 'package.json')) ? stacks : []),
      keep: (close) => (undo = close)
    })()
    assert.ok(E.isRight(outcome), JSON.stringify(outcome))
    if (E.isLeft(outcome)) return
    seen = { started: programs, told, ended, opened: outcome.right }
    use(seen)
    // A signal and the end of the shell close it together.
    await Promise.all([undo(), outcome.right.close()])
    await outcome.right.close()
  })
  assert.ok(seen)
  return seen
}

const PERSON = 'arn:aws:iam::111122223333:user/team/jane'
const TWO = [
  stackIn('staging', '111122223333', '5.100.0', PERSON),
  stackIn('production', '444455556666', '6.1.0', null)
]

/** What the console of an account was asked, in order. */
const asked = ({ started }: Seen) =>
  started.flatMap(({ args, options }) => {
    const at = args.findIndex((arg) => arg.endsWith('/console.py'))
    if (at === -1) return []
    const { env } = options as { readonly env: NodeJS.ProcessEnv }
    return [[env['AWS_ACCESS_KEY_ID'], args[at + 1], JSON.parse(args[at + 2] ?? '') as unknown]]
  })

test('each account gets the roles of its stacks, and only its owners and the stranger of the other account rule', async (place) => {
  const seen = await opened(place, TWO, () => undefined)
  const administrators = [
    role('111122223333', 'Bootstrap-staging'),
    role('111122223333', 'admins/ZentheaNextOwner'),
    role('999988887777', 'ZentheaFoundationBootstrap'),
    role('444455556666', 'Bootstrap-production'),
    role('444455556666', 'admins/ZentheaNextOwner'),
    role('999988887777', 'ZentheaFoundationBootstrap')
  ]
  const ofStack = (account: string, name: string) => [
    role(account, `Bootstrap-${name}`),
    role(account, 'admins/ZentheaNextOwner'),
    role(account, 'SomebodyElse'),
    role(account, 'On-Call')
  ]
  assert.equal(asked(seen), [
    ['AKIA1', 'roles', { arns: ofStack('111122223333', 'staging'), administrators }],
    ['', 'roles', { arns: [role('999988887777', 'ZentheaFoundationBootstrap')], administrators }],
    ['', 'roles', { arns: ofStack('444455556666', 'production'), administrators }],
    ['AKIA1', 'users', { arns: [PERSON] }]
  ])
})

/** The programs that stay, git where it makes the copy, and the console, in the order in which they were started. */
const order = ({ started }: Seen): ReadonlyArray<string> =>
  started.flatMap((one) => programOf(one) ?? (one.file === 'git' && one.args[0] === 'init' ? ['git'] : []))

test('it is set up in this order, and undone in the other; closing it twice undoes it once', async (place) => {
  const seen = await opened(place, TWO, ({ ended }) => assert.equal(ended, []))
  assert.equal(order(seen), [
    'janitor.py',
    'git',
    'network.py',
    'sandbox-judge.ts',
    'launcher.py',
    ...['console.py', 'console.py', 'console.py', 'console.py']
  ])
  assert.equal(seen.ended, ['launcher.py', 'sandbox-judge.ts', 'network.py', 'janitor.py'])
})

/** The words with which a program of the sandbox is started, from its own name on. */
const wordsOf = ({ started }: Seen, name: string): ReadonlyArray<string> => {
  const { file = '', args = [] } = started.find((one) => programOf(one) === name) ?? {}
  return [file, ...args]
}

const environmentOfMoto = ({ started }: Seen): NodeJS.ProcessEnv => {
  const { options } = started.find((one) => programOf(one) === 'launcher.py') ?? { options: { env: {} } }
  return (options as { readonly env: NodeJS.ProcessEnv }).env
}

test('the stand-in has every account and one that no stack has, asks the judge, and is in the network as the judge is', async (place) => {
  const { at } = place
  const seen = await opened(place, [...TWO, stackIn('more', '111122223333', '5.100.0', null)], () => undefined)
  const { folder } = seen.opened.world
  const { python } = seen.opened.world
  const enter = [python, at(`${FILES}/network.py`), 'enter', '4711']
  assert.equal(wordsOf(seen, 'launcher.py'), [
    ...enter,
    python,
    at(`${FILES}/launcher.py`),
    join(folder, 'aws/calls.jsonl'),
    join(folder, 'aws/certificates')
  ])
  const { MOTO_ACCOUNTS, MOTO_JUDGE, TMPDIR } = environmentOfMoto(seen)
  assert.equal([MOTO_ACCOUNTS, MOTO_JUDGE], ['111122223333,444455556666,999988887777', '4567'])
  assert.is(TMPDIR, join(folder, 't'))
  assert.equal(wordsOf(seen, 'sandbox-judge.ts').slice(0, 4), enter)
  assert.is(wordsOf(seen, 'sandbox-judge.ts').at(-1), folder)
  assert.equal(wordsOf(seen, 'network.py'), [python, at(`${FILES}/network.py`), 'make', folder])
  for (const one of seen.started.filter((started) => programOf(started) === 'console.py'))
    assert.equal([one.file, ...one.args].slice(0, 4), enter)
})

test('a program in it finds all of it again in one private file, but not the way into its network', async (place) => {
  const { at } = place
  const { opened: sandbox } = await opened(place, TWO, ({ opened: { world } }) => {
    const path = join(world.folder, 'world.json')
    assert.is(fs.statSync(path).mode & 0o777, 0o600)
    for (const folder of [world.folder, join(world.folder, 'home'), join(world.folder, 't')])
      assert.is(fs.statSync(folder).mode & 0o777, 0o700, folder)
    assert.equal(JSON.parse(fs.readFileSync(path, 'utf8')), { ...world, within: [] })
    for (const { name, awsProvider } of TWO) {
      const [, mirror = ''] = /path = "(.+)"/.exec(fs.readFileSync(join(world.folder, `${name}.tfrc`), 'utf8')) ?? []
      const provider = join(mirror, 'registry.opentofu.org/hashicorp/aws')
      assert.equal(fs.readdirSync(provider), [awsProvider], name)
    }
  })
  const { folder, python, within, ...world } = sandbox.world
  assert.is(dirname(folder), at(''))
  assert.ok(python.startsWith(at('cache/zenthea-foundation/bench/moto-')) && python.endsWith('/bin/python'), python)
  assert.equal(within.slice(1), [at(`${FILES}/network.py`), 'enter', '4711'])
  assert.equal(world, {
    checkout: at('checkout'),
    files: at(FILES),
    tofu: at('bin/tofu'),
    proxy: 'http://127.0.0.1:9',
    authority: '/ca.pem',
    stacks: TWO,
    keys: { '111122223333': 'AKIA1' },
    foreign: '999988887777',
    isEnforced: true
  })
})

test('a person hears of each tool where it is, and which accounts there are', async (place) => {
  const { told } = await opened(place, TWO, () => undefined)
  const { at } = place
  assert.equal(
    told.filter((line) => !line.startsWith('  ')),
    [
      ...['OpenTofu', 'AWS provider 5.100.0', 'AWS provider 6.1.0', 'moto'],
      'not there yet: made once, which takes minutes, and kept for next time',
      'accounts 111122223333, 444455556666, each on this machine alone'
    ]
  )
  assert.is(told[1], `  ${at('bin/tofu')}`)
})

test('the other account is one that no stack has, also where a stack has taken its number', async (place) => {
  const numbers = ['999988887777', '999988887776', '999988887775']
  const foreign = async (taken: number): Promise<string> => {
    const stacks = numbers.slice(0, taken).map((account) => stackIn(`in-${account}`, account, '5.100.0', null))
    const seen = await opened(place, stacks, () => undefined)
    return seen.opened.world.foreign
  }
  assert.equal([await foreign(1), await foreign(2)], ['999988887776', '999988887775'])
})

test('without a network of its own the programs are started on this machine, and nothing of one is undone', async (place) => {
  const seen = await opened(place, TWO, () => undefined, { hasNetwork: false })
  assert.equal(seen.opened.world.within, [])
  assert.is(wordsOf(seen, 'launcher.py')[1], place.at(`${FILES}/launcher.py`))
  assert.equal(seen.ended, ['launcher.py', 'sandbox-judge.ts', 'janitor.py'])
})

test('without a judge no policy is enforced, and the stand-in asks none', async (place) => {
  fs.rmSync(place.at('checkout/test/typescript.js'))
  const seen = await opened(place, TWO, () => undefined)
  assert.is(seen.opened.world.isEnforced, false)
  assert.is(environmentOfMoto(seen)['MOTO_JUDGE'], undefined)
  assert.equal(seen.ended, ['launcher.py', 'network.py', 'janitor.py'])
})

test('one that is kept keeps its accounts, and its copy is made once', async (place) => {
  const { at } = place
  const first = await opened(place, TWO, () => undefined, { isKept: true })
  assert.is(first.opened.isKept, true)
  assert.is(first.opened.world.folder, at('kept'))
  assert.is(wordsOf(first, 'launcher.py').at(-1), at('kept/accounts'))
  assert.is(fs.existsSync(at('kept.open')), false)
  fs.mkdirSync(at('kept/project/.git'))
  const again = await opened(place, TWO, () => undefined)
  assert.is(again.opened.isKept, true)
  assert.not(order(again).includes('git'))
})

test.run()
