import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const program = fileURLToPath(new URL('../../../src/outside/stand-in/files/janitor.py', import.meta.url))
const test = suite('what clears a kept sandbox away')

const janitorOf = (folder: string): ChildProcess =>
  spawn('python3', [program, folder, 'keep'], { stdio: ['pipe', 'pipe', 'inherit'] })

test('one waits for the one before it, which ends what was left and lets the next one live', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-janitor-')))
  const said: Array<string> = []
  const left = spawn(process.execPath, ['-e', "console.log('there'); setInterval(() => {}, 1000)", folder])
  const [first, second] = [janitorOf(folder), janitorOf(folder)]
  try {
    await once(left.stdout, 'data')
    const ready = [first, second].map(async (janitor, index) => {
      await once(janitor.stdout ?? process.stdin, 'data')
      said.push(`${index} is ready`)
      return index
    })
    const holder = await Promise.race(ready)
    const [holding, waiting] = holder === 0 ? [first, second] : [second, first]
    const leftEnds = once(left, 'close').then(() => said.push('what was left has ended'))
    const holdingEnds = once(holding, 'close')
    holding.stdin?.end()
    await Promise.all([leftEnds, holdingEnds, ...ready])
    assert.equal(said, [`${holder} is ready`, 'what was left has ended', `${1 - holder} is ready`])
    const end = once(waiting, 'close')
    waiting.stdin?.end()
    assert.equal(await end, [0, null])
  } finally {
    for (const child of [left, first, second]) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

test.run()
