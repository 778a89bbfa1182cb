import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('the terminal of the tests')

const helper = fileURLToPath(new URL('in-terminal.py', import.meta.url))

const inTerminal = (typing: ReadonlyArray<readonly [string, string]>, command: ReadonlyArray<string>, seconds = '60') =>
  spawnSync('python3', [helper, JSON.stringify(typing), ...command], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TERM: 'dumb', IN_TERMINAL_SECONDS: seconds },
    timeout: 120_000
  })

test('a Ctrl-C behind a line that is typed at once cancels that line, each time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-terminal-'))
  const rc = join(folder, 'rc')
  writeFileSync(rc, "PS1='READY> '\n")
  const typing = [
    ['READY> ', 'echo CANC""ELLED\u0003'],
    ['READY> ', 'echo STILL "HERE"\r'],
    ['STILL HERE\r\n', 'exit 3\r']
  ] as const
  for (let turn = 0; turn < 8; turn += 1) {
    const { status, stdout } = inTerminal(typing, ['bash', '--noprofile', '--rcfile', rc, '-i'])
    assert.is(status, 3, stdout)
    assert.not.match(stdout, 'CANCELLED')
  }
  rmSync(folder, { recursive: true })
})

test('a command that says nothing is ended, and what was waited for is told', () => {
  const { status, stdout } = inTerminal([['never', 'x']], ['sh', '-c', 'echo begun; exec sleep 600'], '1')
  assert.is(status, 124)
  assert.match(stdout, 'begun')
  assert.match(stdout, /nothing was said for 1 seconds, while \[\['never', 'x'\]\] was waited for/)
})

test('it ends as the command does, and by the number of a signal', () => {
  assert.is(inTerminal([], ['sh', '-c', 'exit 7']).status, 7)
  assert.is(inTerminal([], ['sh', '-c', 'kill -9 $$']).status, 137)
})

test.run()
