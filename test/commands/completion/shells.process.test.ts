import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type TempProject, inTempProject, runCommand } from '../../support/temp-project.ts'

const test = suite('completion in the shells themselves')

const inTerminal = fileURLToPath(new URL('../../support/in-terminal.py', import.meta.url))

const isThere = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

/** A project with two stacks, and a file whose name a careless shell would run. */
const project = {
  'stacks/staging-eu.ts': '',
  'stacks/prod-eu.ts': '',
  'stacks/$(touch ran).ts': ''
}

const run = (program: string, args: ReadonlyArray<string>, { root }: TempProject): string =>
  spawnSync(program, [...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], HOME: root, TERM: 'dumb' }
  }).stdout

const scriptOf = async (shell: string): Promise<string> => {
  const { code, stdout } = await runCommand('completion', [shell])
  assert.is(code, 0)
  return stdout
}

/** What a shell offers for the last of these words. */
type Offer = (script: string, words: ReadonlyArray<string>, project: TempProject) => ReadonlyArray<string>

const bash: Offer = (script, words, made) => {
  made.write('complete.bash', script)
  const asked = words.map((word) => `'${word}'`).join(' ')
  const text = `. ./complete.bash; COMP_WORDS=(${asked}); COMP_CWORD=${words.length - 1}; _zenthea; printf '%s\\n' "\${COMPREPLY[@]}"`
  return run('bash', ['--norc', '-c', text], made)
    .split('\n')
    .filter((line) => line !== '')
    .toSorted()
}

const fish: Offer = (script, words, made) => {
  made.write('complete.fish', script)
  return run('fish', ['--no-config', '-c', `source complete.fish; complete -C '${words.join(' ')}'`], made)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0] ?? '')
    .toSorted()
}

/** Whether zsh, which completes at a terminal alone, makes the second text of the first and a tab. */
const zshMakes = (script: string, typed: string, made: TempProject, expected: string): boolean => {
  made.write('complete.zsh', script)
  made.write('.zshrc', "PS1='ready> '; autoload -Uz compinit; compinit -u; . ./complete.zsh; setopt no_beep\n")
  const typing = [
    ['2004h', `${typed}\t`],
    [expected, '\u0015exit\r']
  ]
  const ended = ['timeout', '--foreground', '-s', 'KILL', '20', 'zsh', '-d', '-i']
  const { stdout } = spawnSync('python3', [inTerminal, JSON.stringify(typing), ...ended], {
    cwd: made.root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], HOME: made.root, TERM: 'xterm' }
  })
  return stdout.includes(expected)
}

for (const [shell, offer] of Object.entries({ bash, fish })) {
  if (!isThere(shell)) continue
  test(`${shell}: commands, options, words, stacks and the values of options`, () =>
    inTempProject(project, async (made) => {
      const script = await scriptOf(shell)
      const offered = (...words: ReadonlyArray<string>) => offer(script, ['zenthea', ...words], made)
      assert.equal(offered('pre'), ['preflight'])
      assert.equal(offered('emit', '--ch'), ['--check'])
      assert.equal(offered('emit', 's'), ['staging-eu'])
      assert.equal(offered('tofu', 'staging-eu', 'pl'), ['plan'])
      assert.equal(offered('tofu', 'p'), ['plan', 'prod-eu'])
      assert.equal(offered('preflight', '--check', 'lock-f'), ['lock-free'])
      assert.equal(offered('completion', 'f'), ['fish'])
      assert.equal(offered('seed', '--proxy', 's'), [])
      assert.equal(offered('seed', '--ca-bundle', 'package'), ['package.json'])
      assert.not(made.has('ran'), 'the name of a file was run')
      const whole = offered('tofu', '')
      for (const word of ['init', 'plan', 'apply', 'prod-eu', 'staging-eu']) assert.ok(whole.includes(word), word)
      assert.not(whole.some((word) => word.includes('touch')))
    }))
}

if (isThere('zsh') && isThere('python3'))
  test('zsh: commands, options and stacks', () =>
    inTempProject(project, async (made) => {
      const script = await scriptOf('zsh')
      for (const [typed, expected] of [
        ['zenthea pre', 'preflight'],
        ['zenthea emit --ch', '--check'],
        ['zenthea emit sta', 'staging-eu'],
        ['zenthea tofu ap', 'apply'],
        ['zenthea preflight --check lock-f', 'lock-free']
      ] as const)
        assert.ok(zshMakes(script, typed, made, expected), typed)
      assert.not(made.has('ran'), 'the name of a file was run')
    }))

for (const args of [[], ['tcsh'], ['bash', 'zsh'], ['--chek']])
  test(`completion ${args.join(' ')}: not understood`, async () => {
    const { code, stdout } = await runCommand('completion', args)
    assert.equal([code, stdout], [2, ''])
  })

test.run()
