import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Command, commandLine } from '../support/command-line.ts'
import { type Ended, inTempProject, runCommand } from '../support/temp-project.ts'

const test = suite('a command as a process')

const COMMANDS: ReadonlyArray<Command> = ['emit', 'seed', 'preflight', 'tofu', 'review', 'explain', 'completion']

/** The commands that read a stack, and so can be told to end while they wait for it; what each then says is true. */
const READING: Readonly<Partial<Record<Command, readonly [args: ReadonlyArray<string>, said: string]>>> = {
  emit: [[], 'interrupted; each file is as it was, or whole'],
  seed: [[], 'interrupted\nnothing was created'],
  preflight: [[], 'interrupted; nothing was changed'],
  tofu: [['plan'], 'interrupted; nothing was applied']
}

/** What a run keeps lies outside of its project. */
const STATE = mkdtempSync(join(tmpdir(), 'zenthea-state-'))
test.after(() => rmSync(STATE, { recursive: true, force: true }))

const ENDLESS = 'const forever = () => { let n = 0; while (true) n += 1 }\nexport default forever()\n'

/** Says on standard error that the command listens to signals. */
const LISTENING = `
  const { on } = process
  process.on = function (name, listener) {
    if (name === 'SIGHUP') process.nextTick(() => process.stderr.write('listening\\n'))
    return on.call(this, name, listener)
  }`

/** Runs a command on a stack that never ends loading, and sends it a signal when it listens. */
const endedBy = (
  signal: NodeJS.Signals,
  command: Command,
  args: ReadonlyArray<string>,
  cwd: string
): Promise<{ readonly how: NodeJS.Signals | number | null; readonly stdout: string; readonly stderr: string }> =>
  new Promise((resolve) => {
    const preload = ['--import', `data:text/javascript,${encodeURIComponent(LISTENING)}`]
    const child = spawn(process.execPath, [...preload, ...commandLine(command), ...args, 'stacks/loop.ts'], {
      cwd,
      env: { ...process.env, XDG_STATE_HOME: STATE },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text
      if (text.includes('listening\n')) child.kill(signal)
    })
    child.on('close', (code, by) => resolve({ how: by ?? code, ...said }))
  })

for (const [command, [args, said]] of Object.entries(READING) as ReadonlyArray<
  readonly [Command, readonly [ReadonlyArray<string>, string]]
>)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    test(`${command}: ${signal} says what is true, and ends the run with 130`, () =>
      inTempProject({ 'stacks/loop.ts': ENDLESS }, async ({ root }) => {
        const { how, stdout, stderr } = await endedBy(signal, command, args, root)
        // The guard says where its document lies, if it was ended late enough to have begun one.
        const printed = stdout.replace(/^\nevidence {4}\S+\.json\n$/, '')
        assert.equal([how, printed, stderr.replace('listening\n', '').trim()], [130, '', said])
      }))

/** A mistake of the program while it prints its help; the end waits for it. */
const planted = (how: string): string => `
  const { on, exit } = process
  process.on = function (name, listener) {
    if (name === 'uncaughtException') setImmediate(() => {
      const error = new Error('planted at ' + process.cwd() + '/stacks/a.ts and /home/somebody/x, /data/of/somebody')
      ${how}
    })
    return on.call(this, name, listener)
  }
  let isFirst = true
  process.exit = (code) => {
    if (!isFirst) exit(code)
    isFirst = false
    setTimeout(() => exit(code), 1_000)
  }`

const seen = ({ code, signal, stdout, stderr }: Ended) => ({ how: signal ?? code, stdout, stderr })

for (const command of COMMANDS) {
  test(`${command}: a reader that goes away is not a failure`, () =>
    inTempProject({}, async ({ root }) => {
      const { how, stderr } = seen(await runCommand(command, ['--help'], { cwd: root, isUnheard: true }))
      assert.equal([how, stderr], [0, ''])
    }))

  for (const [what, how] of [
    ['an exception', 'throw error'],
    ['a rejection', 'void Promise.reject(error)']
  ] as const)
    test(`${command}: ${what} that is not caught is told in one line without a path of this machine, with 1`, () =>
      inTempProject({}, async ({ root }) => {
        for (const debug of [[], ['--debug']]) {
          const options = { cwd: root, preload: planted(how) }
          const ended = seen(await runCommand(command, ['--help', ...debug], options))
          assert.is(ended.how, 1, ended.stderr)
          const [first = '', ...others] = ended.stderr.trimEnd().split('\n')
          assert.ok(
            first.startsWith(`${command}: this is a defect of ${command}, not of your stacks: Error: planted at `)
          )
          assert.not.match(ended.stderr, root)
          assert.not.match(ended.stderr, '/home/somebody')
          assert.not.match(ended.stderr, '/data/of')
          if (debug.length === 0)
            assert.equal(others, [
              'Report it, with what --debug shows beside it.',
              'What this means and why: npm run explain -- defect'
            ])
        }
      }))
}

test.run()
