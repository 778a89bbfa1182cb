import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commandLine } from '../../support/command-line.ts'
import { typedByNewcomer as typed } from '../../support/newcomer.ts'
import { type TempProject, inTempProject, runCommand } from '../../support/temp-project.ts'

const test = suite('npm run new, as a process')

const root = fileURLToPath(new URL('../../../', import.meta.url))
const inTerminal = `${root}test/support/in-terminal.py`
const isPython = spawnSync('python3', ['--version'], { stdio: 'ignore' }).status === 0

type Typing = ReadonlyArray<readonly [string, string]>

/** A whole run at a pseudo-terminal: its exit code, and what stood there in the end, without controls. */
const atTerminal = ({ root: cwd }: TempProject, typing: Typing, args: ReadonlyArray<string> = []) => {
  const command = ['timeout', '--foreground', '-s', 'KILL', '120', process.execPath, ...commandLine('new'), ...args]
  const { status, stdout } = spawnSync('python3', [inTerminal, JSON.stringify(typing), ...command], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], HOME: cwd, TERM: 'xterm', COLUMNS: '200' }
  })
  return { code: status, screen: stripVTControlCharacters(stdout).replaceAll('\r', '') }
}

/** The words of a document's block, without what is left out there. */
const told = (): ReadonlyArray<string> => {
  const [, block = ''] = /\$ npm run new\n((?: {4}.*\n|\n)+)/.exec(readFileSync(`${root}docs/author.md`, 'utf8')) ?? []
  return block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '…' && !line.startsWith('$'))
}

if (isPython) {
  test('an empty project, Enter for what is proposed: the stack is the one of stacks/, and emits at once', () =>
    inTempProject({}, async (made) => {
      const { code, screen } = atTerminal(made, typed)
      assert.is(code, 0, screen)
      assert.is(made.read('stacks/staging-eu.ts'), readFileSync(`${root}test/project/stacks/staging-eu.ts`, 'utf8'))
      assert.equal(made.names('stacks'), ['staging-eu.ts'])
      const emitted = await runCommand('emit', ['staging-eu'], { cwd: made.root })
      assert.is(emitted.code, 0, emitted.stderr)
      const [lines, flat] = [told(), screen.replaceAll(/\s+/g, '')]
      assert.ok(lines.length > 10)
      for (const line of lines) assert.ok(flat.includes(line.replaceAll(/\s+/g, '')), line)
    }))

  for (const [key, name, where, last] of [
    ['\x03', 'Ctrl-C', 'the first question', 0],
    ['\x03', 'Ctrl-C', 'a question in the middle', 8],
    ['\x03', 'Ctrl-C', 'the last one', typed.length - 1],
    ['\x04', 'Ctrl-D', 'the first question', 0],
    ['\x04', 'Ctrl-D', 'the last one', typed.length - 1]
  ] as const)
    test(`${name} at ${where} leaves nothing`, () =>
      inTempProject({}, async (made) => {
        const typing = [...typed.slice(0, last), [typed[last]?.[0] ?? '', key] as const]
        const { code, screen } = atTerminal(made, typing)
        assert.is(code, 130, screen)
        assert.match(screen, 'interrupted; nothing was written')
        assert.not(made.has('stacks'))
      }))
}

test('what lies there is never changed', () =>
  inTempProject(
    { 'stacks/staging-eu.ts': readFileSync(`${root}test/project/stacks/staging-eu.ts`, 'utf8') },
    async (made) => {
      const before = made.read('stacks/staging-eu.ts')
      const { code, stderr } = await runCommand('new', ['staging-eu', '--account=111122223333', '--yes'], {
        cwd: made.root
      })
      assert.is(code, 1)
      assert.match(stderr, 'stacks/staging-eu.ts, which exists')
      assert.is(made.read('stacks/staging-eu.ts'), before)
    }
  ))

test('stack after stack by flags alone, and all emit', () =>
  inTempProject({}, async (made) => {
    for (const index of [1, 2]) {
      const account = `${111122223330 + index}`
      const { code, stderr } = await runCommand(
        'new',
        [
          `team${index}-eu`,
          `--account=${account}`,
          '--aws-region=eu-north-1',
          `--operators=arn:aws:iam::${account}:role/Team`,
          '--operator-users=',
          `--planners=arn:aws:iam::${account}:role/Planner`,
          '--yes'
        ],
        { cwd: made.root }
      )
      assert.is(code, 0, stderr)
    }
    assert.is((await runCommand('emit', [], { cwd: made.root })).code, 0)
  }))

test.run()
