import { absolutePath, momentAt } from '../../../src/diagnostics/kinds.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { evidenceStore, planStore } from '../../../src/outside/private/plan-store.ts'
import { type StateHome, stateHome } from '../../../src/outside/private/base.ts'
import { privateRunFolders } from '../../../src/outside/private/run-folder.ts'
import type { PlanOf, PlanStore } from '../../../src/outside/private/stores.port.ts'
import { right, whyNot } from '../../support/outcomes.ts'

const at = (path: string, ...projects: ReadonlyArray<string>): StateHome => ({ path, projects })

type Context = { root: string; base: string; store: PlanStore; of: PlanOf }
const test = suite<Context>('the private store of plans')

test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-store-')))
  context.base = join(context.root, 'state')
  let count = 0
  context.store = planStore(at(context.base), () => `id-${(count += 1)}`)
  fs.mkdirSync(join(context.root, 'project/stacks'), { recursive: true })
  context.of = { project: absolutePath(join(context.root, 'project')), stack: 'staging-eu' }
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Keeps a plan, and gives the path of its file. */
const kept = async ({ store, of, base }: Context, text = 'a plan'): Promise<string> => {
  await right(store.keep(of, { plan: bytesOf(text), record: '{"of":"a test"}' }))
  const plans = join(base, 'zenthea-foundation/plans')
  const [folder = ''] = fs.readdirSync(plans).filter((name) => name.startsWith(`${of.stack}-`))
  const [name = ''] = fs.readdirSync(join(plans, folder)).filter((one) => one.endsWith('.tfplan'))
  return join(plans, folder, name)
}

const modes = (path: string): ReadonlyArray<string> => {
  const stats = fs.lstatSync(path)
  const own = `${path} ${(stats.mode & 0o777).toString(8)}`
  return stats.isDirectory() ? [own, ...fs.readdirSync(path).flatMap((name) => modes(join(path, name)))] : [own]
}

const foundText = async ({ store, of }: Context): Promise<string> => {
  const found = await right(store.find(of))
  return O.isSome(found) ? `${new TextDecoder().decode(found.value.plan)} ${found.value.record}` : 'nothing'
}

test('gives back what was kept, and what lies there now', async (context) => {
  const plan = await kept(context)
  assert.is(await foundText(context), 'a plan {"of":"a test"}')
  fs.writeFileSync(plan, 'another plan')
  assert.is(await foundText(context), 'another plan {"of":"a test"}')
})

test('can be read by its owner only, with any umask', async (context) => {
  const before = process.umask(0)
  try {
    await kept(context)
  } finally {
    process.umask(before)
  }
  for (const line of modes(join(context.base, 'zenthea-foundation')))
    assert.match(line, line.includes('.tfplan') || line.includes('.json') ? / 600$/ : / 700$/)
})

test('a new plan replaces the one before, and nothing of that is left', async (context) => {
  const first = await kept(context)
  const second = await kept(context, 'another plan')
  assert.is(await foundText(context), 'another plan {"of":"a test"}')
  assert.not.ok(fs.existsSync(first))
  assert.is(fs.readdirSync(dirname(second)).length, 2)
})

test('a plan that is a device, a link or too large is refused, and never waited for', async (context) => {
  const plan = await kept(context)
  fs.rmSync(plan)
  fs.symlinkSync('/dev/zero', plan)
  assert.match(await whyNot(context.store.find(context.of)), 'ELOOP')
  fs.rmSync(plan)
  fs.writeFileSync(plan, '', { mode: 0o600 })
  fs.truncateSync(plan, 67_108_864)
  const found = await right(context.store.find(context.of))
  assert.is(O.isSome(found) && found.value.plan.length, 67_108_864)
  fs.truncateSync(plan, 67_108_865)
  assert.match(await whyNot(context.store.find(context.of)), 'larger than anything')
})

test('belongs to one stack of one copy of the project', async (context) => {
  const { store, of, root } = context
  await kept(context)
  fs.mkdirSync(join(root, 'copy'))
  assert.equal(await right(store.find({ ...of, stack: 'production-eu' })), O.none)
  assert.equal(await right(store.find({ ...of, project: absolutePath(join(root, 'copy')) })), O.none)
})

test('a plan that cannot be taken is told as that, and not as taken by another run', async (context) => {
  const plan = await kept(context)
  fs.mkdirSync(join(dirname(plan), 'taken-id-3.json'))
  assert.match(await whyNot(context.store.take(context.of)), 'EISDIR')
  assert.ok(fs.existsSync(join(dirname(plan), 'plan.json')))
})

test('is taken once', async (context) => {
  const { store, of } = context
  const plan = await kept(context)
  const taken = await Promise.all([right(store.take(of)), right(store.take(of))])
  assert.equal(new Set(taken), new Set([false, true]))
  assert.equal(await right(store.find(of)), O.none)
  assert.ok(fs.existsSync(plan))
})

