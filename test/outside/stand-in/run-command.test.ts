import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { mustRun, run } from '../../../src/outside/stand-in/run-command.ts'
import { type Ending, type Started, startedBy } from '../../support/started-programs.ts'

const test = suite<{ root: string; around: { readonly cwd: string; readonly env: NodeJS.ProcessEnv } }>(
  'what a command of a stand-in leaves and says'
)
const before = process.env['TMPDIR']
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-command-of-')))
  place.around = { cwd: place.root, env: { A: '1' } }
  process.env['TMPDIR'] = place.root
})
test.after.each(({ root }) => {
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  fs.rmSync(root, { recursive: true, force: true })
})

/** A command that writes to the files that it is given, and ends so. */
const writing =
  (out: string, err: string, ending: Ending = {}) =>
  ({ options }: Started): Ending => {
    const [, stdout, stderr] = (options as { readonly stdio: readonly [string, number, number] }).stdio
    fs.writeSync(stdout, out)
    fs.writeSync(stderr, err)
    return ending
  }

const outcomeOf = async (ending: (started: Started) => Ending, use: () => Promise<unknown>): Promise<unknown> => {
  let outcome: unknown
  await startedBy(ending, async () => {
    outcome = await use().catch((error: unknown) => error)
  })
  return outcome
}

test('its two streams are told apart, with how it ended', async ({ around }) => {
  const ran = (ending: Ending) => outcomeOf(writing('right\n', 'wrong\n', ending), () => run('/bin/a', ['b'], around))
  assert.equal(await ran({ code: 3 }), { code: 3, signal: null, stdout: 'right\n', stderr: 'wrong\n' })
  assert.equal(await ran({ signal: 'SIGTERM' }), {
    code: null,
    signal: 'SIGTERM',
    stdout: 'right\n',
    stderr: 'wrong\n'
  })
})

test('one that must succeed gives what it printed, or fails with its line, its end and all that it said', async ({
  around
}) => {
  const must = async (ending: Ending): Promise<unknown> => {
    const outcome = await outcomeOf(writing('half\n', 'wrong\n', ending), () => mustRun('/bin/a', ['b', 'c'], around))
    return outcome instanceof Error ? outcome.message : outcome
  }
  assert.is(await must({}), 'half\n')
  assert.is(await must({ code: 3 }), '/bin/a b c ended with 3\nhalf\nwrong\n')
  assert.is(await must({ signal: 'SIGKILL' }), '/bin/a b c ended with SIGKILL\nhalf\nwrong\n')
})

test('however it ends, no file of it stays, open or on the disk, and the end of this process does nothing more', async ({
  root,
  around
}) => {
  const ends: ReadonlyArray<Ending> = [{}, { code: 1 }, { error: new Error('spawn ENOENT') }]
  for (const ending of ends) {
    const listeners = process.listenerCount('exit')
    let files: ReadonlyArray<number> = []
    const outcome = await outcomeOf(
      ({ options }) => {
        const [, ...opened] = (options as { readonly stdio: ReadonlyArray<number> }).stdio
        files = opened
        for (const file of files) assert.ok(fs.fstatSync(file).isFile())
        const folders = fs.readdirSync(root)
        assert.is(folders.length, 1)
        assert.match(folders[0] ?? '', /^zenthea-command-/)
        assert.equal(fs.readdirSync(join(root, folders[0] ?? '')).toSorted(), ['stderr', 'stdout'])
        return ending
      },
      () => run('/bin/a', [], around)
    )
    assert.is(outcome instanceof Error, ending.error !== undefined)
    assert.equal(fs.readdirSync(root), [])
    for (const file of files) assert.throws(() => fs.fstatSync(file), /EBADF/)
    if (ending.error === undefined) assert.is(process.listenerCount('exit'), listeners)
    for (const one of process.listeners('exit').slice(listeners)) process.removeListener('exit', one)
  }
})

test('when this process ends first, it is asked to end', async ({ around }) => {
  const heard: Array<unknown> = []
  const own = process.listeners('exit')
  const outcome = await outcomeOf(
    () => ({
      stays: true,
      hears: (signal) => heard.push(signal) > 0,
      signal: 'SIGTERM',
      begun: () => process.listeners('exit').forEach((one) => own.includes(one) || one(0))
    }),
    () => run('/bin/a', [], around)
  )
  assert.equal(heard, ['SIGTERM'])
  assert.equal(outcome, { code: null, signal: 'SIGTERM', stdout: '', stderr: '' })
})

test.run()
