import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Helper, NotReady, startHelper } from '../../../src/outside/stand-in/helper.ts'
import { type Ending, isDoneAtOnce, startedBy } from '../../support/started-programs.ts'

const test = suite('how a helper of a sandbox is started, and what is told of its end')

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 30)
  })

/** Starts a helper that ends so, and does something with it. */
const helper = async (
  ending: Ending,
  use: (one: Helper) => Promise<unknown> = (one) => one.stop(),
  more: { readonly cwd?: string } = {}
) => {
  const told: Array<string> = []
  let failure: unknown
  let said: string | undefined
  const started = await startedBy(
    () => ending,
    async () => {
      try {
        const one = await startHelper({
          what: 'the helper',
          command: ['/bin/helper', ['a', 'b']],
          tell: (line) => told.push(line),
          ...more
        })
        said = one.said
        assert.is(one.pid, 4711)
        await use(one)
        await settled()
      } catch (error) {
        failure = error
      }
    }
  )
  return { told, failure, said, started }
}

test('it is a session of its own, which has the PATH alone and is spoken to by pipes', async () => {
  const options = { env: { PATH: process.env['PATH'] }, stdio: ['pipe', 'pipe', 'pipe'], detached: true }
  const { started, said, told, failure } = await helper({ stdout: 'ready\nand more\n', stays: true })
  assert.equal(started, [{ by: 'spawn', file: '/bin/helper', args: ['a', 'b'], options }])
  assert.equal([said, told, failure], ['ready', [], undefined])
  const inFolder = await helper({ stdout: 'ready\n', stays: true }, undefined, { cwd: '/a/folder' })
  assert.equal(inFolder.started[0]?.options, { cwd: '/a/folder', ...options })
})

/** How a helper ends before it is ready, what is thrown of it, and the one line that says why. */
const early: Readonly<Record<string, readonly [ending: Ending, message: string, why: string]>> = {
  'with words': [
    { code: 7, stderr: 'Traceback:\nno module named x\n' },
    'the helper did not start (7): Traceback:\nno module named x',
    'no module named x'
  ],
  'without a word': [{ code: 3 }, 'the helper did not start (3)', 'it ended with 3'],
  'by a signal': [{ signal: 'SIGKILL' }, 'the helper did not start (SIGKILL)', 'it ended with SIGKILL']
}
for (const [what, [ending, message, why]] of Object.entries(early))
  test(`one that ends early ${what} is not ready, and says why`, async () => {
    const { failure, told } = await helper(ending)
    assert.ok(failure instanceof NotReady)
    assert.equal([failure.message, failure.why, told], [message, why, []])
  })

test('one that cannot be started is told by the error of the system', async () => {
  const { failure } = await helper({ error: new Error('spawn ENOENT') })
  assert.is(failure instanceof Error && !(failure instanceof NotReady) && failure.message, 'spawn ENOENT')
})

/** How one ends that was ready and is still needed, and what is told. */
const needed: ReadonlyArray<readonly [ending: Ending, told: string]> = [
  [{ code: 9, stderr: 'a\nout of memory\n' }, 'the helper ended too early (9): out of memory'],
  [{ signal: 'SIGTERM' }, 'the helper ended too early (SIGTERM)'],
  [{}, 'the helper ended too early (0)']
]
for (const [ending, line] of needed)
  test(`of one that is needed a person reads: ${line}`, async () => {
    let end = (): void => undefined
    const stays: Ending = { ...ending, stdout: 'ready\n', stays: true, begun: (running) => (end = running.end) }
    const { told } = await helper(stays, async (one) => {
      await settled()
      end()
      await settled()
      assert.ok(await isDoneAtOnce(one.stop()), 'it has ended, so that none waits for it')
    })
    assert.equal(told, [line])
  })

test('one that is stopped hears the end of its input, and is waited for; nothing is told', async () => {
  const happened: Array<string> = []
  const ending: Ending = { stdout: 'ready\n', stays: true, code: 5, ends: () => happened.push('ended') }
  const { told } = await helper(ending, async (one) => {
    assert.equal(happened, [])
    await one.stop()
    assert.equal(happened, ['ended'])
    await one.stop()
  })
  assert.equal(told, [])
})

test.run()
