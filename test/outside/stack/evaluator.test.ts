import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import os, { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { stackEvaluator } from '../../../src/outside/stack/evaluator.ts'
import type { StackTask } from '../../../src/outside/stack/thread.ts'
import { type Behaviour, answerOf, withThreads } from './worker-double.ts'

const test = suite<{ root: string }>('how the stacks of a project are given to threads')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-evaluator-')))
  fs.mkdirSync(join(place.root, 'stacks'))
  fs.writeFileSync(join(place.root, 'stacks/read.ts'), 'export default 1\n')
  fs.writeFileSync(join(place.root, 'stacks/bytes.ts'), Buffer.from([0xff]))
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const WORKER = new URL('file:///of/a/worker.js')
const named = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `stacks/s${String(index).padStart(3, '0')}.ts`)

/** A thread that answers each of its sources but one, at which it does something else. */
const answering =
  (odd: string, does: (tell: Parameters<Behaviour>[2]) => void): Behaviour =>
  ({ sources }, at, tell) => {
    for (const [index, source] of sources.entries()) {
      at(index)
      if (source === odd) return does(tell)
      tell('message', answerOf(source))
    }
  }
const toAll: Behaviour = answering('', () => undefined)

const emitted = (root: string, sources: ReadonlyArray<string>, behaviour: Behaviour, threads: number | undefined) =>
  withThreads(behaviour, () => {
    const options = { worker: WORKER, patienceSeconds: 20, ...(threads === undefined ? {} : { threads }) }
    return stackEvaluator(options).emitAll(absolutePath(join(root, 'x/..')), sources)()
  })

/** How many stacks, by how many threads at most, and how many each thread is given. */
const slices: ReadonlyArray<readonly [count: number, threads: number, each: ReadonlyArray<number>]> = [
  [1, 4, [1]],
  [10, 4, [10]],
  [25, 4, [25]],
  [26, 4, [25, 1]],
  [60, 8, [25, 25, 10]],
  [60, 2, [30, 30]],
  [61, 2, [31, 30]],
  [60, 1, [60]],
  [30, 0, [30]]
]
for (const [count, threads, each] of slices)
  test(`${count} stacks are evaluated by threads of ${each.join(' and ')}, where ${threads} are allowed`, async ({
    root
  }) => {
    const sources = named(count)
    const { given, started } = await emitted(root, sources, toAll, threads)
    assert.equal(
      started.map((one) => one.sources.length),
      each
    )
    assert.equal(
      started.flatMap((one) => one.sources),
      sources
    )
    assert.equal(
      given.map(({ source, imports }) => [source, imports]),
      sources.map((source) => [source, [`${source}.imported`]])
    )
    assert.ok(started.every(({ module, ended }) => module === WORKER && ended === 1))
  })

test('without a number there are as many threads as processors', async ({ root }) => {
  const { availableParallelism } = os
  Object.assign(os, { availableParallelism: () => 3 })
  syncBuiltinESMExports()
  try {
    const { started } = await emitted(root, named(90), toAll, undefined)
    assert.equal(
      started.map((one) => one.sources.length),
      [30, 30, 30]
    )
  } finally {
    Object.assign(os, { availableParallelism })
    syncBuiltinESMExports()
  }
})

test('all files are read once, for every thread, and what was read stands in each emission', async ({ root }) => {
  const tasks: Array<StackTask> = []
  const noting: Behaviour = (task, at, tell) => {
    tasks.push(task)
    toAll(task, at, tell)
  }
  const { given } = await emitted(root, named(60), noting, 2)
  assert.is(tasks.length, 2)
  assert.is(tasks[0]?.files, tasks[1]?.files)
  const read = tasks[0]?.files.get('stacks/read.ts')
  assert.is(read?._tag === 'Read' && read.text, 'export default 1\n')
  // By sha256sum.
  const sum = '7f91f377ddf291164013ac18d6e2098b2a9f02bacc02cfb6fc191cc205474858'
  for (const { read: seen } of given) {
    assert.equal(seen.get('stacks/read.ts'), E.right(sum))
    assert.equal(seen.get('stacks/bytes.ts'), E.left('bytes that are not UTF-8'))
  }
})

