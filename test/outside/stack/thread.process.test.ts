import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runThread } from '../../../src/outside/stack/thread.ts'

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
