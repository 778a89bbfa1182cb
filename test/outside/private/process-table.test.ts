import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isThere, ownerOf, pathsInUse, startOf } from '../../../src/outside/private/process-table.ts'
import { type Ending, startedBy } from '../../support/started-programs.ts'

const test = suite<{ table: string }>('the processes of this machine')
test.before.each((place) => {
  place.table = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-table-')))
})
test.after.each(({ table }) => rmSync(table, { recursive: true, force: true }))

/** A process that is not there: Linux gives numbers below four million. */
const NOBODY = 2 ** 30

test('the start is the 22nd field, also of a process whose name has brackets and spaces in it', async ({ table }) => {
  mkdirSync(join(table, '7'))
  // Source: proc_pid_stat(5): pid, (comm), state, and from there fields 4 to 52.
  const fields = Array.from({ length: 49 }, (_, index) => String(index + 4))
  writeFileSync(join(table, '7/stat'), `7 (a ) b) 1 2) S ${fields.join(' ')}\n`)
  assert.is(await startOf(7, table), '22')
  writeFileSync(join(table, '7/stat'), '7 (cut) S 4\n')
  assert.is(await startOf(7, table), '')
})

const asked = async (ending: Ending, ask: () => Promise<unknown>) => {
  let said: unknown
  const started = await startedBy(
    () => ending,
    async () => {
      said = await ask()
    }
  )
  return { said, started }
}

test('without a table of processes ps is asked, in one language and one time zone for all', async ({ table }) => {
  const ps = (format: string, pid: number) => [
    {
      by: 'execFile',
      file: '/bin/ps',
      args: ['-o', format, '-p', String(pid)],
      options: { env: { LC_ALL: 'C', TZ: 'UTC' } }
    }
  ]
  const start = await asked({ stdout: '  Fri Nov 27 15:19:00 2026\n' }, () => startOf(7, table))
  assert.equal(start, { said: 'Fri Nov 27 15:19:00 2026', started: ps('lstart=', 7) })
  assert.is((await asked({ code: 1, stdout: 'x' }, () => startOf(7, table))).said, '')
  const owner = await asked({ stdout: '  501\n' }, () => ownerOf(NOBODY))
  assert.equal(owner, { said: 501, started: ps('uid=', NOBODY) })
  for (const stdout of ['', 'x1', '1x', '-1', '1 2'])
    assert.is((await asked({ stdout }, () => ownerOf(NOBODY))).said, undefined, stdout)
})

test('a process of another user is there, and one that has ended is not', () => {
  assert.ok(isThere(process.pid))
  assert.ok(isThere(1))
  assert.not.ok(isThere(NOBODY))
  const before = Object.getOwnPropertyDescriptor(process, 'kill')
  const kill = (): never => {
    throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
  }
  Object.assign(process, { kill })
  try {
    assert.ok(isThere(7))
  } finally {
    Object.defineProperty(process, 'kill', before ?? {})
  }
})

test('the folder and the program of this process are in use', async () => {
  if (process.platform !== 'linux') return
  const paths = await pathsInUse()
  assert.ok(paths.includes(process.cwd()) && paths.includes(realpathSync(process.execPath)))
})

test.run()
