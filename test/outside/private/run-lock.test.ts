import { momentAt } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { hostname } from 'node:os'
import { join } from 'node:path'
import timers from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startOf } from '../../../src/outside/private/process-table.ts'
import { runLock } from '../../../src/outside/private/run-lock.ts'
import type { RunLock } from '../../../src/outside/private/run-folder.port.ts'
import { startedBy } from '../../support/started-programs.ts'
import { type Locked, type Taken, makeLocked, removeLocked } from '../../support/run-locks.ts'

const test = suite<Locked>('one run of a stack at a time')

test.before.each(makeLocked)
test.after.each(removeLocked)

const take = async (lock: RunLock, of = 'staging-eu', command = 'apply'): Promise<Taken> => {
  let outcome: Awaited<ReturnType<ReturnType<RunLock['take']>>> | undefined
  // Of a process that is gone, ps says nothing.
  await startedBy(
    () => ({}),
    async () => (outcome = await lock.take(of, command, momentAt(1000))())
  )
  if (outcome === undefined) throw new Error('it did not end')
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}
const release = async (taken: Taken): Promise<void> => {
  if (E.isRight(taken)) await taken.right()
}

test('the second is told whose run it is, and may when that has ended', async ({ lock, folder }) => {
  const first = await take(lock)
  assert.ok(E.isRight(first))
  assert.equal(
    await take(lock, 'staging-eu', 'plan'),
    E.left({ command: 'apply', pid: process.pid, since: 1000, user: undefined })
  )
  const other = await take(lock, 'production-eu')
  assert.ok(E.isRight(other))
  await release(first)
  assert.equal(fs.readdirSync(folder), [])
  const second = await take(lock)
  assert.ok(E.isRight(second))
  for (const taken of [second, other]) await release(taken)
})

test('of many that enter at once one is let in at a time', async ({ lock }) => {
  let inside = 0
  let most = 0
  let entered = 0
  const run = async (): Promise<void> => {
    const taken = await take(lock)
    if (E.isLeft(taken)) return
    inside += 1
    entered += 1
    most = Math.max(most, inside)
    await new Promise((resolve) => setImmediate(resolve))
    inside -= 1
    await taken.right()
  }
  for (let round = 0; round < 10; round++) await Promise.all([run(), run(), run(), run()])
  assert.is(most, 1)
  assert.ok(entered >= 1)
})

test('a run that is only entering, and steps back, keeps no other out', async ({ lock, folder }) => {
  await release(await take(lock))
  const entering = {
    command: 'plan',
    pid: process.pid,
    since: 1,
    started: await startOf(process.pid),
    host: hostname()
  }
  const path = join(folder, 'other.json')
  fs.writeFileSync(path, JSON.stringify(entering), { mode: 0o600 })
  setTimeout(() => fs.rmSync(path, { force: true }), 200)
  const taken = await take(lock)
  assert.ok(E.isRight(taken), JSON.stringify(taken))
  await release(taken)
})

test('a ticket goes with its process, and nothing of it is left to do after it was given back or refused', async ({
  lock,
  folder,
  shared: tickets
}) => {
  const before = process.listeners('exit')
  const added = () => process.listeners('exit').filter((one) => !before.includes(one))
  const taken = await take(lock)
  assert.equal([fs.readdirSync(folder).length, fs.readdirSync(tickets).length], [2, 2])
  assert.ok(E.isLeft(await take(lock)))
  const own = added()
  assert.is(own.length, 2)
  for (const one of own) one(0)
  assert.equal([fs.readdirSync(folder), fs.readdirSync(tickets)], [[], []])
  await release(taken)
  assert.equal(added(), [])
})

/** Takes it while each pause ends at once; gives the outcome, the pauses, and the bounds that they were drawn between. */
const hurried = async (lock: RunLock, then: (pauses: number) => void = () => undefined) => {
  const { setTimeout: wait } = timers
  const { randomInt } = crypto
  const [pauses, bounds]: [Array<number>, Array<string>] = [[], []]
  Object.assign(timers, { setTimeout: async (millis: number) => then(pauses.push(millis)) })
  Object.assign(crypto, {
    randomInt: (from: number, to: number) => {
      bounds.push(`${from} to ${to}`)
      return 7
    }
  })
  syncBuiltinESMExports()
  try {
    return { taken: await take(lock), pauses, bounds: [...new Set(bounds)] }
  } finally {
    Object.assign(timers, { setTimeout: wait })
    Object.assign(crypto, { randomInt })
    syncBuiltinESMExports()
  }
}

const atWork = async (since: number) => ({
  command: 'plan',
  pid: process.pid,
  since,
  started: await startOf(process.pid),
  host: hostname()
})

