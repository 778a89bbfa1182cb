import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { evidenceStore, planStore } from '../../../src/outside/private/plan-store.ts'
import { programStore } from '../../../src/outside/private/program-store.ts'
import { providerStore } from '../../../src/outside/private/provider-store.ts'
import { privateRunFolders } from '../../../src/outside/private/run-folder.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'

type Place = { root: string; at: (path: string) => string }
const test = suite<Place>('what is written privately, step by step')

const calls = { ...fs.promises }
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-steps-')))
  place.at = (path) => join(place.root, path)
  fs.mkdirSync(place.at('project/stacks'), { recursive: true })
})
test.after.each(({ root }) => {
  Object.assign(fs.promises, calls)
  syncBuiltinESMExports()
  fs.rmSync(root, { recursive: true, force: true })
})

type Options = { readonly mode?: number; readonly recursive?: boolean; readonly force?: boolean }
const optionText = ({ mode, recursive, force }: Options = {}): string =>
  [mode === undefined ? '' : ` ${mode.toString(8)}`, recursive ? ' recursive' : '', force ? ' force' : ''].join('')

/** Does something while each change of the disk is noted. The step that holds the text `broken` is refused by the system. */
const steps = async (root: string, use: () => Promise<unknown>, broken?: string) => {
  const noted: Array<string> = []
  const short = (path: unknown): string => String(path).replace(`${root}/`, '')
  const step = (text: string): void => {
    noted.push(text)
    if (broken !== undefined && text.includes(broken))
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', errno: -28 })
  }
  Object.assign(fs.promises, {
    mkdir: async (path: string, options?: Options) => {
      step(`mkdir ${short(path)}${optionText(options)}`)
      return calls.mkdir(path, options)
    },
    rename: async (from: string, to: string) => {
      step(`rename ${short(from)} ${short(to)}`)
      return calls.rename(from, to)
    },
    rm: async (path: string, options?: Options) => {
      step(`rm ${short(path)}${optionText(options)}`)
      return calls.rm(path, options)
    },
    open: async (path: string, flags: string | number, mode?: number) => {
      if (typeof flags === 'string')
        step(`open ${short(path)} ${flags}${mode === undefined ? '' : ` ${mode.toString(8)}`}`)
      const file = await calls.open(path, flags, mode)
      const writeFile = file.writeFile.bind(file)
      const sync = file.sync.bind(file)
      return Object.assign(file, {
        writeFile: async (bytes: Uint8Array) => {
          step(`write ${short(path)}`)
          return writeFile(bytes)
        },
        sync: async () => {
          step(`flush ${short(path)}`)
          return sync()
        }
      })
    }
  })
  syncBuiltinESMExports()
  const outcome = await use()
  Object.assign(fs.promises, calls)
  syncBuiltinESMExports()
  return { noted, outcome }
}

let ids = 0
const newId = (): string => `id-${(ids += 1)}`
test.before.each(() => {
  ids = 0
})
const homeOf = ({ at }: Place) => ({ path: at('state'), projects: [at('project')] })
const folders = (...names: ReadonlyArray<string>): ReadonlyArray<string> => [
  'mkdir state 700',
  ...names.map((_, index) => `mkdir state/${names.slice(0, index + 1).join('/')} 700`)
]

const spaceless = (path: string) =>
  E.left({ _tag: 'SystemRefused', path, code: 'ENOSPC', message: 'ENOSPC: no space left on device' })

test('evidence is whole and flushed before it has its name, and its name is flushed too', async (place) => {
  const write = () => evidenceStore(homeOf(place)).write('staging-eu', 'a-run', 'text')()
  const folder = 'state/zenthea-foundation/evidence/staging-eu'
  const { noted, outcome } = await steps(place.root, write)
  assert.equal(outcome, E.right(place.at(`${folder}/a-run.json`)))
  assert.equal(noted, [
    ...folders('zenthea-foundation', 'evidence', 'staging-eu'),
    `open ${folder}/.a-run.tmp wx 600`,
    `write ${folder}/.a-run.tmp`,
    `flush ${folder}/.a-run.tmp`,
    `rename ${folder}/.a-run.tmp ${folder}/a-run.json`,
    `open ${folder} r`,
    `flush ${folder}`
  ])
  for (const broken of ['wx', 'write ', 'flush state/zenthea-foundation/evidence/staging-eu/.a', 'rename ']) {
    fs.rmSync(place.at('state'), { recursive: true })
    const cut = await steps(place.root, write, broken)
    assert.equal(cut.outcome, spaceless(place.at('state/zenthea-foundation/evidence/staging-eu')), broken)
    assert.equal(fs.readdirSync(place.at(folder)), [], `after ${broken}`)
    assert.is(cut.noted.at(-1), `rm ${folder}/.a-run.tmp force`)
  }
})

