import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { mustRun, run } from '../../../src/outside/stand-in/run-command.ts'

const test = suite<{ root: string }>('a command of a stand-in')
test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-run-')))
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const shell = (line: string): readonly [string, ReadonlyArray<string>] => ['/bin/sh', ['-c', line]]

test('runs in the given folder with the given variables alone, and its streams are told apart', async ({ root }) => {
  const line = 'read -r word || echo "$PWD $ONE ${HOME-no home}"; echo wrong >&2; exit 3'
  assert.equal(await run(...shell(line), { cwd: root, env: { ONE: '1' } }), {
    code: 3,
    signal: null,
    stdout: `${root} 1 no home\n`,
    stderr: 'wrong\n'
  })
})

test('leaves no file behind, whether it ends well, badly or does not begin', async ({ root }) => {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = root
  try {
    await run(...shell('exit 0'), { cwd: root, env: {} })
    await run(...shell('exit 1'), { cwd: root, env: {} })
    const said = await run(join(root, 'nothing'), [], { cwd: root, env: {} }).then(String, String)
    assert.match(said, /ENOENT/)
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  assert.equal(fs.readdirSync(root), [])
})

test('one that lasts too long is asked to end', async ({ root }) => {
  const { code, signal } = await run('/bin/sleep', ['600'], { cwd: root, env: {}, seconds: 0.2 })
  assert.equal([code, signal], [null, 'SIGTERM'])
})

test('one that must succeed gives what it printed, or all that it said with how it ended', async ({ root }) => {
  assert.is(await mustRun(...shell('echo right; echo aside >&2'), { cwd: root, env: {} }), 'right\n')
  const ended = (line: string) => mustRun(...shell(line), { cwd: root, env: {} }).then(String, String)
  assert.is(
    await ended('echo half; echo wrong >&2; exit 3'),
    'Error: /bin/sh -c echo half; echo wrong >&2; exit 3 ended with 3\nhalf\nwrong\n'
  )
  assert.match(await ended('kill -9 $$'), /ended with SIGKILL\n$/)
})

test('when this process ends first, the command is asked to end too', async ({ root }) => {
  const module = new URL('../../../src/outside/stand-in/run-command.ts', import.meta.url).href
  const loader = new URL('../../typescript.js', import.meta.url).href
  const line = 'trap "echo asked > asked; exit" TERM; echo ready > ready; while :; do sleep 0.05; done'
  const program = `
    import { run } from ${JSON.stringify(module)}
    import { existsSync } from 'node:fs'
    void run('/bin/sh', ['-c', ${JSON.stringify(line)}], { cwd: process.cwd(), env: { PATH: process.env.PATH } })
    setInterval(() => existsSync('ready') && process.exit(), 20)`
  const child = spawn(process.execPath, ['--import', loader, '--input-type=module', '-e', program], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit']
  })
  await once(child, 'exit')
  while (!fs.existsSync(join(root, 'asked'))) await new Promise((resolve) => setTimeout(resolve, 20))
  assert.ok(fs.existsSync(join(root, 'ready')))
})

test.run()