test('nothing of it is left when it is removed', async (context) => {
  const { store, of } = context
  const plan = await kept(context)
  await right(store.take(of))
  await right(store.remove(of))
  assert.equal(fs.readdirSync(dirname(plan)), [])
  await right(store.remove(of))
})

test('what is old is swept from all stacks, and nothing else', async (context) => {
  const { store, of } = context
  const old = await kept(context)
  const young = await kept({ ...context, of: { ...of, stack: 'production-eu' } })
  for (const name of fs.readdirSync(dirname(old))) fs.utimesSync(join(dirname(old), name), 1000, 1000)
  const strange = join(dirname(old), 'strange.txt')
  fs.writeFileSync(strange, '')
  fs.utimesSync(strange, 1000, 1000)
  fs.writeFileSync(join(dirname(dirname(old)), 'beside-the-folders'), '')
  await right(store.sweep(momentAt(2_000_000)))
  assert.equal(fs.readdirSync(dirname(old)), ['strange.txt'])
  assert.is(fs.readdirSync(dirname(young)).length, 2)
})

test('a store that others can read or change is refused', async (context) => {
  const { store, of } = context
  const plan = await kept(context)
  fs.chmodSync(plan, 0o640)
  assert.match(await whyNot(store.find(of)), 'can be read or changed by others')
  fs.chmodSync(plan, 0o600)
  fs.chmodSync(dirname(plan), 0o750)
  assert.match(await whyNot(store.find(of)), 'can be read or changed by others')
  fs.chmodSync(dirname(plan), 0o700)
  fs.chmodSync(context.base, 0o777)
  assert.match(await whyNot(store.find(of)), 'can be changed by others')
})

test('links are not followed', async (context) => {
  const { store, of, root } = context
  const plan = await kept(context)
  fs.renameSync(plan, join(root, 'elsewhere'))
  fs.symlinkSync(join(root, 'elsewhere'), plan)
  assert.match(await whyNot(store.find(of)), 'ELOOP')
  fs.rmSync(plan)
  fs.linkSync(join(root, 'elsewhere'), plan)
  assert.match(await whyNot(store.find(of)), 'not a file of its own')
  const folder = dirname(plan)
  fs.renameSync(folder, join(root, 'folder'))
  fs.symlinkSync(join(root, 'folder'), folder)
  assert.match(await whyNot(store.find(of)), 'is not a folder')
})

test('a record leads to no file of another folder', async (context) => {
  const { store, of, root } = context
  const plan = await kept(context)
  fs.writeFileSync(join(root, 'plan-x.tfplan'), '')
  fs.writeFileSync(join(dirname(plan), 'plan.json'), '../../../../plan-x.tfplan\n{}')
  assert.match(await whyNot(store.find(of)), 'names no plan')
})

test('a store in the project is refused', async ({ of }) => {
  assert.match(await whyNot(planStore(at(join(of.project, 'state')), () => 'x').find(of)), 'lies in the project')
})

test('what the system refuses is told in its own words', async (context) => {
  fs.writeFileSync(context.base, 'a file where a folder belongs')
  assert.match(await whyNot(context.store.find(context.of)), /EEXIST|ENOTDIR/)
})

test('a refusal leaves nothing behind, in the home of another or where all may write', async ({ of, root }) => {
  const home = join(root, 'home')
  fs.mkdirSync(home)
  fs.chmodSync(home, 0o777)
  const refusedIn = async (): Promise<void> => {
    assert.match(
      await whyNot(planStore(at(join(home, '.local/state')), () => 'x').find(of)),
      'can be changed by others'
    )
    assert.match(
      await whyNot(evidenceStore(at(join(home, '.local/state'))).write('s', 'n', '')),
      'can be changed by others'
    )
    assert.equal(fs.readdirSync(home), [])
  }
  await refusedIn()
  if (process.getuid?.() !== 0) return
  fs.chmodSync(home, 0o755)
  fs.chownSync(home, 12_345, 12_345)
  await refusedIn()
})

test('a base that is not an absolute path is refused, and nothing is made in the working directory', async ({
  of,
  root
}) => {
  const before = process.cwd()
  process.chdir(root)
  try {
    for (const base of ['', 'state', './state', stateHome({}, ''), stateHome({ XDG_STATE_HOME: 'x' }, 'home')]) {
      assert.match(await whyNot(planStore(at(base), () => 'x').find(of)), 'names no absolute folder')
      assert.match(await whyNot(evidenceStore(at(base)).write('s', 'n', '')), 'names no absolute folder')
    }
    assert.equal(fs.readdirSync(root), ['project'])
  } finally {
    process.chdir(before)
  }
})

