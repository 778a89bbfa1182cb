import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ChildOptions, runChild } from '../support/temp-project.ts'

const test = suite('how a command ends')

const child = new URL('../support/command-child.ts', import.meta.url).pathname
const ended = (way: string, args: ReadonlyArray<string> = [], options: ChildOptions = {}) =>
  runChild(child, [way, ...args], options)

const DEFECT = 'command: this is a defect of command, not of your stacks: '
const REPORT = 'Report it, with what --debug shows beside it.\nWhat this means and why: npm run explain -- defect\n'

test('one that comes to its end has its own exit code, and nothing is undone', async () => {
  const { code, stdout, stderr } = await ended('code')
  assert.equal([code, stdout, stderr], [7, '', ''])
})

test('a defect undoes what was made, once, and the run says nothing more', async () => {
  const { code, stdout, stderr } = await ended('defect')
  assert.equal([code, stdout], [1, 'undoing\nundone\n'])
  assert.is(stderr, `${DEFECT}TypeError: the first defect\n${REPORT}`)
})

test('a second defect while the first one is undone is told, and undoes nothing twice', async () => {
  const { code, stdout, stderr } = await ended('defects')
  assert.equal([code, stdout], [1, 'undoing\nundone\n'])
  assert.is(stderr, `${DEFECT}TypeError: the first defect\n${REPORT}${DEFECT}TypeError: the second defect\n${REPORT}`)
})

test('a run that waits while nothing is left that could wake it is a defect, and not an end with 0', async () => {
  const { code, stdout, stderr } = await ended('a wait for nothing')
  assert.equal([code, stdout], [1, 'undoing\nundone\n'])
  assert.is(stderr, `${DEFECT}Error: it waits for something that cannot come\n${REPORT}`)
})

test('a signal that is meant for a program that it started ends nothing', async () => {
  const { code, stdout, stderr } = await ended('another')
  assert.equal([code, stdout, stderr], [7, '', ''])
})

test('a signal says so, undoes what was made, and does the last thing; a second one changes nothing', async () => {
  const { code, stdout, stderr } = await ended('signals')
  assert.equal([code, stdout, stderr], [130, 'undoing\nundone\nafterwards\n', 'interrupted, undoing\n'])
})

test('a signal where nothing stands undoes nothing', async () => {
  const { code, stdout, stderr } = await ended('nothing kept')
  assert.equal([code, stdout, stderr], [130, 'afterwards\n', 'interrupted\n'])
})

test('what a run says reaches standard output and standard error, each whole', async () => {
  const { code, stdout, stderr } = await ended('print')
  assert.equal([code, stdout, stderr], [7, 'a result\n', 'a complaint\n'])
})

test('a reader that went away changes nothing', async () => {
  const { code, stderr } = await ended('print', [], { isUnheard: true })
  assert.equal([code, stderr], [7, 'a complaint\n'])
})

test('a reader of complaints that went away changes nothing', async () => {
  const loader = fileURLToPath(new URL('../typescript.js', import.meta.url))
  for (const [way, expected, printed] of [
    ['print', 7, 'a result\n'],
    ['defect', 1, 'undoing\nundone\n']
  ] as const) {
    const run = spawn(process.execPath, ['--import', loader, child, way], { stdio: ['ignore', 'pipe', 'pipe'] })
    run.stderr.destroy()
    let stdout = ''
    run.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    const [code] = (await once(run, 'close')) as ReadonlyArray<unknown>
    assert.equal([code, stdout], [expected, printed], way)
  }
})

test('a full disk behind standard output is told once, and ends the run with 1', () => {
  const full = openSync('/dev/full', 'w')
  const loader = fileURLToPath(new URL('../typescript.js', import.meta.url))
  for (const [way, complaint] of [
    ['print', 'a complaint\n'],
    ['print more', '']
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, ['--import', loader, child, way], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe']
    })
    assert.is(status, 1)
    assert.ok(stderr.startsWith(complaint))
    assert.match(
      stderr.slice(complaint.length),
      /^command: cannot print the results: ENOSPC: [^\n]*\nWhat this means and why: npm run explain -- not-printed\n$/
    )
  }
  closeSync(full)
})

