import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath, momentAt } from '../../../src/diagnostics/kinds.ts'
import { evidenceReader, evidenceStore, planStore } from '../../../src/outside/private/plan-store.ts'
import { privateRunFolders } from '../../../src/outside/private/run-folder.ts'

type Place = { root: string; home: { path: string; projects: ReadonlyArray<string> } }
const test = suite<Place>('the names in the folders of plans and evidence')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-names-')))
  place.home = { path: join(place.root, 'state'), projects: [] }
  fs.mkdirSync(join(place.root, 'project'))
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

let ids = 0
const newId = (): string => `0a-${(ids += 1)}`
const of = ({ root }: Place) => ({ project: absolutePath(join(root, 'project')), stack: 'a-eu' })

/** Files beside a plan, and whether the store takes each for its own. */
const files: Readonly<Record<string, boolean>> = {
  'plan-0a-z9.tfplan': true,
  'taken-0a-z9.json': true,
  '.0a-z9.tmp': true,
  'plan.json': true,
  'plan-.tfplan': false,
  'plan-A.tfplan': false,
  'plan-0.tfplan.txt': false,
  'my-plan-0.tfplan': false,
  'plan-0xtfplan': false,
  planxjson: false,
  'plan.jsonl': false,
  'myplan.json': false,
  'taken-.json': false,
  'taken-0.jsonl': false,
  'mytaken-0.json': false,
  '.tmp': false,
  '.0.tmp.txt': false,
  'a.0.tmp': false,
  'notes.txt': false
}
const own = Object.keys(files).filter((name) => files[name])

/** The one folder of plans, once there is a plan. */
const folderOf = async (place: Place): Promise<string> => {
  await planStore(place.home, newId).keep(of(place), { plan: Buffer.from('x'), record: '{}' })()
  const plans = join(place.home.path, 'zenthea-foundation/plans')
  return join(plans, fs.readdirSync(plans)[0] ?? '')
}

test('a plan that is forgotten takes the files of the store with it, and no other', async (place) => {
  const folder = await folderOf(place)
  for (const name of Object.keys(files)) fs.writeFileSync(join(folder, name), '')
  assert.equal(await planStore(place.home, newId).remove(of(place))(), E.right(undefined))
  assert.equal(
    fs.readdirSync(folder).toSorted(),
    Object.keys(files)
      .filter((name) => !files[name])
      .toSorted()
  )
})

test('a sweep takes what was written before its moment, of the files of the store alone', async (place) => {
  const folder = await folderOf(place)
  const moment = 1_800_000_000
  for (const name of fs.readdirSync(folder)) fs.rmSync(join(folder, name))
  for (const name of Object.keys(files)) fs.writeFileSync(join(folder, name), '')
  const [newer = '', ...older] = own
  for (const name of Object.keys(files)) fs.utimesSync(join(folder, name), moment - 1, moment - 1)
  fs.utimesSync(join(folder, newer), moment, moment)
  fs.writeFileSync(join(folder, '../notes.txt'), '')
  await planStore(place.home, newId).sweep(momentAt(moment * 1000))()
  const left = fs.readdirSync(folder)
  assert.equal(
    own.filter((name) => left.includes(name)),
    [newer]
  )
  assert.is(left.length, Object.keys(files).length - older.length)
})

/** First lines of a record, and whether a plan is found by each. */
const named: Readonly<Record<string, boolean>> = {
  'plan-0a-9.tfplan': true,
  'plan-.tfplan': false,
  'xplan-0a-9.tfplan': false,
  'plan-0a-9.tfplanx': false,
  '../plan-0a-9.tfplan': false,
  'plan-0a/9.tfplan': false,
  '': false
}
for (const [name, isFound] of Object.entries(named))
  test(`'${name}' in a record ${isFound ? 'names' : 'does not name'} a plan`, async (place) => {
    const folder = await folderOf(place)
    fs.writeFileSync(join(folder, 'plan-0a-9.tfplan'), 'bytes', { mode: 0o600 })
    fs.writeFileSync(join(folder, 'plan.json'), `${name}\n{}\nmore`, { mode: 0o600 })
    const found = await planStore(place.home, newId).find(of(place))()
    if (isFound) assert.equal(found, E.right(O.some({ plan: Buffer.from('bytes'), record: '{}\nmore' })))
    else assert.equal(E.isLeft(found) && found.left._tag === 'NotPrivate' && found.left.why, 'names no plan')
  })

