import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { tofuProcess } from '../../../src/outside/tofu/process.ts'
import type { Tofu } from '../../../src/outside/tofu/tofu.port.ts'
import { type Ending, startedBy } from '../../support/started-programs.ts'

const test = suite('how tofu is started')

const call = {
  file: absolutePath('/private/tofu'),
  args: ['plan', '-input=false'],
  folder: absolutePath('/run/out/a'),
  environment: { PATH: '/bin', NODE_V8_COVERAGE: '/elsewhere' }
}

/** Starts it with such an ending, and gives how it was started, what it ended with, and how often signals were let go. */
const started = async (ending: Ending, use: (tofu: Tofu) => ReturnType<Tofu['capture'] | Tofu['handOver']>) => {
  let [outcome, letGo]: [unknown, number] = [undefined, 0]
  const tofu = tofuProcess({ listen: () => () => void (letGo += 1) }, () => undefined)
  const all = await startedBy(
    () => ending,
    async () => {
      outcome = await use(tofu)()
    }
  )
  return { all, outcome, letGo }
}

const spawned = (stdio: ReadonlyArray<string>) => [
  {
    by: 'spawn',
    file: '/private/tofu',
    args: ['plan', '-input=false'],
    options: { cwd: '/run/out/a', env: { PATH: '/bin', NODE_V8_COVERAGE: undefined }, stdio, detached: true }
  }
]

test('with the terminal: in a session of its own, in its folder, with nothing to read', async () => {
  const { all, outcome, letGo } = await started({ code: 2 }, (tofu) => tofu.handOver(call))
  assert.equal(all, spawned(['ignore', 'inherit', 'inherit']))
  assert.equal(outcome, E.right({ code: 2, interrupts: 0, isTerminalGone: false }))
  assert.is(letGo, 1)
})

test('to be read: the same, and both streams are kept to the same bound', async () => {
  const ending = { stdout: 'x'.repeat(10), stderr: 'y'.repeat(11), signal: 'SIGTERM' }
  const { all, outcome } = await started(ending, (tofu) => tofu.capture(call, 10))
  assert.equal(all, spawned(['ignore', 'pipe', 'pipe']))
  assert.equal(
    outcome,
    E.right({
      code: 143,
      interrupts: 0,
      isTerminalGone: false,
      stdout: 'x'.repeat(10),
      stderr: 'y'.repeat(10),
      isWhole: false
    })
  )
  for (const [stdout, stderr, isWhole] of [
    ['x'.repeat(10), '', true],
    ['x'.repeat(11), '', false]
  ] as const) {
    const bounded = await started({ stdout, stderr }, (tofu) => tofu.capture(call, 10))
    assert.equal(
      bounded.outcome,
      E.right({ code: 0, interrupts: 0, isTerminalGone: false, stdout: 'x'.repeat(10), stderr, isWhole })
    )
  }
})

test('one that cannot be started is a failure by the code of the system, and lets the signals go', async () => {
  const error = Object.assign(new Error('spawn /private/tofu ENOENT'), { code: 'ENOENT', errno: -2 })
  const { outcome, letGo } = await started({ error }, (tofu) => tofu.handOver(call))
  assert.equal(
    outcome,
    E.left({
      _tag: 'SystemRefused',
      path: '/private/tofu',
      code: 'ENOENT',
      message: 'ENOENT: no such file or directory'
    })
  )
  assert.is(letGo, 1)
})

test('its silence is told after half a minute, where no other time is said', async () => {
  const times: Array<unknown> = []
  const { setInterval } = globalThis
  Object.assign(globalThis, {
    setInterval: (...[does, millis]: ReadonlyArray<unknown>) => {
      times.push(millis)
      return setInterval(does as () => void, 1_000_000)
    }
  })
  try {
    await started({}, (tofu) => tofu.handOver(call))
  } finally {
    Object.assign(globalThis, { setInterval })
  }
  assert.equal(times, [30_000])
})

test.run()
