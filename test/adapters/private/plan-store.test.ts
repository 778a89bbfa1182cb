import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { planStore } from '../../../src/adapters/private/plan-store.ts'
import { stateHome } from '../../../src/adapters/private/base.ts'
import { evidenceStore } from '../../../src/adapters/private/evidence-store.ts'
import { privateRunFolders } from '../../../src/adapters/private/run-folder.ts'
import type { PlanOf, PlanStore } from '../../../src/ports/plan-store.ts'

type Context = { root: string; base: string; store: PlanStore; of: PlanOf }
const test = suite<Context>('the private store of plans')

test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-store-')))
  context.base = join(context.root, 'state')
  let count = 0
  context.store = planStore(context.base, () => `id-${(count += 1)}`)
  fs.mkdirSync(join(context.root, 'project'))
  context.of = { project: join(context.root, 'project'), stack: 'staging-eu' }
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const right = async <A>(task: () => Promise<E.Either<unknown, A>>): Promise<A> => {
  const outcome = await task()
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}
const whyNot = async (task: () => Promise<E.Either<unknown, unknown>>): Promise<string> => {
  const outcome = await task()
  return E.isLeft(outcome) ? JSON.stringify(outcome.left) : 'nothing'
}

/** Writes a plan as tofu does, into the file that is there, and keeps it. */
const kept = async ({ store, of }: Context, bytes = 'a plan'): Promise<string> => {
  const plan = await right(store.begin(of))
  fs.writeFileSync(plan, bytes)
  await right(store.keep(of, plan, '{"of":"a test"}'))
  return plan
}

const modes = (path: string): ReadonlyArray<string> => {
  const stats = fs.lstatSync(path)
  const own = `${path} ${(stats.mode & 0o777).toString(8)}`
  return stats.isDirectory() ? [own, ...fs.readdirSync(path).flatMap((name) => modes(join(path, name)))] : [own]
}

test('gives back what was kept, with the digest of what lies there now', async (context) => {
  const plan = await kept(context)
  const sha256 = createHash('sha256').update('a plan').digest('hex')
  assert.is(await right(context.store.digest(plan)), sha256)
  assert.equal(await right(context.store.find(context.of)), O.some({ path: plan, record: '{"of":"a test"}', sha256 }))
  fs.writeFileSync(plan, 'another plan')
  const found = await right(context.store.find(context.of))
  assert.ok(O.isSome(found) && found.value.sha256 === createHash('sha256').update('another plan').digest('hex'))
})

test('can be read by nobody else, whatever the umask is', async (context) => {
  const before = process.umask(0)
  try {
    await kept(context)
  } finally {
    process.umask(before)
  }
  for (const line of modes(join(context.base, 'zenthea-foundation')))
    assert.match(line, line.includes('.tfplan') || line.includes('.json') ? / 600$/ : / 700$/)
})

test('a new plan replaces the one before from the moment that it is begun', async (context) => {
  await kept(context)
  const plan = await right(context.store.begin(context.of))
  assert.equal(await right(context.store.find(context.of)), O.none)
  await right(context.store.keep(context.of, plan, 'second'))
  const found = await right(context.store.find(context.of))
  assert.is(O.isSome(found) && found.value.record, 'second')
})

test('belongs to one stack of one copy of the project', async (context) => {
  const { store, of, root } = context
  await kept(context)
  fs.mkdirSync(join(root, 'copy'))
  assert.equal(await right(store.find({ ...of, stack: 'production-eu' })), O.none)
  assert.equal(await right(store.find({ ...of, project: join(root, 'copy') })), O.none)
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
  await right(store.remove(of, plan))
  assert.equal(fs.readdirSync(dirname(plan)), [])
  await right(store.remove(of, plan))
})

test('what is old is swept from all stacks, and nothing else', async (context) => {
  const { store, of } = context
  const old = await kept(context)
  const young = await kept({ ...context, of: { ...of, stack: 'production-eu' } })
  for (const name of fs.readdirSync(dirname(old))) fs.utimesSync(join(dirname(old), name), 1000, 1000)
  const strange = join(dirname(old), 'strange.txt')
  fs.writeFileSync(strange, '')
  fs.utimesSync(strange, 1000, 1000)
  await right(store.sweep(2_000_000))
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
  assert.match(await whyNot(store.find(of)), 'no file of its own')
  const folder = dirname(plan)
  fs.renameSync(folder, join(root, 'folder'))
  fs.symlinkSync(join(root, 'folder'), folder)
  assert.match(await whyNot(store.find(of)), 'is no folder')
})

test('a record leads to no file of another folder', async (context) => {
  const { store, of, root } = context
  const plan = await kept(context)
  fs.writeFileSync(join(root, 'plan-x.tfplan'), '')
  fs.writeFileSync(join(dirname(plan), 'plan.json'), '../../../../plan-x.tfplan\n{}')
  assert.match(await whyNot(store.find(of)), 'names no plan')
})

test('a store in the project is refused', async ({ of }) => {
  assert.match(await whyNot(planStore(join(of.project, 'state'), () => 'x').begin(of)), 'lies in the project')
})

test('what the system refuses is told in its own words', async (context) => {
  fs.writeFileSync(context.base, 'a file where a folder belongs')
  assert.match(await whyNot(context.store.begin(context.of)), 'EEXIST')
})

test('lies where the XDG specification says, and a relative path does not count', () => {
  assert.is(stateHome({}, '/home/me'), '/home/me/.local/state')
  assert.is(stateHome({ XDG_STATE_HOME: '/state' }, '/home/me'), '/state')
  for (const named of ['', 'state', './state']) assert.is(stateHome({ XDG_STATE_HOME: named }, '/h'), '/h/.local/state')
})

test('evidence is a whole file of its own', async ({ base }) => {
  const path = await right(evidenceStore(base).write('staging-eu', '2026-01-31-plan', '{}\n'))
  assert.is(fs.readFileSync(path, 'utf8'), '{}\n')
  assert.is((fs.statSync(path).mode & 0o777).toString(8), '600')
  assert.equal(fs.readdirSync(dirname(path)), ['2026-01-31-plan.json'])
})

test('a folder of a run holds the configuration and an empty home, and is gone afterwards', async ({ root }) => {
  const folders = privateRunFolders(root)
  const folder = await right(folders.make('disable_checkpoint = true\n'))
  assert.equal(fs.readdirSync(folder.home), [])
  assert.is(fs.readFileSync(folder.nothing, 'utf8'), '')
  assert.is(fs.readFileSync(folder.cliConfiguration, 'utf8'), 'disable_checkpoint = true\n')
  for (const line of modes(dirname(folder.home))) assert.match(line, / [67]00$/)
  assert.ok(folder.temporary.length < root.length + 15)
  await right(folders.remove(folder))
  assert.not.ok(fs.existsSync(dirname(folder.home)))
  await right(folders.remove(folder))
})

test.run()
