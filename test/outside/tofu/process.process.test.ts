import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Signals, tofuProcess } from '../../../src/outside/tofu/process.ts'
import { childEnvironment } from '../../../src/commands/guard/child-environment.ts'
import type { Heard, Interruption } from '../../../src/outside/terminal/terminal.port.ts'
import type { Silence, TofuSaid } from '../../../src/outside/tofu/tofu.port.ts'
import { HOSTILE, hostileEnvironment } from '../../support/hostile-environment.ts'

const test = suite<{ folder: AbsolutePath }>('tofu as a child process')
test.before.each((context) => {
  context.folder = absolutePath(mkdtempSync(join(tmpdir(), 'zenthea-process-')))
})
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }))

const quiet: Signals = { listen: () => () => undefined }
const nobody = () => undefined

const call = (folder: AbsolutePath, file: string, ...args: ReadonlyArray<string>) => ({
  file: absolutePath(file),
  args,
  folder,
  environment: { PATH: '/usr/bin:/bin' }
})

const captured = async (
  folder: AbsolutePath,
  script: string,
  signals = quiet,
  tell = nobody as (of: Interruption) => void
) => {
  const outcome = await tofuProcess(signals, tell).capture(call(folder, process.execPath, '-e', script), 1000)()
  if (E.isLeft(outcome)) throw new Error(outcome.left.message)
  return outcome.right
}

test('gets exactly the environment that was made, from a parent in which everything hostile is set', async ({
  folder
}) => {
  const place = {
    home: folder,
    temporary: folder,
    nothing: absolutePath('/dev/null'),
    cliConfiguration: absolutePath(join(folder, 'cli')),
    authorities: undefined
  }
  const environment = childEnvironment({
    parent: hostileEnvironment,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'of-a-test' },
    route: { proxy: undefined, caBundle: undefined },
    region: 'eu-central-1',
    folder: place
  })
  const before = { ...process.env }
  Object.assign(process.env, hostileEnvironment)
  let printed: E.Either<unknown, TofuSaid>
  try {
    printed = await tofuProcess(quiet, nobody).capture(
      { file: '/usr/bin/env', args: [], folder, environment },
      100_000
    )()
  } finally {
    for (const name of Object.keys(hostileEnvironment)) delete process.env[name]
    Object.assign(process.env, before)
  }
  assert.ok(E.isRight(printed))
  assert.not.match(printed.right.stdout, HOSTILE)
  assert.equal(
    printed.right.stdout.trimEnd().split('\n').toSorted(),
    [
      'PATH=/usr/bin:/bin',
      `HOME=${folder}`,
      `TMPDIR=${folder}`,
      'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE',
      'AWS_SECRET_ACCESS_KEY=of-a-test',
      'AWS_REGION=eu-central-1',
      'AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled',
      'AWS_CONFIG_FILE=/dev/null',
      'AWS_SHARED_CREDENTIALS_FILE=/dev/null',
      'AWS_EC2_METADATA_DISABLED=true',
      `TF_CLI_CONFIG_FILE=${join(folder, 'cli')}`,
      'TF_INPUT=0',
      'TF_IN_AUTOMATION=1',
      'CHECKPOINT_DISABLE=1'
    ].toSorted()
  )
})

test('ends with the exit code of tofu, and with 128 and the signal where one ended it', async ({ folder }) => {
  assert.is((await captured(folder, 'process.exit(7)')).code, 7)
  assert.is((await captured(folder, 'process.kill(process.pid, "SIGKILL")')).code, 137)
  const handed = await tofuProcess(quiet, nobody).handOver(call(folder, process.execPath, '-e', 'process.exit(3)'))()
  assert.ok(E.isRight(handed))
  assert.is(handed.right.code, 3)
})

test('a program that cannot be started is a failure and no exit code', async ({ folder }) => {
  const outcome = await tofuProcess(quiet, nobody).handOver(call(folder, join(folder, 'nothing')))()
  assert.ok(E.isLeft(outcome))
  assert.is(outcome.left.code, 'ENOENT')
})

