import { momentAt } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startOf } from '../../../src/outside/private/process-table.ts'
import type { RunLock } from '../../../src/outside/private/run-folder.port.ts'
import { type Locked, type Taken, makeLocked, removeLocked } from '../../support/run-locks.ts'

const test = suite<Locked>('one run of a stack at a time, beside those of other users')

test.before.each(makeLocked)
test.after.each(removeLocked)

const take = async (lock: RunLock, of = 'staging-eu', command = 'apply'): Promise<Taken> => {
  const outcome = await lock.take(of, command, momentAt(1000))()
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}
const release = async (taken: Taken): Promise<void> => {
  if (E.isRight(taken)) await taken.right()
}

/** A ticket in the place that all share, as a user of that number wrote it. */
const shared = (folder: string, user: number | undefined, of: object | string, mode = 0o644): string => {
  const path = join(folder, 'zenthea-foundation-staging-eu-left.json')
  fs.writeFileSync(path, typeof of === 'string' ? of : JSON.stringify(of), { mode })
  fs.chmodSync(path, mode)
  if (user !== undefined) fs.chownSync(path, user, user)
  return path
}
const STRANGER = 54_321

if (process.getuid?.() === 0) {
  test('a run of another user is told by a number, and no third user can speak for it', async (context) => {
    const child = spawn('/bin/cat', [], { uid: STRANGER, gid: STRANGER, cwd: '/' })
    try {
      await once(child, 'spawn')
      const stat = fs.readFileSync(`/proc/${child.pid}/stat`, 'utf8')
      const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
      const written = { command: 'apply', pid: child.pid, since: 7, started, host: 'whatever.example' }
      const path = shared(context.shared, STRANGER, written)
      assert.equal(await take(context.lock), E.left({ command: 'apply', pid: child.pid, since: 7, user: STRANGER }))
      // Another user says that this one is at work, and hides it from being read.
      for (const [user, mode] of [
        [STRANGER + 1, 0o644],
        [STRANGER + 1, 0o666]
      ] as const) {
        shared(context.shared, user, written, mode)
        const taken = await take(context.lock)
        assert.ok(E.isRight(taken))
        await release(taken)
        assert.ok(fs.existsSync(path), 'what is of another user is left alone')
      }
    } finally {
      child.stdin.end()
      await once(child, 'close')
    }
  })
}

test('where there is no /proc, two terminals of other time zones and languages see one start', async () => {
  const before = { ...process.env }
  const starts: Array<string> = []
  for (const [TZ, LC_ALL] of [
    ['JST-9', 'C'],
    ['PET5', 'de_DE.UTF-8'],
    ['UTC', '']
  ] as const) {
    Object.assign(process.env, { TZ, LC_ALL })
    starts.push(await startOf(process.pid, '/nonexistent'))
  }
  for (const name of ['TZ', 'LC_ALL']) delete process.env[name]
  Object.assign(process.env, before)
  assert.match(starts[0] ?? '', /\d\d:\d\d:\d\d/)
  assert.is(new Set(starts).size, 1, starts.join())
})

test.run()