test('a record may have 64 KiB, and a document of evidence a MiB; what is larger does not belong there', async (place) => {
  const folder = await folderOf(place)
  const find = planStore(place.home, newId).find(of(place))
  fs.writeFileSync(join(folder, 'plan-0a-9.tfplan'), 'bytes', { mode: 0o600 })
  const whole = (bytes: number): string => `plan-0a-9.tfplan\n${'x'.repeat(bytes - 17)}`
  fs.writeFileSync(join(folder, 'plan.json'), whole(65_536), { mode: 0o600 })
  assert.ok(E.isRight(await find()))
  fs.writeFileSync(join(folder, 'plan.json'), whole(65_537), { mode: 0o600 })
  assert.match(JSON.stringify(await find()), 'is larger than anything that belongs there')
  const store = evidenceStore(place.home)
  const newest = evidenceReader(place.home).newest('a-eu', 'plan', () => true)
  await store.write('a-eu', '1-plan-a', 'x'.repeat(1_048_576))()
  assert.ok(E.isRight(await newest()))
  await store.write('a-eu', '2-plan-a', 'x'.repeat(1_048_577))()
  assert.ok(E.isLeft(await newest()))
})

test('a plan may have 64 MiB, where it was made and where it is kept; a larger one is refused', async (place) => {
  const made = await privateRunFolders(place.root).make({
    checkout: of(place).project,
    cliConfiguration: '',
    authorities: undefined,
    stack: 'a-eu',
    emitted: '{}',
    lock: undefined
  })()
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  const folder = await folderOf(place)
  const kept = join(folder, 'plan-0a-9.tfplan')
  fs.writeFileSync(join(folder, 'plan.json'), 'plan-0a-9.tfplan\n{}', { mode: 0o600 })
  const { find } = planStore(place.home, newId)
  const { readPlan, remove } = privateRunFolders(place.root)
  for (const [bytes, isRead] of [
    [67_108_864, true],
    [67_108_865, false]
  ] as const) {
    for (const path of [kept, made.right.plan]) {
      fs.writeFileSync(path, '', { mode: 0o600 })
      fs.truncateSync(path, bytes)
    }
    assert.is(E.isRight(await find(of(place))()), isRead, `kept: ${bytes}`)
    assert.is(E.isRight(await readPlan(made.right)()), isRead, `made: ${bytes}`)
  }
  await remove(made.right)()
})

test('the newest evidence of a command is found by its name alone', async (place) => {
  const store = evidenceStore(place.home)
  const newest = evidenceReader(place.home).newest('a-eu', 'plan', () => true)
  assert.equal(await newest(), E.right(O.none), 'there is no folder')
  for (const name of ['2026-01-02-plan-a', '2026-01-01-plan-z', '2026-01-03-apply-a', '2026-01-04-plans', '2026-plan'])
    await store.write('a-eu', name, name)()
  const folder = join(place.home.path, 'zenthea-foundation/evidence/a-eu')
  fs.writeFileSync(join(folder, '2026-01-05-plan-a.json.tmp'), 'x')
  assert.equal(await newest(), E.right(O.some('2026-01-02-plan-a')))
  assert.equal(await evidenceReader(place.home).newest('b-eu', 'plan', () => true)(), E.right(O.none))
  await store.write(null, '2026-01-01-none', 'of no stack')()
  assert.ok(fs.existsSync(join(place.home.path, 'zenthea-foundation/evidence/2026-01-01-none.json')))
})

test.run()