const stopped = (source: string, rule: string, expected: string, actual: string, remedy: string) => [
  { clause: 'J.7.0 §4', source, place: undefined, rule, expected, actual, remedy }
]
const [a = '', b = '', c = ''] = named(3)
const MEMORY = Object.assign(new Error('x'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })
const TOLD = 'Correct what the message names; if no stack is at fault, run npm ci, and report it if it stays.'

/** What a thread does at the second of three stacks, and what is said of that one alone. */
const stops: Readonly<Record<string, readonly [does: (tell: Parameters<Behaviour>[2]) => void, said: unknown]>> = {
  throws: [
    (tell) => tell('error', new Error('lost')),
    stopped(b, 'stack-loads', 'stacks that can be evaluated', 'lost', TOLD)
  ],
  ends: [
    (tell) => tell('exit', 0),
    stopped(b, 'stack-loads', 'stacks that can be evaluated', 'the thread ended before it was done', TOLD)
  ],
  'fills its memory': [
    (tell) => tell('error', MEMORY),
    stopped(
      b,
      'stack-finishes-loading',
      'a stack that needs less than 512 MiB',
      'it filled the memory',
      'Look for a list or a text that grows without end.'
    )
  ]
}
for (const [what, [does, said]] of Object.entries(stops))
  test(`a thread that ${what} is told of the stack that it was at, and another thread answers the rest`, async ({
    root
  }) => {
    const { given, started } = await emitted(root, [a, b, c], answering(b, does), 1)
    assert.equal(
      started.map((one) => one.sources),
      [[a, b, c], [c]]
    )
    assert.equal(
      given.map(({ source, imports, file }) => [source, imports, E.isLeft(file) && file.left]),
      [
        [a, [`${a}.imported`], answerOf(a).file.left],
        [b, [], said],
        [c, [`${c}.imported`], answerOf(c).file.left]
      ]
    )
  })

test('one that stands still is told with how long it had', async ({ root }) => {
  const { setInterval } = globalThis
  const looks: Array<() => void> = []
  Object.assign(globalThis, { setInterval: (look: () => void) => looks.push(look) })
  try {
    const still: Behaviour = ({ sources }, at) => {
      at(0)
      for (let count = 0; count < 5; count += 1) looks.at(-1)?.()
      assert.ok(sources.length > 0)
    }
    const { given, started } = await emitted(root, [a, b], still, 1)
    const said = (source: string) =>
      stopped(
        source,
        'stack-finishes-loading',
        'a stack that loads within 20 s',
        'it was still busy after 20 s',
        'Look for a loop or a function that never ends; a declaration needs neither.'
      )
    assert.equal(
      given.map(({ file }) => E.isLeft(file) && file.left),
      [said(a), said(b)]
    )
    assert.equal(
      started.map((one) => one.sources),
      [[a, b], [b]]
    )
  } finally {
    Object.assign(globalThis, { setInterval })
  }
})

test('one that does not start is told of each of its stacks, and no other thread tries them again', async ({
  root
}) => {
  const { given, started } = await emitted(root, [a, b], (_, __, tell) => tell('error', new Error('no worker')), 1)
  assert.is(started.length, 1)
  assert.equal(
    given.map(({ source, imports, file }) => [source, imports, E.isLeft(file) && file.left]),
    [a, b].map((source) => [
      source,
      [],
      stopped(source, 'stack-loads', 'stacks that can be evaluated', 'no worker', TOLD)
    ])
  )
})

test('no stack, no thread', async ({ root }) => {
  const { given, started } = await emitted(root, [], toAll, 1)
  assert.equal([given, started], [[], []])
})

test.run()
