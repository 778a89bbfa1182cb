import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { STARTING, runThread } from '../../../src/outside/stack/thread.ts'

const test = suite('a thread that evaluates stacks')

const worker = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`)
const answer = `postMessage({ source: 'stacks/a.ts', imports: [], file: { _tag: 'Left', left: [] } })`
const task = { files: new Map(), sources: ['stacks/a.ts'] } as never

test('what a thread prints is on no stream of this process, and it has no argument and no variable of it', async () => {
  const printed: Array<string> = []
  const { stdout, stderr } = process
  const before = [stdout, stderr].map((stream) => [stream, Object.getOwnPropertyDescriptor(stream, 'write')] as const)
  const note = (text: string | Uint8Array): boolean => printed.push(String(text)) > 0
  stdout.write = note
  stderr.write = note
  process.env['ZENTHEA_OF_THE_TEST'] = 'x'
  const given: Array<unknown> = []
  try {
    const said = worker(`
      import { parentPort } from 'node:worker_threads'
      console.log('to standard output')
      console.error('to standard error')
      process.stdout.write('and more')
      const file = [process.env['ZENTHEA_OF_THE_TEST'], process.execArgv.length]
      parentPort.once('message', () => setTimeout(() => parentPort.postMessage({ file }), 100))`)
    const stop = await runThread(said, task, 20, ({ file }) => void given.push(file))
    assert.equal([stop, given], [undefined, [[undefined, 0]]])
  } finally {
    for (const [stream, write] of before)
      if (write === undefined) Reflect.deleteProperty(stream, 'write')
      else Object.defineProperty(stream, 'write', write)
    delete process.env['ZENTHEA_OF_THE_TEST']
  }
  assert.equal(printed, [])
})

test('a thread that ends before it has answered is told as that, and not waited for', async () => {
  const ends = worker(`
    import { parentPort } from 'node:worker_threads'
    parentPort.once('message', () => process.exit(0))`)
  assert.equal(await runThread(ends, task, 600, () => undefined), {
    at: -1,
    why: { _tag: 'Threw', message: 'the thread ended before it was done' }
  })
})

/** What comes of a thread with two sources that is looked at so often, after so many answers, and how often it would be. */
const lookedAt = async (text: string, afterAnswers: number, looks: number) => {
  const { setInterval } = globalThis
  const asked: Array<readonly [look: () => void, millis: number]> = []
  globalThis.setInterval = ((...how: (typeof asked)[number]) => asked.push(how)) as unknown as typeof setInterval
  try {
    let answers = 0
    const two = { files: new Map(), sources: ['stacks/a.ts', 'stacks/b.ts'] } as never
    const run = runThread(
      worker(`import { parentPort, workerData } from 'node:worker_threads'\n${text}`),
      two,
      20,
      () => {
        answers += 1
      }
    )
    while (answers < afterAnswers) await new Promise((resolve) => setTimeout(resolve, 5))
    for (let count = 0; count < looks; count += 1) asked[0]?.[0]()
    return [await run, asked[0]?.[1]]
  } finally {
    globalThis.setInterval = setInterval
  }
}
const atFirst = `Atomics.store(new Int32Array(workerData), 0, 0); parentPort.${answer}`
const later = (what: string): string => `setTimeout(() => { ${what} }, 300)`

/** How often a thread may be found where it was. One look in four goes by while its patience passes. */
const patience: Readonly<Record<string, readonly [text: string, afterAnswers: number, enough: number, at: number]>> = {
  'before its first source, four times as long': [`parentPort.on('message', () => ALL)`, 0, 16, STARTING],
  'at a source, after the look that finds it there': [`parentPort.on('message', () => { ${atFirst}; ALL })`, 1, 5, 0]
}
for (const [where, [text, afterAnswers, enough, at]] of Object.entries(patience))
  test(`a thread is given its patience: ${where}`, async () => {
    const both = later(`parentPort.${answer}; parentPort.${answer}`)
    const goesOn = text.replace('ALL', both)
    assert.equal(await lookedAt(goesOn, afterAnswers, enough - 1), [undefined, 5000])
    const stays = text.replace('ALL', 'undefined')
    assert.equal(await lookedAt(stays, afterAnswers, enough), [{ at, why: { _tag: 'Busy' } }, 5000])
  })

test('a thread that is done is ended, though it would go on', async () => {
  const before = process.getActiveResourcesInfo().length
  const goes = worker(`
    import { parentPort } from 'node:worker_threads'
    setInterval(() => undefined, 1000)
    parentPort.once('message', () => parentPort.${answer})`)
  assert.is(await runThread(goes, task, 20, () => undefined), undefined)
  assert.ok(process.getActiveResourcesInfo().length <= before)
})

test.run()
