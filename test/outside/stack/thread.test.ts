import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Stop, runThread } from '../../../src/outside/stack/thread.ts'
import { type Behaviour, answerOf, withThreads } from './worker-double.ts'

const test = suite('a thread that evaluates stacks, and how it is started and watched')

const MODULE = new URL('file:///of/a/worker.js')
const taskOf = (...sources: ReadonlyArray<string>) => ({ files: new Map(), sources })

test('gets no environment, no option and no terminal, a bounded memory, and what it shares with this one', async () => {
  const { started } = await withThreads(
    (_, __, tell) => tell('message', answerOf('stacks/a.ts')),
    () => runThread(MODULE, taskOf('stacks/a.ts'), 20, () => undefined)
  )
  const [first] = started
  const { workerData, ...options } = first?.options ?? {}
  assert.equal(options, {
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16, stackSizeMb: 128 }
  })
  assert.is((workerData as SharedArrayBuffer).byteLength, 4)
  assert.is(new Int32Array(workerData as SharedArrayBuffer)[0], -1, 'it is at no source yet')
  assert.equal([first?.module, first?.sources, first?.ended], [MODULE, ['stacks/a.ts'], 1])
})

/** What a thread of two sources does, what it gives, and what stopped it. */
const ends: Readonly<Record<string, readonly [does: Behaviour, given: number, stop: Stop | undefined]>> = {
  'that answers both sources': [
    ({ sources }, at, tell) => {
      for (const [index, source] of sources.entries()) {
        at(index)
        tell('message', answerOf(source))
      }
      tell('exit', 0)
    },
    2,
    undefined
  ],
  'that ends after the first': [
    ({ sources }, at, tell) => {
      at(0)
      tell('message', answerOf(sources[0] ?? ''))
      tell('exit', 0)
    },
    1,
    { at: 0, why: { _tag: 'Threw', message: 'the thread ended before it was done' } }
  ],
  'that throws at the second': [
    (_, at, tell) => {
      at(1)
      tell('error', new RangeError('too deep'))
      tell('exit', 1)
    },
    0,
    { at: 1, why: { _tag: 'Threw', message: 'too deep' } }
  ],
  'that throws no error': [(_, __, tell) => tell('error', 42), 0, { at: -1, why: { _tag: 'Threw', message: '42' } }],
  'that fills its memory': [
    (_, at, tell) => {
      at(0)
      tell('error', Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))
    },
    0,
    { at: 0, why: { _tag: 'OutOfMemory' } }
  ],
  'that fails by another code': [
    (_, at, tell) => {
      at(0)
      tell('error', Object.assign(new Error('in words'), { code: 'ERR_WORKER_PATH' }))
    },
    0,
    { at: 0, why: { _tag: 'Threw', message: 'in words' } }
  ]
}
for (const [what, [does, count, stop]] of Object.entries(ends))
  test(`a thread ${what} is ended, and what stopped it is told with its place`, async () => {
    const answers: Array<unknown> = []
    const { given, started } = await withThreads(does, () =>
      runThread(MODULE, taskOf('stacks/a.ts', 'stacks/b.ts'), 20, (answer) => answers.push(answer))
    )
    assert.equal(given, stop)
    assert.equal(answers, ['stacks/a.ts', 'stacks/b.ts'].slice(0, count).map(answerOf))
    assert.is(started[0]?.ended, 1)
  })

/** Where a thread is found by one look after the other, and what is said of it after the last. */
const LOOKS: ReadonlyArray<readonly [what: string, seen: ReadonlyArray<number>, stop: Stop | undefined]> = [
  ['is given four times as long to start', Array.from({ length: 15 }, () => -1), undefined],
  ['does not start', Array.from({ length: 16 }, () => -1), { at: -1, why: { _tag: 'Busy' } }],
  ['is at one source while its patience goes by', [0, 0, 0, 0], undefined],
  ['goes no further', [0, 0, 0, 0, 0], { at: 0, why: { _tag: 'Busy' } }],
  ['goes on each time', [-1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1], undefined],
  ['stays at its second source', [0, 0, 1, 1, 1, 1, 1], { at: 1, why: { _tag: 'Busy' } }]
]
for (const [what, seen, stop] of LOOKS)
  test(`a thread that ${what} is ${stop === undefined ? 'waited for' : 'stopped'}`, async () => {
    const { setInterval, clearInterval } = globalThis
    const timers: Array<readonly [look: () => void, millis: number]> = []
    const cleared: Array<unknown> = []
    Object.assign(globalThis, {
      setInterval: (look: () => void, millis: number) => {
        timers.push([look, millis])
        return 'the watch'
      },
      clearInterval: (timer: unknown) => cleared.push(timer)
    })
    try {
      const { given } = await withThreads(
        (_, at, tell) => {
          for (const index of seen) {
            at(index)
            timers[0]?.[0]()
          }
          for (const source of ['stacks/a.ts', 'stacks/b.ts']) tell('message', answerOf(source))
        },
        () => runThread(MODULE, taskOf('stacks/a.ts', 'stacks/b.ts'), 20, () => undefined)
      )
      assert.equal(given, stop)
      assert.equal([timers.map(([, millis]) => millis), cleared], [[5000], ['the watch']])
    } finally {
      Object.assign(globalThis, { setInterval, clearInterval })
    }
  })

test.run()
