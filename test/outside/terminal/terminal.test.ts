import { syncBuiltinESMExports } from 'node:module'
import { PassThrough } from 'node:stream'
import timers from 'node:timers/promises'
import tty, { type ReadStream, type WriteStream } from 'node:tty'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { prompter } from '../../../src/outside/terminal/prompter.ts'
import { type Heard, interrupted, uninterrupted } from '../../../src/outside/terminal/terminal.port.ts'
import { person, processSignals } from '../../../src/outside/terminal/terminal.ts'

const test = suite('the person at the terminal, and what ends a program')

/** An input that notes how it is set, and whether it is a terminal. */
const inputOf = (isTTY: boolean, refuses = false) => {
  const modes: Array<boolean> = []
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    setRawMode: (isRaw: boolean) => {
      modes.push(isRaw)
      if (refuses) throw Object.assign(new Error('setRawMode EIO'), { code: 'EIO', errno: -5 })
    }
  })
  return { modes, stream, input: stream as unknown as ReadStream }
}
const output = (isTTY: boolean): WriteStream => ({ isTTY }) as WriteStream
const promptOf = () => {
  const said: Array<string> = []
  return { said, prompt: { write: (text: string) => said.push(text) } as unknown as WriteStream }
}

test('a person is there where both ends are a terminal', () => {
  for (const [from, to] of [
    [true, true],
    [true, false],
    [false, true],
    [false, false]
  ] as const) {
    const { input } = inputOf(from)
    assert.is(person(input, output(to), output(true)).isThere, from && to)
    assert.is(prompter(input, output(to)).isThere, from && to)
  }
})

test('a question is shown once, and one line is the answer; an input that ends answers nothing', async () => {
  for (const [given, answer] of [
    ['yes\nno\n', 'yes'],
    [' yes \r\n', ' yes '],
    ['half', 'half'],
    ['', '']
  ] as const) {
    const { stream, input, modes } = inputOf(false)
    const { said, prompt } = promptOf()
    const asked = person(input, output(false), prompt).ask('Which? ')()
    stream.end(given)
    assert.is(await asked, answer, JSON.stringify(given))
    assert.equal([said, modes], [['Which? '], []])
  }
})

test('the question is shown again when the program goes on after Ctrl-Z, and not after the answer', async () => {
  const before = process.listenerCount('SIGCONT')
  const { stream, input } = inputOf(false)
  const { said, prompt } = promptOf()
  const asked = person(input, output(false), prompt).ask('Which? ')()
  assert.equal(said, ['Which? '])
  process.emit('SIGCONT')
  assert.equal(said, ['Which? ', 'Which? '])
  stream.write('yes\n')
  assert.is(await asked, 'yes')
  assert.is(process.listenerCount('SIGCONT'), before)
})

/** Does something while each pause ends at once, after `typed` had its say; gives how long each would have been. */
const pausing = async (typed: (count: number) => void, use: () => Promise<unknown>): Promise<ReadonlyArray<number>> => {
  const pauses: Array<number> = []
  const { setTimeout } = timers
  Object.assign(timers, {
    setTimeout: async (millis: number) => {
      pauses.push(millis)
      typed(pauses.length)
      await timers.setImmediate()
    }
  })
  syncBuiltinESMExports()
  try {
    await use()
  } finally {
    Object.assign(timers, { setTimeout })
    syncBuiltinESMExports()
  }
  return pauses
}

test('what was typed before the question is thrown away, until nothing came for a tenth of a second', async () => {
  const { stream, input, modes } = inputOf(true)
  const shown: Array<unknown> = []
  const prompt = {
    write: () => shown.push([stream.listenerCount('data'), stream.isPaused()])
  } as unknown as WriteStream
  stream.write('too early\nstag')
  const pauses = await pausing(
    (count) => count < 3 && stream.write('ing'),
    async () => {
      const asked = person(input, output(true), prompt).ask('Which? ')()
      while (shown.length === 0) await timers.setImmediate()
      stream.write('production\n')
      assert.is(await asked, 'production')
    }
  )
  assert.equal(shown, [[0, true]], 'while the question is shown nothing else reads')
  assert.ok(stream.isPaused(), 'an input that goes on keeps its process from ending')
  assert.equal(pauses, [100, 100, 100])
  assert.equal(modes, [true, false])
})

test('a terminal that went away has no mode, and answers nothing', async () => {
  const { stream, input, modes } = inputOf(true, true)
  const { said, prompt } = promptOf()
  const asked = person(input, output(true), prompt).ask('Which? ')()
  while (said.length === 0) await timers.setTimeout(10)
  stream.end()
  assert.is(await asked, '')
  assert.equal(modes, [true, false])
})

test('an input that ends while what was typed is thrown away answers nothing, each time that it is asked', async () => {
  const gone: Readonly<Record<string, (stream: PassThrough) => unknown>> = {
    ends: (stream) => stream.end('staging'),
    'is taken away': (stream) => stream.destroy()
  }
  for (const [what, go] of Object.entries(gone)) {
    const { stream, input } = inputOf(true)
    const { said, prompt } = promptOf()
    const { ask } = person(input, output(true), prompt)
    const late = new Promise((resolve) => setTimeout(resolve, 2000, `it ${what}, and nothing is answered`))
    const asked = async () => {
      await pausing(
        (count) => count === 1 && !stream.writableEnded && go(stream),
        async () => assert.is(await Promise.race([ask('Which? ')(), late]), '')
      )
    }
    await asked()
    await asked()
    assert.equal(said, ['Which? ', 'Which? '], what)
  }
})