test('lies where the XDG specification says, and a relative path is left to be refused', () => {
  assert.is(stateHome({}, '/home/me'), '/home/me/.local/state')
  assert.is(stateHome({ XDG_STATE_HOME: '/state' }, '/home/me'), '/state')
  assert.is(stateHome({ XDG_STATE_HOME: '' }, '/h'), '/h/.local/state')
  for (const named of ['state', './state', '~/state']) assert.is(stateHome({ XDG_STATE_HOME: named }, '/h'), named)
})

test('evidence is a whole file of its own', async ({ base }) => {
  const path = await right(evidenceStore(at(base)).write('staging-eu', '2026-01-31-plan', '{}\n'))
  assert.is(fs.readFileSync(path, 'utf8'), '{}\n')
  assert.is((fs.statSync(path).mode & 0o777).toString(8), '600')
  assert.equal(fs.readdirSync(dirname(path)), ['2026-01-31-plan.json'])
})

const made = {
  checkout: absolutePath(process.cwd()),
  cliConfiguration: 'disable_checkpoint = true\n',
  authorities: undefined,
  stack: 'staging-eu',
  emitted: '{}\n',
  lock: undefined
}

test('a folder of a run holds the configuration and an empty home, and is gone afterwards', async ({ root }) => {
  const folders = privateRunFolders(root)
  const listeners = process.listeners('exit').length
  const lock = bytesOf('a lock file')
  const folder = await right(folders.make({ ...made, lock, authorities: 'PEM' }))
  assert.is(fs.readFileSync(folder.authorities ?? '', 'utf8'), 'PEM')
  assert.equal(fs.readdirSync(folder.home), [])
  assert.is(fs.readFileSync(folder.nothing, 'utf8'), '')
  assert.is(fs.readFileSync(folder.cliConfiguration, 'utf8'), 'disable_checkpoint = true\n')
  for (const line of modes(dirname(folder.home))) assert.match(line, / [67]00$/)
  const out = join(folder.project, 'out/staging-eu')
  assert.equal(fs.readdirSync(out).toSorted(), ['.terraform.lock.hcl', 'main.tf.json'])
  assert.is(fs.readFileSync(join(out, 'main.tf.json'), 'utf8'), '{}\n')
  assert.is(fs.readFileSync(join(out, '.terraform.lock.hcl'), 'utf8'), 'a lock file')
  assert.is(process.listeners('exit').length, listeners + 1)
  assert.ok(folder.temporary.length < root.length + 15)
  await right(folders.remove(folder))
  assert.is(process.listeners('exit').length, listeners)
  assert.not.ok(fs.existsSync(dirname(folder.home)))
  await right(folders.remove(folder))
})

test('a folder of a run is never made in the checkout, also where a link leads into it', async ({ root }) => {
  fs.mkdirSync(join(root, 'project/tmp'), { recursive: true })
  fs.symlinkSync(join(root, 'project/tmp'), join(root, 'elsewhere'))
  for (const temporary of ['project', 'project/tmp', 'elsewhere']) {
    const folders = privateRunFolders(join(root, temporary))
    assert.match(
      await whyNot(folders.make({ ...made, checkout: absolutePath(join(root, 'project')) })),
      'lies in the project'
    )
  }
  assert.equal(fs.readdirSync(join(root, 'project/tmp')), [])
})

test('a plan of a run is a regular file that is read once; a link is refused', async ({ root }) => {
  const folders = privateRunFolders(root)
  const folder = await right(folders.make(made))
  fs.writeFileSync(folder.plan, 'a plan', { mode: 0o600 })
  assert.is(Buffer.from(await right(folders.readPlan(folder))).toString(), 'a plan')
  fs.renameSync(folder.plan, join(root, 'elsewhere'))
  fs.symlinkSync(join(root, 'elsewhere'), folder.plan)
  assert.match(await whyNot(folders.readPlan(folder)), 'ELOOP')
})

test('a state that could not be stored is moved out; where it cannot be, its folder stays', async ({ root }) => {
  const folders = privateRunFolders(root)
  const folder = await right(folders.make(made))
  const to = join(root, 'errored.tfstate')
  const moved = folders.moveOut(folder, 'staging-eu', 'errored.tfstate', to)
  assert.is(await right(moved), false)
  const errored = join(folder.project, 'out/staging-eu/errored.tfstate')
  fs.writeFileSync(errored, 'a state', { mode: 0o600 })
  fs.writeFileSync(to, 'something else')
  assert.match(await whyNot(moved), 'EEXIST')
  await right(folders.remove(folder))
  assert.is(fs.readFileSync(errored, 'utf8'), 'a state')
  fs.rmSync(to)
  assert.is(await right(moved), true)
  assert.is(fs.readFileSync(to, 'utf8'), 'a state')
  assert.is(fs.statSync(to).mode & 0o077, 0)
  await right(folders.remove(folder))
  assert.not.ok(fs.existsSync(folder.project))
})

test.run()