test('a file that takes a part of what is printed is told once, and ends the run with 1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-cut-'))
  const loader = fileURLToPath(new URL('../typescript.js', import.meta.url))
  const program = [process.execPath, '--import', loader, child, 'print long']
  // A limit of the shell cuts a file as a full disk does: a write is short, and the next one fails.
  const said = (limit: number) =>
    spawnSync(
      'bash',
      ['-c', `trap '' XFSZ; ulimit -f ${limit}; exec "$@" >${join(folder, 'cut')}`, 'bash', ...program],
      {
        encoding: 'utf8'
      }
    )
  const cut = said(1)
  assert.is(cut.status, 1)
  assert.match(cut.stderr, /command: cannot print the results: EFBIG: [^\n]*\nWhat this means and why/)
  assert.is(statSync(join(folder, 'cut')).size, 1024)
  const whole = said(64)
  assert.is(whole.status, 7, whole.stderr)
  rmSync(folder, { recursive: true })
})

test('a defect is one line without a place of this machine, and what to do; of a path in stacks/ its name is left', async () => {
  const text = 'in /home/person/work/x.ts (/data/y) "file:///srv/z" and /tmp/p/stacks/a.ts, of 1/2 and a/b'
  const { code, stdout, stderr } = await ended('throw', [text])
  assert.is(code, 1)
  assert.is(stdout, 'undoing\nundone\n')
  const place = '(a path of this machine)'
  assert.is(stderr, `${DEFECT}RangeError: in ${place} (${place}) "${place}" and stacks/a.ts, of 1/2 and a/b\n${REPORT}`)
})

test('with --debug a defect shows its trace, with the places of the program and of its libraries alone', async () => {
  const { code, stderr } = await ended('throw', ['--debug', 'it broke'])
  assert.is(code, 1)
  assert.is(
    stderr,
    `${DEFECT}RangeError: it broke
RangeError: it broke
    at run (src/a/b.ts:1:2)
    at node_modules/z/i.js:3:4
    at (a path of this machine)
`
  )
  assert.is((await ended('throw a text', ['--debug', 'no error'])).stderr, `${DEFECT}no error\nno trace\n`)
})

test('an undoing that fails ends the run all the same, and so does one that hangs, after 25 seconds', async () => {
  const failed = await ended('an undoing that fails')
  assert.equal([failed.code, failed.stdout], [130, 'undoing\nafterwards\n'])
  const sooner = `
    import timers from 'node:timers/promises'
    import { syncBuiltinESMExports } from 'node:module'
    const { setTimeout } = timers
    timers.setTimeout = (millis, ...rest) => setTimeout(millis === 25_000 ? 80 : millis, ...rest)
    syncBuiltinESMExports()`
  const hung = await ended('an undoing that hangs', [], { preload: sooner })
  assert.equal([hung.code, hung.stdout], [130, 'undoing\nafterwards\n'])
})

test('a command line of which npm kept a part is refused with 2, or as the command says', async () => {
  const env = {
    npm_lifecycle_event: 'command',
    npm_command: 'run',
    npm_config_user_agent: 'npm/11.19.1 node/v20',
    npm_config_chekc: 'true',
    npm_execpath: undefined
  }
  for (const [way, expected] of [
    ['code', 2],
    ['refused', 9]
  ] as const) {
    const { code, stdout, stderr } = await ended(way, [], { env })
    assert.equal([code, stdout], [expected, ''])
    assert.match(stderr, /^command: npm kept --chekc for itself, /)
  }
})

test('--version is answered with 0, and the run does not begin', async () => {
  for (const way of ['code', 'refused']) {
    const { code, stdout, stderr } = await ended(way, ['--version'])
    assert.equal([code, stderr], [0, ''])
    assert.match(stdout, /^zenthea {3}sha256:a{64}\n/)
  }
})

test.run()