/** Does something while this process cannot be ended, and gives what would have ended it. */
const ending = async (use: () => unknown): Promise<ReadonlyArray<unknown>> => {
  const all: Array<unknown> = []
  const before = {
    kill: Object.getOwnPropertyDescriptor(process, 'kill'),
    exit: Object.getOwnPropertyDescriptor(process, 'exit')
  }
  Object.assign(process, {
    kill: (pid: number, signal: string) => all.push([pid === process.pid, signal]),
    exit: (code: number) => all.push(code)
  })
  try {
    await use()
  } finally {
    Object.defineProperties(process, before as PropertyDescriptorMap)
  }
  return all
}

test('a key that ends a program stays a signal while all else is thrown away', async () => {
  const { stream, input } = inputOf(true)
  stream.write('a\u0003b')
  const ended = await ending(() =>
    pausing(
      (count) => count === 1 && stream.write('\u001c'),
      async () => {
        const asked = person(input, output(true), promptOf().prompt).ask('Which? ')()
        for (let turn = 0; turn < 20; turn += 1) await timers.setImmediate()
        stream.end('x\n')
        await asked
      }
    )
  )
  assert.equal(ended, [
    [true, 'SIGINT'],
    [true, 'SIGQUIT']
  ])
})

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

test('signals go to the listener while there is one, and elsewhere at any other time', async () => {
  const before = SIGNALS.map((signal) => process.listeners(signal))
  const [otherwise, heard]: [Array<string>, Array<Heard>] = [[], []]
  const raise = () => SIGNALS.forEach((signal) => process.emit(signal))
  const ended = await ending(() => {
    const signals = processSignals((signal) => otherwise.push(signal))
    SIGNALS.forEach((signal, index) => before[index]?.forEach((one) => process.off(signal, one)))
    raise()
    const deaf = signals.listen((one) => heard.push(one))
    raise()
    deaf()
    process.emit('SIGTERM')
    signals.leave(7)
  })
  SIGNALS.forEach((signal, index) => {
    process.removeAllListeners(signal)
    before[index]?.forEach((one) => process.on(signal, one))
  })
  assert.equal(otherwise, [...SIGNALS, 'SIGTERM'])
  assert.equal(
    heard.map(({ signal }) => signal),
    SIGNALS
  )
  assert.ok(heard.every(({ at }) => at > 0 && at <= performance.now()))
  assert.is(ended.at(-1), 7)
})

/** Which of the three standard files are a terminal at first and in the end, the signals between, and how it ends. */
const leavings: ReadonlyArray<
  readonly [first: ReadonlyArray<number>, last: ReadonlyArray<number>, heard: ReadonlyArray<string>, isGone: boolean]
> = [
  [[0, 1, 2], [0, 1, 2], [], false],
  [[0, 1, 2], [0, 1, 2], ['SIGTERM', 'SIGINT', 'SIGQUIT'], false],
  [[0, 1, 2], [0, 1, 2], ['SIGHUP'], true],
  [[0, 1, 2], [0, 1, 2], ['SIGHUP', 'SIGTERM'], true],
  [[0], [0], ['SIGHUP'], true],
  [[0], [0], [], false],
  [[0], [], [], true],
  [[1], [], [], true],
  [[2], [], [], true],
  [[0, 1], [1], [], true],
  [[], [], [], false],
  [[], [], ['SIGHUP'], false]
]
for (const [first, last, heard, isGone] of leavings)
  test(`with the terminals ${first.join()} and later ${last.join()}, after ${heard.join() || 'no signal'}, a process ends ${isGone ? 'as SIGHUP ends one' : 'with its code'}`, async () => {
    const before = SIGNALS.map((signal) => process.listeners(signal))
    const { isatty } = tty
    const terminals = (files: ReadonlyArray<number>): void => {
      Object.assign(tty, { isatty: (file: number) => files.includes(file) })
      syncBuiltinESMExports()
    }
    let left = 0
    try {
      const ended = await ending(() => {
        terminals(first)
        const signals = processSignals(() => undefined)
        SIGNALS.forEach((signal, index) => before[index]?.forEach((one) => process.off(signal, one)))
        for (const signal of heard) process.emit(signal as 'SIGHUP')
        terminals(last)
        signals.leave(7)
        left = process.listenerCount('SIGHUP')
      })
      assert.equal(ended, isGone ? [[true, 'SIGHUP'], 7] : [7])
      assert.is(left, isGone ? 0 : 1, 'a SIGHUP that is still heard would end nothing')
    } finally {
      Object.assign(tty, { isatty })
      syncBuiltinESMExports()
      SIGNALS.forEach((signal, index) => {
        process.removeAllListeners(signal)
        before[index]?.forEach((one) => process.on(signal, one))
      })
    }
  })

const at = (signal: Heard['signal'], millis: number): Heard => ({ signal, at: millis })

test('tofu is asked once for each key press, and a terminal that goes away asks for nothing', () => {
  const first = interrupted(uninterrupted, at('SIGINT', 0))
  assert.equal(first, { asked: 1, lastAt: 0, isTerminalGone: false })
  assert.is(interrupted(first, at('SIGTERM', 299)), first)
  assert.equal(interrupted(first, at('SIGTERM', 300)), { asked: 2, lastAt: 300, isTerminalGone: false })
  assert.equal(interrupted(first, at('SIGHUP', 1000)), { asked: 1, lastAt: 0, isTerminalGone: true })
  assert.equal(interrupted(uninterrupted, at('SIGQUIT', -5)), { asked: 1, lastAt: -5, isTerminalGone: false })
  assert.equal(uninterrupted, { asked: 0, lastAt: Number.NEGATIVE_INFINITY, isTerminalGone: false })
})

test.run()