test('of a plan its bytes are flushed before what is written down about it, and the one before is forgotten', async (place) => {
  const of = { project: absolutePath(place.at('project')), stack: 'staging-eu' }
  const store = planStore(homeOf(place), newId)
  await store.keep(of, { plan: Buffer.from('before'), record: 'x' })()
  const { noted } = await steps(place.root, store.keep(of, { plan: Buffer.from('a plan'), record: '{}' }))
  const folder = `state/zenthea-foundation/plans/staging-eu-${sha256(of.project).slice(0, 16)}`
  assert.equal(noted.slice(4), [
    `rm ${folder}/plan-id-1.tfplan force`,
    `rm ${folder}/plan.json force`,
    `open ${folder}/plan-id-3.tfplan wx 600`,
    `write ${folder}/plan-id-3.tfplan`,
    `flush ${folder}/plan-id-3.tfplan`,
    `open ${folder}/.id-4.tmp wx 600`,
    `write ${folder}/.id-4.tmp`,
    `flush ${folder}/.id-4.tmp`,
    `rename ${folder}/.id-4.tmp ${folder}/plan.json`,
    `open ${folder} r`,
    `flush ${folder}`
  ])
})

test('a tofu is copied beside its place without a right to write, and what is half made is removed', async (place) => {
  fs.writeFileSync(place.at('tofu'), 'a tofu', { mode: 0o755 })
  const binary = { realPath: absolutePath(place.at('tofu')), sha256: sha256<'tofu'>('a tofu') }
  const keep = () => programStore(homeOf(place), newId).keep(binary)()
  const store = 'state/zenthea-foundation/programs'
  const { noted, outcome } = await steps(place.root, keep)
  assert.equal(outcome, E.right(place.at(`${store}/${binary.sha256}/tofu`)))
  assert.equal(noted, [
    ...folders('zenthea-foundation', 'programs'),
    `mkdir ${store}/.id-1 700`,
    `open ${store}/.id-1/tofu wx 500`,
    `write ${store}/.id-1/tofu`,
    `rename ${store}/.id-1 ${store}/${binary.sha256}`,
    `rm ${store}/.id-1 recursive force`
  ])
  assert.equal((await steps(place.root, keep)).noted, folders('zenthea-foundation', 'programs'), 'it is kept')
  fs.chmodSync(place.at(`${store}/${binary.sha256}/tofu`), 0o700)
  fs.writeFileSync(place.at(`${store}/${binary.sha256}/tofu`), 'another')
  const again = await steps(place.root, keep)
  assert.equal(again.outcome, outcome, 'a copy that was changed is made anew')
  assert.is(again.noted[3], `rm ${store}/${binary.sha256} recursive force`)
  for (const broken of ['write ', 'rename ']) {
    fs.rmSync(place.at('state'), { recursive: true })
    assert.equal((await steps(place.root, keep, broken)).outcome, spaceless(place.at(store)), broken)
    assert.equal(fs.readdirSync(place.at(store)), [], `after ${broken}`)
  }
})

const RELEASE = { address: 'registry.opentofu.org/hashicorp/aws', version: '5.100.0' }

test('a provider is copied file by file beside its place, and what is half made is removed', async (place) => {
  const package_ = `fetched/providers/${RELEASE.address}/${RELEASE.version}/linux_amd64`
  fs.mkdirSync(place.at(`${package_}/docs`), { recursive: true })
  for (const name of ['LICENSE', 'docs/a.md']) fs.writeFileSync(place.at(`${package_}/${name}`), name)
  const lines = ['LICENSE', 'docs/a.md'].map((name) => `${sha256(name)}  ${name}\n`).join('')
  const hash = `h1:${Buffer.from(sha256(lines), 'hex').toString('base64')}`
  const key = sha256(lines)
  const take = (hashes: ReadonlyArray<string>) =>
    providerStore(homeOf(place), newId).take(RELEASE, absolutePath(place.at('fetched')), hashes)
  const store = 'state/zenthea-foundation/providers'
  const { noted, outcome } = await steps(place.root, take([hash]))
  assert.match(JSON.stringify(outcome), place.at(`${store}/${key}`))
  const making = `${store}/.id-1`
  const platform = `${making}/${RELEASE.address}/${RELEASE.version}/linux_amd64`
  const stores = folders('zenthea-foundation', 'providers')
  assert.equal(noted, [
    ...stores,
    `mkdir ${platform} 700 recursive`,
    `mkdir ${platform} 700 recursive`,
    `open ${platform}/LICENSE wx 500`,
    `write ${platform}/LICENSE`,
    `mkdir ${platform}/docs 700 recursive`,
    `open ${platform}/docs/a.md wx 500`,
    `write ${platform}/docs/a.md`,
    ...stores,
    `rename ${making} ${store}/${key}`,
    `rm ${making} recursive force`
  ])
  fs.rmSync(place.at('state'), { recursive: true })
  const foreign = await steps(place.root, take([hash.replace(/.=$/, 'A=')]))
  assert.match(JSON.stringify(foreign.outcome), '"None"')
  assert.equal(fs.readdirSync(place.at(store)), [], 'of another hash nothing is kept')
  for (const broken of ['docs/a.md wx', 'rename ']) {
    fs.rmSync(place.at('state'), { recursive: true })
    assert.equal((await steps(place.root, take([hash]), broken)).outcome, spaceless(place.at(store)), broken)
    assert.equal(fs.readdirSync(place.at(store)), [], `after ${broken}`)
  }
})

