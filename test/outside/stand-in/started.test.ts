import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Network, commandWithin, makeNetwork } from '../../../src/outside/stand-in/network.ts'
import { mustRun, run } from '../../../src/outside/stand-in/run-command.ts'
import { type Moto, startMoto } from '../../../src/outside/stand-in/stand-in.ts'
import { type Ending, isDoneAtOnce, startedBy } from '../../support/started-programs.ts'

const test = suite<{ folder: string }>('how the programs of a stand-in are started')
test.before.each((place) => {
  place.folder = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-started-')))
})
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }))

const tools = { python: '/venv/bin/python', files: '/files' }
const SERVING = `${JSON.stringify({ port: 4567, authority: '/ca.pem', keys: { '111122223333': 'AKIA' } })}\n`
const given = { PATH: process.env['PATH'] }

/** Starts the stand-in with such an ending, and gives it, or why there is none. */
const moto = async (folder: string, ending: Ending, more: object = {}) => {
  let made: Moto | Error | undefined
  const started = await startedBy(
    () => ending,
    async () => {
      made = await startMoto(tools, { accounts: ['111122223333', '999988887777'], folder, ...more }).catch(
        (error: Error) => error
      )
    }
  )
  return { started, made }
}

test('moto: in a session of its own, with the accounts and the judge, and nothing else of this environment', async ({
  folder
}) => {
  const { started, made } = await moto(folder, { stdout: SERVING, stays: true })
  const args = ['/files/launcher.py', join(folder, 'calls.jsonl'), join(folder, 'certificates')]
  const env = { ...given, TMPDIR: tmpdir(), MOTO_ACCOUNTS: '111122223333,999988887777', MOTO_JUDGE: undefined }
  const options = { env, stdio: ['pipe', 'pipe', 'pipe'], detached: true }
  assert.equal(started, [{ by: 'spawn', file: '/venv/bin/python', args, options }])
  assert.ok(made !== undefined && !(made instanceof Error))
  assert.equal(
    [made.account, made.proxy, made.authority, made.keys],
    ['111122223333', 'http://127.0.0.1:4567', '/ca.pem', { '111122223333': 'AKIA' }]
  )
  writeFileSync(join(folder, 'calls.jsonl'), '{"method":"GET"}\n{"method":"PUT"}\nhalf a li')
  assert.equal(
    made.calls().map(({ method }) => method),
    ['GET', 'PUT']
  )
  await made.stop()
})

test('moto: within the words of a network, where its accounts are kept and a judge is asked', async ({ folder }) => {
  const more = { kept: '/kept', judge: 99, within: ['python', 'enter'] }
  const { started, made } = await moto(folder, { stdout: SERVING, stays: true }, more)
  assert.equal(
    started.map(({ file, args }) => [file, ...args]),
    [
      [
        'python',
        'enter',
        '/venv/bin/python',
        '/files/launcher.py',
        join(folder, 'calls.jsonl'),
        join(folder, 'certificates'),
        '/kept'
      ]
    ]
  )
  assert.match(JSON.stringify(started[0]?.options), '"MOTO_JUDGE":"99"')
  assert.ok(made !== undefined && !(made instanceof Error))
  await made.stop()
})

test('accounts that were not kept are said with the last words, and one that is not to be kept is just ended', async ({
  folder
}) => {
  const ending = { stdout: SERVING, stderr: `${'x\n'.repeat(3000)}no space left`, stays: true, code: 1 }
  const kept = (await moto(folder, ending, { kept: '/kept' })).made
  assert.ok(kept !== undefined && !(kept instanceof Error))
  const said = await kept.stop().then(String, (error: Error) => error.message)
  // Two thousand characters at most, of whole lines.
  assert.is(said, `the accounts were not kept: ${'x\n'.repeat(993)}no space left`)
  const other = (await moto(folder, ending)).made
  assert.ok(other !== undefined && !(other instanceof Error))
  await other.stop()
})

test('a moto that does not serve says how it ended and what it wrote', async ({ folder }) => {
  const { made } = await moto(folder, { stderr: 'no module named moto', code: 3 })
  assert.is(made instanceof Error && made.message, 'moto did not start (3): no module named moto')
  const gone = await moto(folder, { error: new Error('spawn ENOENT') })
  assert.is(gone.made instanceof Error && gone.made.message, 'spawn ENOENT')
})

const network = async (ending: Ending) => {
  let made: Network | undefined
  const told: Array<string> = []
  const started = await startedBy(
    () => ending,
    async () => {
      made = await makeNetwork('/venv/bin/python', '/files', '/sandbox', (line) => void told.push(line))
    }
  )
  return { started, made, told }
}

test('a network: made by a process of its own, entered by its number, ended with its input', async () => {
  const { started, made } = await network({ stdout: 'ready\n', stays: true })
  assert.equal(started, [
    {
      by: 'spawn',
      file: '/venv/bin/python',
      args: ['/files/network.py', 'make', '/sandbox'],
      options: { env: given, stdio: ['pipe', 'pipe', 'pipe'], detached: true }
    }
  ])
  assert.equal(made?.within, ['/venv/bin/python', '/files/network.py', 'enter', '4711'])
  await made?.stop()
  const { made: none, told } = await network({ code: 1, stderr: 'Traceback:\nOSError: Operation not permitted\n' })
  assert.equal([none, told], [undefined, ['no network of its own: OSError: Operation not permitted']])
  assert.equal((await network({ signal: 'SIGSYS' })).told, ['no network of its own: it ended with SIGSYS'])
})

test('a network that has ended by itself, by its code or a signal, is not waited for', async () => {
  for (const ending of [{ code: 1 }, { signal: 'SIGKILL' }]) {
    const { made } = await network({ stdout: 'ready\n', stays: true, ...ending })
    await made?.stop()
    assert.ok(made !== undefined && (await isDoneAtOnce(made.stop())), JSON.stringify(ending))
  }
})

test('a network that ends while it is needed is told by its name', async () => {
  let end = (): void => undefined
  const { made, told } = await network({ stdout: 'ready\n', stays: true, code: 9, begun: (one) => (end = one.end) })
  assert.ok(made !== undefined)
  end()
  assert.equal(told, ['the network of the sandbox ended too early (9)'])
})

test('words before a command take it in, and without any it is itself', () => {
  assert.equal(commandWithin([], 'a', ['b']), ['a', ['b']])
  assert.equal(commandWithin(['x', 'y'], 'a', ['b']), ['x', ['y', 'a', 'b']])
})

test('a command: with nothing to read, and asked to end after ten minutes where no other time is said', async ({
  folder
}) => {
  const around = { cwd: folder, env: { A: '1' } }
  const started = await startedBy(
    () => ({}),
    async () => {
      await run('/bin/a', ['b'], around)
      await mustRun('/bin/c', [], { ...around, seconds: 3 })
    }
  )
  assert.equal(
    started.map(({ file, args, options }) => {
      const { stdio, ...rest } = options as { readonly stdio: ReadonlyArray<unknown> }
      return [file, args, stdio[0], stdio.slice(1).every(Number.isInteger), stdio.length, rest]
    }),
    [
      ['/bin/a', ['b'], 'ignore', true, 3, { ...around, timeout: 600_000 }],
      ['/bin/c', [], 'ignore', true, 3, { ...around, timeout: 3000 }]
    ]
  )
})

test.run()
