import * as fs from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startOf } from '../../../src/outside/private/process-table.ts'
import { startedBy } from '../../support/started-programs.ts'
import { privatePlace, sharedByRuns, sharedPlace } from '../../../src/outside/private/run-tickets.ts'

const test = suite<{ root: string; at: (name: string) => string }>('what a run says of itself')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-tickets-')))
  place.at = (name) => join(place.root, name)
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const placesAt = (root: string) => ({
  mine: privatePlace({ path: join(root, 'home'), projects: [] }, 'staging-eu'),
  ours: sharedPlace(root, 'staging-eu')
})

test('a ticket is known by its whole name in each of the two places', ({ root }) => {
  const { mine, ours } = placesAt(root)
  assert.equal([mine.nameOf('a-1'), ours.nameOf('a-1')], ['a-1.json', 'zenthea-foundation-staging-eu-a-1.json'])
  assert.equal([mine.mode, ours.mode], [0o600, 0o644])
  for (const place of [mine, ours]) assert.ok(place.isTicket(place.nameOf('0a-z9')))
  for (const name of ['.json', 'a.json.holding', '.a.json.tmp', 'A.json', 'a_b.json', 'a.jsonx', 'xa.b.json', 'ajson'])
    assert.not.ok(mine.isTicket(name), name)
  for (const name of [
    'zenthea-foundation-staging-eu-a.json.holding',
    'x-zenthea-foundation-staging-eu-a.json',
    'zenthea-foundation-staging-a.json',
    'zenthea-foundation-staging-eu-a.jso'
  ])
    assert.not.ok(ours.isTicket(name), name)
})

const LAST = 8.64e15

/** A ticket of this process that is right, with each of these changes, and whether it still speaks for a run at work. */
const changes: ReadonlyArray<readonly [change: Readonly<Record<string, unknown>>, isAtWork: boolean]> = [
  [{}, true],
  [{ command: 'a' }, true],
  [{ command: 'a'.repeat(16) }, true],
  [{ command: 'a'.repeat(17) }, false],
  [{ command: '' }, false],
  [{ command: 'Plan' }, false],
  [{ command: 'plan ' }, false],
  [{ command: ' plan' }, false],
  [{ since: 0 }, true],
  [{ since: -1 }, true],
  [{ since: LAST }, true],
  [{ since: -LAST }, true],
  [{ since: LAST + 1 }, false],
  [{ since: -LAST - 1 }, false],
  [{ since: 1.5 }, false],
  [{ started: '' }, false],
  [{ started: 'at another time' }, false],
  [{ pid: 0 }, false],
  [{ pid: -1 }, false],
  [{ pid: 1.5 }, false],
  [{ host: undefined }, false]
]

for (const [change, isAtWork] of changes)
  test(`a ticket with ${JSON.stringify(change)} is ${isAtWork ? 'of a run at work' : 'of none'}`, async ({
    root,
    at
  }) => {
    const { mine, ours } = placesAt(root)
    const ticket = {
      command: 'plan',
      pid: process.pid,
      since: 1,
      started: await startOf(process.pid),
      host: hostname()
    }
    fs.writeFileSync(at('ticket'), JSON.stringify({ ...ticket, ...change }), { mode: 0o600 })
    const { host: _, ...holder } = { ...ticket, ...change }
    for (const place of [mine, ours]) {
      const found = await place.read(at('ticket'))
      assert.is(found._tag, isAtWork ? 'AtWork' : 'Dead')
      if (found._tag !== 'AtWork') continue
      const { command, pid, since, user } = found.holder
      assert.equal(
        { command, pid, since, user },
        { command: holder.command, pid: holder.pid, since: holder.since, user: undefined }
      )
    }
  })

test('one of another machine is at work in a home that it shares, and says nothing here', async ({ root, at }) => {
  const { mine, ours } = placesAt(root)
  const ticket = { command: 'plan', pid: 2 ** 30, since: 1, started: 'then', host: 'elsewhere.example' }
  fs.writeFileSync(at('ticket'), JSON.stringify(ticket), { mode: 0o600 })
  assert.is((await mine.read(at('ticket')))._tag, 'AtWork')
  await startedBy(
    () => ({}),
    async () => assert.is((await ours.read(at('ticket')))._tag, 'Dead')
  )
})

test('a ticket of 4,096 bytes is read, one with a byte more is not', async ({ root, at }) => {
  const { mine, ours } = placesAt(root)
  const ticket = { command: 'plan', pid: process.pid, since: 1, started: await startOf(process.pid), host: hostname() }
  const text = JSON.stringify(ticket)
  fs.writeFileSync(at('ticket'), text.padEnd(4096), { mode: 0o600 })
  for (const place of [mine, ours]) assert.is((await place.read(at('ticket')))._tag, 'AtWork')
  fs.writeFileSync(at('ticket'), text.padEnd(4097), { mode: 0o600 })
  assert.is((await ours.read(at('ticket')))._tag, 'Nothing')
  const said = await mine.read(at('ticket')).then(String, (error: Error) => error.message)
  assert.match(said, 'is larger than anything that belongs there')
})

test('what is not there, not a file or half a ticket speaks for no run', async ({ root, at }) => {
  const { mine, ours } = placesAt(root)
  assert.is((await mine.read(at('nothing')))._tag, 'Dead')
  assert.is((await ours.read(at('nothing')))._tag, 'Nothing')
  fs.writeFileSync(at('half'), '{"command":"pl', { mode: 0o600 })
  for (const place of [mine, ours]) assert.is((await place.read(at('half')))._tag, 'Dead')
  fs.symlinkSync('half', at('link'))
  assert.is((await ours.read(at('link')))._tag, 'Nothing')
  fs.mkdirSync(at('folder'))
  assert.is((await ours.read(at('folder')))._tag, 'Nothing')
})

test('the place that all share may be sticky, and is refused where others could take a ticket away', async ({
  root
}) => {
  const { ours } = placesAt(root)
  fs.chmodSync(root, 0o1777)
  assert.is(await ours.folder(), root)
  fs.chmodSync(root, 0o777)
  const said = await ours.folder().then(String, (error: Error) => error.message)
  assert.is(said, `${root} can be changed by others`)
})

/** The variable of a sandbox, the home of what outlives a run, and the folder. */
const cases: ReadonlyArray<readonly [sandbox: string | undefined, home: string, folder: string]> = [
  [undefined, '/home/jane/.local/state', '/tmp'],
  ['', '/home/jane/.local/state', '/tmp'],
  ['/tmp/sandbox-1', '/tmp/sandbox-1/home/.local/state', '/tmp/sandbox-1'],
  ['/tmp/sandbox-1', '/home/jane/.local/state', '/tmp'],
  ['/tmp/sandbox-1', '/tmp/sandbox-10/home', '/tmp'],
  ['/tmp/sandbox-1', '/home/tmp/sandbox-1/home', '/tmp'],
  ['/tmp/sandbox-1', '/tmp/sandbox-1', '/tmp']
]
for (const [sandbox, home, folder] of cases)
  test(`the runs of a machine share ${folder} for a home in ${home} and ${sandbox === undefined ? 'no sandbox' : `the sandbox '${sandbox}'`}`, () => {
    assert.is(sharedByRuns(sandbox === undefined ? {} : { ZENTHEA_SANDBOX: sandbox }, home), folder)
  })

test.run()
