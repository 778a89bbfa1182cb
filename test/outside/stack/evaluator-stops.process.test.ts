import * as E from 'fp-ts/lib/Either.js'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stackEvaluator } from '../../../src/outside/stack/evaluator.ts'

const test = suite('what is said of a thread that does not come to its end')

const worker = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`)

/** A thread that answers each source with an error of its own, and does something at `stacks/b.ts`. */
const answering = (atB: string): URL =>
  worker(`
    import { parentPort, workerData } from 'node:worker_threads'
    const progress = new Int32Array(workerData)
    parentPort.once('message', ({ sources }) => {
      for (const [index, source] of sources.entries()) {
        Atomics.store(progress, 0, index)
        if (source === 'stacks/b.ts') ${atB}
        const left = [{ rule: 'answered', clause: '', expected: '', actual: source, remedy: '' }]
        parentPort.postMessage({ source, imports: [], places: [], file: { _tag: 'Left', left } })
      }
    })`)

/** What is said of two stacks, in order. */
const said = async (module: URL, patienceSeconds = 20): Promise<ReadonlyArray<unknown>> => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-evaluator-'))
  try {
    const emitted = stackEvaluator({ worker: module, patienceSeconds, threads: 1 })
    return (await emitted.emitAll(`/${folder.slice(1)}`, ['stacks/a.ts', 'stacks/b.ts'])()).map(({ source, file }) => [
      source,
      E.isLeft(file) ? file.left : 'a file'
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const threw = (source: string, actual: string) => [
  source,
  [
    {
      clause: 'J.7.0 §4',
      source,
      place: undefined,
      rule: 'stack-loads',
      expected: 'stacks that can be evaluated',
      actual,
      remedy: 'Correct what the message names; if no stack is at fault, run npm ci, and report it if it stays.'
    }
  ]
]
const busy = (source: string, seconds: number) => [
  source,
  [
    {
      clause: 'J.7.0 §4',
      source,
      place: undefined,
      rule: 'stack-finishes-loading',
      expected: `a stack that loads within ${seconds} s`,
      actual: `it was still busy after ${seconds} s`,
      remedy: 'Look for a loop or a function that never ends; a declaration needs neither.'
    }
  ]
]
const answered = (source: string) => [
  source,
  [{ rule: 'answered', clause: '', expected: '', actual: source, remedy: '' }]
]

test('a thread that does not start is told of every stack, by its own words', async () => {
  for (const [text, actual] of [
    ['throw new Error("no worker here")', 'Error: no worker here'],
    ['throw "a text"', 'a text'],
    ['process.exit()', 'the thread ended before it was done']
  ] as const)
    assert.equal(await said(worker(text)), [threw('stacks/a.ts', actual), threw('stacks/b.ts', actual)], text)
})

test('a thread that never gets ready is stopped, after more time than one stack has', async () => {
  const start = performance.now()
  assert.equal(await said(worker('setInterval(() => {}, 1000)'), 0.1), [
    busy('stacks/a.ts', 0.1),
    busy('stacks/b.ts', 0.1)
  ])
  assert.ok(performance.now() - start >= 390, 'four times as long')
})

test('what stops a thread is told of the one stack that it was at, and the others are answered', async () => {
  assert.equal(await said(answering('throw new Error("lost")')), [
    answered('stacks/a.ts'),
    threw('stacks/b.ts', 'Error: lost')
  ])
  assert.equal(await said(answering('for (;;) ;'), 0.4), [answered('stacks/a.ts'), busy('stacks/b.ts', 0.4)])
})

test('no stack, no thread', async () => {
  const none = stackEvaluator({ worker: worker('throw new Error()'), patienceSeconds: 1 })
  assert.equal(await none.emitAll('/', [])(), [])
})

test.run()
