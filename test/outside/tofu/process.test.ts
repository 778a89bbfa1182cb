import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import type { Heard } from '../../../src/outside/terminal/terminal.port.ts'
import { type Signals, tofuProcess } from '../../../src/outside/tofu/process.ts'
import type { Silence } from '../../../src/outside/tofu/tofu.port.ts'
import { type Ending, startedBy } from '../../support/started-programs.ts'

const test = suite('what tofu hears while it runs, and what is heard of it')

const call = {
  file: absolutePath('/private/tofu'),
  args: ['apply', '-input=false'],
  folder: absolutePath('/run/out/a'),
  environment: {}
}
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

/** Signals that are raised by hand, and whether they are listened to. */
const byHand = () => {
  let listener: ((heard: Heard) => void) | undefined
  const signals: Signals = {
    listen: (heard) => {
      listener = heard
      return () => {
        listener = undefined
      }
    }
  }
  return {
    signals,
    raise: (signal: Heard['signal'], at: number): void => listener?.({ signal, at }),
    isHeard: () => listener !== undefined
  }
}

test('each key press is told, then sent once, as Ctrl-C; the end of a terminal is told and not sent', async () => {
  const { signals, raise, isHeard } = byHand()
  const happened: Array<string> = []
  let isEnding = false
  const ending: Ending = {
    stays: true,
    hears: (signal) => {
      happened.push(`sent ${String(signal)}`)
      return isEnding
    }
  }
  let outcome: unknown
  await startedBy(
    () => ending,
    async () => {
      const tofu = tofuProcess(signals, ({ asked, isTerminalGone }) =>
        happened.push(`told ${asked}${isTerminalGone ? ', and the terminal is gone' : ''}`)
      )
      const running = tofu.handOver(call)()
      await turn()
      assert.ok(isHeard())
      raise('SIGINT', 1000)
      raise('SIGTERM', 1004)
      raise('SIGHUP', 1500)
      raise('SIGQUIT', 2000)
      isEnding = true
      raise('SIGTERM', 3000)
      outcome = await running
    }
  )
  assert.equal(happened, [
    'told 1',
    'sent SIGINT',
    'told 1, and the terminal is gone',
    'told 2, and the terminal is gone',
    'sent SIGINT',
    'told 3, and the terminal is gone',
    'sent SIGINT'
  ])
  assert.equal(outcome, E.right({ code: 0, interrupts: 3, isTerminalGone: true }))
  assert.not.ok(isHeard())
})

type Time = {
  readonly pass: (millis: number) => void
  readonly look: () => void
  readonly hear: (what: 'say' | 'complain') => Promise<void>
}

/** Runs it while time goes by hand, and gives what was told of its silence, and what was done to the timer. */
const timed = async (way: 'capture' | 'handOver', use: (time: Time) => Promise<void>) => {
  const { setInterval, clearInterval } = globalThis
  const told: Array<Silence> = []
  const timer: Array<string> = []
  let now = 5_000_000
  let look = (): void => undefined
  Object.assign(globalThis, {
    setInterval: (does: () => void, millis: number) => {
      look = does
      timer.push(`every ${millis}`)
      return { refresh: () => timer.push('anew') }
    },
    clearInterval: () => timer.push('stopped')
  })
  performance.now = () => now
  let running: Parameters<NonNullable<Ending['begun']>>[0] | undefined
  try {
    await startedBy(
      () => ({ stays: true, begun: (one) => (running = one) }),
      async () => {
        const quiet: Signals = { listen: () => () => undefined }
        const tofu = tofuProcess(
          quiet,
          () => undefined,
          (silence) => told.push(silence),
          700
        )
        const ended = (way === 'capture' ? tofu.capture(call, 100) : tofu.handOver(call))()
        await turn()
        await turn()
        await use({
          pass: (millis) => {
            now += millis
          },
          look: () => look(),
          hear: async (what) => {
            running?.[what]('a word\n')
            for (let count = 0; count < 5; count += 1) await turn()
          }
        })
        running?.end()
        await ended
      }
    )
  } finally {
    Object.assign(globalThis, { setInterval, clearInterval })
    Reflect.deleteProperty(performance, 'now')
  }
  return { told, timer }
}

test('a silence is told with how long it is, and counts anew from each word on either stream', async () => {
  const { told, timer } = await timed('capture', async ({ pass, look, hear }) => {
    pass(700)
    look()
    pass(800)
    look()
    await hear('say')
    pass(1499)
    look()
    await hear('complain')
    pass(400)
    look()
  })
  const silence = (seconds: number): Silence => ({ command: 'apply', seconds, isHeard: true })
  assert.equal(told, [silence(1), silence(2), silence(1), silence(0)])
  assert.equal(timer, ['every 700', 'anew', 'anew', 'stopped'])
})

test('of one that speaks to the terminal nothing is heard, and that is told', async () => {
  const { told, timer } = await timed('handOver', async ({ pass, look }) => {
    pass(30_000)
    look()
  })
  assert.equal(told, [{ command: 'apply', seconds: 30, isHeard: false }])
  assert.equal(timer, ['every 700', 'stopped'])
})

test.run()
