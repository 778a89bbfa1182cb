import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inCheckout } from '../support/checkout.ts'

const HOUR = 60 * 60

/** A child that is ended with SIGKILL where it would do this with files. */
const killedAt = (call: 'rename' | 'open'): string => `
  import promises from 'node:fs/promises'
  import { syncBuiltinESMExports } from 'node:module'
  const real = promises.${call}
  let calls = 0
  promises.${call} = (...args) => {
    calls += 1
    if (calls > ${call === 'open' ? 2 : 0}) { process.kill(process.pid, 'SIGKILL'); for (;;); }
    return real(...args)
  }
  syncBuiltinESMExports()`

const aged = (path: string, hours: number): void => {
  const then = Date.now() / 1000 - hours * HOUR
  fs.utimesSync(path, then, then)
}

/** What lies directly in `.build`. */
const tops = (built: ReadonlyArray<string>): ReadonlyArray<string> => built.filter((path) => !path.includes('/'))

const test = suite('a program that is built when it is needed')

test('the next run uses the edited source, in a folder of its own', () =>
  inCheckout(async ({ at, run, built }) => {
    assert.is((await run('emit', ['--check'])).code, 0)
    const [first = ''] = tops(built())
    assert.match(first, /^[0-9a-f]{64}$/)
    assert.is(fs.statSync(at('.build')).mode & 0o777, 0o700)
    const help = at('src/commands/emit/help.ts')
    fs.writeFileSync(help, fs.readFileSync(help, 'utf8').replace('Turns stacks into', 'Edits stacks into'))
    assert.match((await run('emit', ['--help'])).stdout, /^Edits stacks into/)
    assert.is(tops(built()).length, 2)
  }))

test('eight first runs at once: all do their work, and one program is left', () =>
  inCheckout(async ({ run, built }) => {
    const ended = await Promise.all(Array.from({ length: 8 }, () => run('emit', ['--check'])))
    assert.equal(new Set(ended.map(({ code, stderr }) => `${code} ${stderr}`)), new Set(['0 ']))
    assert.is(tops(built()).length, 1)
  }))

for (const call of ['open', 'rename'] as const)
  test(`a build that is killed at ${call}: no half of it is used, and the next build removes it in time`, () =>
    inCheckout(async ({ at, run, built }) => {
      assert.is((await run('emit', ['--help'], { preload: killedAt(call) })).signal, 'SIGKILL')
      const [left = ''] = tops(built())
      assert.match(left, /^\.tmp-/)
      assert.is((await run('emit', ['--help'])).code, 0)
      assert.ok(built().includes(left), 'it may be of a build that is at work')
      aged(at(`.build/${left}`), 2)
      assert.is((await run('seed', ['--help'])).code, 0)
      assert.not.ok(built().includes(left))
    }))

test('programs that no run began with for a day are removed by the next build, and others are not', () =>
  inCheckout(async ({ at, run, built }) => {
    const old = 'a'.repeat(64)
    const young = 'b'.repeat(64)
    for (const name of [old, young, 'notes']) fs.mkdirSync(at(`.build/${name}`), { recursive: true, mode: 0o700 })
    fs.chmodSync(at('.build'), 0o700)
    for (const name of [old, 'notes']) aged(at(`.build/${name}`), 25)
    aged(at(`.build/${young}`), 23)
    await run('emit', ['--help'])
    const left = tops(built())
    assert.equal([left.includes(old), left.includes(young), left.includes('notes')], [false, true, true])
  }))

test('a program that is used stays', () =>
  inCheckout(async ({ at, run, built }) => {
    await run('emit', ['--help'])
    const [program = ''] = tops(built())
    aged(at(`.build/${program}`), 30)
    await run('emit', ['--help'])
    fs.appendFileSync(at('src/commands/emit/help.ts'), '\n')
    await run('emit', ['--help'])
    assert.is(tops(built()).length, 2)
  }))

test('no variable of the bundler has a say', () =>
  inCheckout(async ({ run, built }) => {
    const env = { ESBUILD_BINARY_PATH: process.execPath, ESBUILD_WORKER_THREADS: '0', ESBUILD_MAX_BUFFER: '1' }
    const { code, stderr } = await run('emit', ['--help'], { env: { ...env, NODE_PATH: '/nowhere' } })
    assert.equal([code, stderr, tops(built()).length], [0, '', 1])
  }))

test('a source that cannot be bundled: its place, 1, and nothing is left', () =>
  inCheckout(async ({ at, run, built }) => {
    fs.appendFileSync(at('src/commands/emit/help.ts'), 'export const = 1\n')
    const { code, stdout, stderr } = await run('emit', ['--help'])
    assert.equal([code, stdout, built()], [1, '', []])
    assert.match(stderr, /^zenthea: emit cannot be built: .*\n.*src\/commands\/emit\/help\.ts:\d+:\d+/)
  }))

test.run()