test('a run that is only entering is waited for fifty times at most, a short while by chance each time', async ({
  lock,
  folder
}) => {
  await release(await take(lock))
  const path = join(folder, 'other.json')
  fs.writeFileSync(path, JSON.stringify(await atWork(1)), { mode: 0o600 })
  const never = await hurried(lock)
  assert.equal(never.taken, E.left({ command: 'plan', pid: process.pid, since: 1, user: undefined }))
  assert.equal(
    never.pauses,
    Array.from({ length: 50 }, () => 7)
  )
  // Up to 60 ms, without that one itself. Source: Node.js, crypto.randomInt.
  assert.equal(never.bounds, ['5 to 60'])
  assert.equal(fs.readdirSync(folder), ['other.json'])
  const late = await hurried(lock, (pauses) => pauses === 49 && fs.rmSync(path))
  assert.ok(E.isRight(late.taken))
  assert.is(late.pauses.length, 49)
  await release(late.taken)
})

test('of several others the one that holds it is told at once', async ({ lock, folder }) => {
  await release(await take(lock))
  for (const [index, name] of ['a', 'b', 'c'].entries())
    fs.writeFileSync(join(folder, `${name}.json`), JSON.stringify(await atWork(index)), { mode: 0o600 })
  fs.writeFileSync(join(folder, 'b.json.holding'), '', { mode: 0o600 })
  const { taken, pauses } = await hurried(lock)
  assert.equal(taken, E.left({ command: 'plan', pid: process.pid, since: 1, user: undefined }))
  assert.equal(pauses, [])
})

/** A ticket as a run leaves it that was killed. */
const left = (folder: string, ticket: Readonly<Record<string, unknown>> | string): void => {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const above of ['../..', '..']) fs.chmodSync(join(folder, above), 0o700)
  const text = typeof ticket === 'string' ? ticket : JSON.stringify(ticket)
  fs.writeFileSync(join(folder, 'left.json'), text, { mode: 0o600 })
  fs.writeFileSync(join(folder, 'left.json.holding'), '', { mode: 0o600 })
}
/** More than the largest number that a process of Linux can have. Source: proc_sys_kernel(5), pid_max. */
const dead = 2 ** 30
const ticket = { command: 'plan', pid: dead, since: 1, started: '12345', host: hostname() }

const gone: Readonly<Record<string, Readonly<Record<string, unknown>> | string>> = {
  'a run that is dead': ticket,
  'a run whose number another process has now': { ...ticket, pid: process.pid },
  'a file that is not a ticket': '{}',
  'half a ticket': '{"comm'
}
for (const [what, written] of Object.entries(gone))
  test(`${what} keeps no run out, and is swept`, async ({ lock, folder }) => {
    left(folder, written)
    const taken = await take(lock)
    assert.ok(E.isRight(taken))
    assert.not.ok(fs.existsSync(join(folder, 'left.json')))
    await release(taken)
    assert.equal(fs.readdirSync(folder), [])
  })

test('a run of another machine, whose home this is too, keeps others out', async ({ lock, folder }) => {
  left(folder, { ...ticket, host: 'elsewhere.example' })
  assert.equal(await take(lock), E.left({ command: 'plan', pid: dead, since: 1, user: undefined }))
})

test('a run of the same user with another home is seen, and lets go when it ends', async ({
  root,
  shared,
  lock,
  newId
}) => {
  const elsewhere = runLock({ path: join(root, 'another-home'), projects: [] }, shared, newId)
  const first = await take(elsewhere)
  assert.ok(E.isRight(first))
  assert.equal(await take(lock), E.left({ command: 'apply', pid: process.pid, since: 1000, user: undefined }))
  await release(first)
  assert.equal(fs.readdirSync(shared), [])
  const second = await take(lock)
  assert.ok(E.isRight(second))
  await release(second)
})

/** A ticket in the place that all share, as a user of that number wrote it. */
const shared = (folder: string, user: number | undefined, of: object | string, mode = 0o644): string => {
  const path = join(folder, 'zenthea-foundation-staging-eu-left.json')
  fs.writeFileSync(path, typeof of === 'string' ? of : JSON.stringify(of), { mode })
  fs.chmodSync(path, mode)
  if (user !== undefined) fs.chownSync(path, user, user)
  return path
}
const STRANGER = 54_321

test('of what anybody may have written, nothing that speaks for no process at work keeps a run out', async (context) => {
  const mine = { command: 'apply', pid: process.pid, since: 1000, started: 'another', host: hostname() }
  for (const [what, written] of Object.entries({
    'a process that began at another time': mine,
    'a process that is gone': { ...mine, pid: dead },
    'a text for a terminal': { ...mine, command: '\u001b[31mapply' },
    'no moment': { ...mine, since: Number.MAX_VALUE },
    'no process': { ...mine, pid: -1 },
    'no ticket': '[',
    'too much': ' '.repeat(5000)
  })) {
    const path = shared(context.shared, undefined, written)
    const taken = await take(context.lock)
    assert.ok(E.isRight(taken), what)
    await release(taken)
    assert.equal(fs.existsSync(path), what === 'too much', what)
  }
})

if (process.getuid?.() === 0)
  test('a place in which others could take a ticket away is none', async ({ lock, shared: folder }) => {
    for (const act of [() => fs.chmodSync(folder, 0o777), () => fs.chownSync(folder, STRANGER, STRANGER)]) {
      act()
      assert.match(JSON.stringify(await lock.take('staging-eu', 'apply', momentAt(1))()), 'can be changed by others')
      fs.chmodSync(folder, 0o1777)
    }
  })

test.run()
