import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { ended } from '../../../src/commands/sandbox/text.ts'
import { type Helper, NotReady, startHelper } from '../../../src/outside/stand-in/helper.ts'
import * as E from 'fp-ts/lib/Either.js'

const test = suite('a helper of a sandbox')

const told: Array<string> = []
test.before.each(() => void told.splice(0))

const started = (program: string): Promise<Helper> =>
  startHelper({
    what: 'the helper',
    command: [process.execPath, ['-e', program]],
    tell: (line) => void told.push(line)
  })

const READY = 'console.log("ready"); process.stdin.resume();'
const settled = async (): Promise<void> => {
  for (let looks = 0; looks < 300 && told.length === 0; looks += 1)
    await new Promise((resolve) => void setTimeout(resolve, 10))
}

test('one that is stopped ends, and nothing is told', async () => {
  const { said, stop } = await started(
    `${READY} process.stdin.on('end', () => { console.error('bye'); process.exit(3) })`
  )
  assert.is(said, 'ready')
  await stop()
  await stop()
  assert.equal(told, [])
})

test('one that ends before it is ready says how it ended, and its last words', async () => {
  const failure = await started('console.error("no module named x"); process.exit(7)').catch((error: unknown) => error)
  assert.ok(failure instanceof NotReady)
  assert.is(failure.message, 'the helper did not start (7): no module named x')
  const mute = await started('process.kill(process.pid, "SIGKILL")').catch((error: unknown) => error)
  assert.ok(mute instanceof NotReady)
  assert.equal([mute.message, mute.why], ['the helper did not start (SIGKILL)', 'it ended with SIGKILL'])
})

test('one that ends while it is needed is told, with the last line of its words', async () => {
  const { stop } = await started('console.log("ready"); console.error("a\\nout of memory"); process.exitCode = 9')
  await settled()
  assert.equal(told, ['the helper ended too early (9): out of memory'])
  await stop()
})

test('what a helper says is told without what is sensitive in it', async () => {
  const failure = await started('console.error("user=jane\\npassword=Zomer2024!"); process.exit(1)').catch(
    (error: unknown) => error
  )
  assert.ok(failure instanceof NotReady)
  let screen = ''
  const terminal = { out: () => {}, err: (text: string) => (screen += text), paintOut: plain, paintErr: plain }
  ended(terminal, E.left(failure.message))
  assert.match(screen, 'did not start (1)')
  assert.match(screen, '(not shown: ')
  assert.not.match(screen, 'Zomer2024')
})

test.run()