const RUN = {
  cliConfiguration: 'cli',
  stack: 'staging-eu',
  emitted: '{}',
  lock: Buffer.from('lock'),
  authorities: 'PEM'
}

test('the folder of a run is made of private files alone, which only that run needs', async (place) => {
  const runs = privateRunFolders(place.root)
  const { noted, outcome } = await steps(place.root, runs.make({ ...RUN, checkout: absolutePath(place.at('project')) }))
  const [root = ''] = fs.readdirSync(place.root).filter((name) => name.startsWith('zf-'))
  const out = `${root}/project/out/staging-eu`
  assert.equal(noted, [
    ...[`${root}/home`, `${root}/t`, `${root}/project`, `${root}/project/out`, out].map((path) => `mkdir ${path} 700`),
    ...[
      `${root}/nothing`,
      `${root}/cli.tfrc`,
      `${root}/authorities.pem`,
      `${out}/main.tf.json`,
      `${out}/.terraform.lock.hcl`
    ].flatMap((path) => [`open ${path} wx 600`, `write ${path}`])
  ])
  const texts = [
    'nothing',
    'cli.tfrc',
    'authorities.pem',
    'project/out/staging-eu/main.tf.json',
    'project/out/staging-eu/.terraform.lock.hcl'
  ]
  assert.equal(
    texts.map((name) => fs.readFileSync(place.at(`${root}/${name}`), 'utf8')),
    ['', 'cli', 'PEM', '{}', 'lock']
  )
  if (!E.isRight(outcome as E.Either<unknown, unknown>)) throw new Error('no folder')
  const own = (outcome as E.Right<never>).right
  const more = [runs.write(own, 'more.json', Buffer.from('x')), runs.hold(own)]
  assert.equal((await steps(place.root, async () => [await more[0]?.(), await more[1]?.()])).noted, [
    `open ${root}/more.json wx 600`,
    `write ${root}/more.json`,
    `open ${root}/held wx 600`,
    `write ${root}/held`
  ])
  await runs.remove((outcome as E.Right<never>).right)()
  assert.equal(
    fs.readdirSync(place.root).filter((name) => name.startsWith('zf-')),
    []
  )
})

test('a state that an apply left is copied whole and flushed before it is taken away', async (place) => {
  const runs = privateRunFolders(place.root)
  const made = await runs.make({ ...RUN, checkout: absolutePath(place.at('project')) })()
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  const from = join(made.right.project, 'out/staging-eu/errored.tfstate')
  const short = from.replace(`${place.root}/`, '')
  const moveOut = runs.moveOut(made.right, 'staging-eu', 'errored.tfstate', place.at('project/errored.tfstate'))
  assert.equal((await steps(place.root, moveOut)).outcome, E.right(false), 'there is none')
  fs.writeFileSync(from, 'a state', { mode: 0o600 })
  for (const broken of ['write ', 'flush project/errored']) {
    const cut = await steps(place.root, moveOut, broken)
    assert.equal(cut.outcome, spaceless(place.at('project/errored.tfstate')), broken)
    assert.equal([fs.existsSync(from), fs.existsSync(place.at('project/errored.tfstate'))], [true, false], broken)
  }
  const { noted, outcome } = await steps(place.root, moveOut)
  assert.equal(outcome, E.right(true))
  assert.equal(noted, [
    'open project/errored.tfstate wx 600',
    'write project/errored.tfstate',
    'flush project/errored.tfstate',
    'open project r',
    'flush project',
    `rm ${short}`
  ])
  assert.is(fs.readFileSync(place.at('project/errored.tfstate'), 'utf8'), 'a state')
  await runs.remove(made.right)()
})

test.run()
