import * as E from 'fp-ts/lib/Either.js'
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runLock } from '../../../src/outside/private/run-lock.ts'
import type { Holder, RunLock } from '../../../src/outside/private/run-folder.port.ts'

const test = suite<{ root: string; lock: RunLock; folder: string }>('one run of a stack at a time')

test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-runs-')))
  let count = 0
  context.lock = runLock(join(context.root, 'state'), () => `id-${(count += 1)}`)
  context.folder = join(context.root, 'state/zenthea-foundation/runs/staging-eu')
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

type Taken = E.Either<Holder, () => Promise<void>>

const take = async (lock: RunLock, of = 'staging-eu', command = 'apply'): Promise<Taken> => {
  const outcome = await lock.take(of, command, 1000)()
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}
const release = async (taken: Taken): Promise<void> => {
  if (E.isRight(taken)) await taken.right()
}

test('the second is told whose run it is, and may when that has ended', async ({ lock, folder }) => {
  const first = await take(lock)
  assert.ok(E.isRight(first))
  assert.equal(await take(lock, 'staging-eu', 'plan'), E.left({ command: 'apply', pid: process.pid, since: 1000 }))
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

/** A ticket as a run leaves it that was killed. */
const left = (folder: string, ticket: Readonly<Record<string, unknown>> | string): void => {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const above of ['../..', '..']) fs.chmodSync(join(folder, above), 0o700)
  const text = typeof ticket === 'string' ? ticket : JSON.stringify(ticket)
  fs.writeFileSync(join(folder, 'left.json'), text, { mode: 0o600 })
  fs.writeFileSync(join(folder, 'left.json.holding'), '', { mode: 0o600 })
}
const dead = spawnSync(process.execPath, ['-e', '0']).pid
const ticket = { command: 'plan', pid: dead, since: 1, started: '12345', host: hostname() }

const gone: Readonly<Record<string, Readonly<Record<string, unknown>> | string>> = {
  'a run that is dead': ticket,
  'a run whose number another process has now': { ...ticket, pid: process.pid },
  'what is no ticket': '{}',
  'half a ticket': '{"comm'
}
for (const [what, written] of Object.entries(gone))
  test(`${what} keeps nobody out, and is swept`, async ({ lock, folder }) => {
    left(folder, written)
    const taken = await take(lock)
    assert.ok(E.isRight(taken))
    assert.not.ok(fs.existsSync(join(folder, 'left.json')))
    await release(taken)
    assert.equal(fs.readdirSync(folder), [])
  })

test('a run of another machine, whose home this is too, keeps others out', async ({ lock, folder }) => {
  left(folder, { ...ticket, host: 'elsewhere.example' })
  assert.equal(await take(lock), E.left({ command: 'plan', pid: dead, since: 1 }))
})

test.run()