test('runs in the folder that was given, with nothing to read', async ({ folder }) => {
  const script = 'console.log(process.cwd()); process.stdin.on("data", () => {}).on("end", () => console.log("end"))'
  const { stdout } = await captured(folder, script)
  assert.is(stdout, `${folder}\nend\n`)
})

test('keeps as much as was asked for, and says so where there is more', async ({ folder }) => {
  const long = await captured(folder, 'process.stdout.write("x".repeat(300_000))')
  assert.is(long.stdout, 'x'.repeat(1000))
  assert.not.ok(long.isWhole)
  assert.is(long.code, 0)
  const whole = await captured(folder, 'process.stderr.write("y".repeat(1000))')
  assert.is(whole.stderr.length, 1000)
  assert.ok(whole.isWhole)
})

/** A tofu that counts what it is sent, and ends when a file appears. */
const counting = `
  const { existsSync, writeFileSync } = require('node:fs')
  const got = []
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {
    got.push(signal)
    writeFileSync('got-' + got.length, '')
  })
  writeFileSync('ready', '')
  const timer = setInterval(() => {
    if (!existsSync('end')) return
    clearInterval(timer)
    console.log(JSON.stringify(got))
  }, 5)`

const until = async (path: string): Promise<void> => {
  while (!existsSync(path)) await setTimeout(5)
}

test('passes each key press on once, no end of a terminal, and listens no longer than tofu runs', async ({
  folder
}) => {
  const { writeFileSync } = await import('node:fs')
  let heard: ((of: Heard) => void) | undefined
  const signals: Signals = {
    listen: (listener) => {
      heard = listener
      return () => {
        heard = undefined
      }
    }
  }
  const told: Array<Interruption> = []
  const running = captured(folder, counting, signals, (of) => void told.push(of))
  await until(join(folder, 'ready'))
  heard?.({ signal: 'SIGINT', at: 1000 })
  await until(join(folder, 'got-1'))
  heard?.({ signal: 'SIGINT', at: 1004 })
  heard?.({ signal: 'SIGHUP', at: 1500 })
  heard?.({ signal: 'SIGTERM', at: 2000 })
  await until(join(folder, 'got-2'))
  writeFileSync(join(folder, 'end'), '')
  const { stdout, interrupts, isTerminalGone, code } = await running
  assert.equal(JSON.parse(stdout), ['SIGINT', 'SIGINT'])
  assert.is(interrupts, 2)
  assert.ok(isTerminalGone)
  assert.is(code, 0)
  assert.equal(
    told.map(({ asked, isTerminalGone: isGone }) => [asked, isGone]),
    [
      [1, false],
      [1, true],
      [2, true]
    ]
  )
  assert.is(heard, undefined)
})

test('a silence is told again and again until it ends, and of one that is never heard too', async ({ folder }) => {
  for (const isHeard of [true, false]) {
    const told: Array<Silence> = []
    const tofu = tofuProcess(quiet, nobody, (silence) => void told.push(silence), 50)
    const asked = call(folder, process.execPath, '-e', 'setTimeout(() => undefined, 600)')
    await (isHeard ? tofu.capture(asked, 1000) : tofu.handOver(asked))()
    assert.ok(told.length > 1)
    assert.ok(told.every((one) => one.isHeard === isHeard && one.command === '-e'))
    const { length } = told
    await setTimeout(150)
    assert.is(told.length, length)
  }
})

test('where nothing else is said, half a minute counts as a silence', async ({ folder }) => {
  const { setInterval } = globalThis
  const asked: Array<number | undefined> = []
  globalThis.setInterval = ((...[then, millis]: Parameters<typeof setInterval>) => {
    asked.push(millis)
    return setInterval(then, millis)
  }) as typeof setInterval
  try {
    await captured(folder, '0')
  } finally {
    globalThis.setInterval = setInterval
  }
  assert.equal(asked, [30_000])
})

test('one that says something now and then is not silent', async ({ folder }) => {
  const told: Array<Silence> = []
  const talks = 'let n = 0; const t = setInterval(() => { console.log(n); if (++n > 40) clearInterval(t) }, 100)'
  await tofuProcess(quiet, nobody, (silence) => void told.push(silence), 3000).capture(
    call(folder, process.execPath, '-e', talks),
    1000
  )()
  assert.equal(told, [])
})

test.run()
