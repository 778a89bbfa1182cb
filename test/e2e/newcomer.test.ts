import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emptyClone, typedByNewcomer } from '../support/newcomer.ts'
import { notSaid, toldIn } from '../support/told-in-documents.ts'
import { bench } from './bench/bench.ts'

const { python } = await bench()
const inTerminal = fileURLToPath(new URL('../support/in-terminal.py', import.meta.url))
const BEGIN = 'npm run new'

type Shell = {
  readonly clone: string
  readonly home: string
  /** Types a line in a shell at a pseudo-terminal, and what it asks for: how it ended, and what stood there without controls. */
  readonly type: (
    line: string,
    answers?: ReadonlyArray<readonly [string, string]>
  ) => { readonly code: number | null; readonly screen: string }
}

const test = suite<Shell>('a newcomer in an empty clone')

test.before((context) => {
  const clone = emptyClone()
  const home = mkdtempSync(join(realpathSync(tmpdir()), 'zenthea-newcomer-'))
  const temporary = join(home, 't')
  mkdirSync(temporary, { mode: 0o700 })
  const env = {
    PATH: process.env['PATH'],
    NODE_OPTIONS: process.env['NODE_OPTIONS'],
    HOME: home,
    TMPDIR: temporary,
    XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'newcomer',
    GIT_AUTHOR_EMAIL: 'newcomer@example.com',
    GIT_COMMITTER_NAME: 'newcomer',
    GIT_COMMITTER_EMAIL: 'newcomer@example.com',
    TERM: 'xterm',
    COLUMNS: '200'
  }
  Object.assign(context, {
    clone,
    home,
    type: (line: string, answers: ReadonlyArray<readonly [string, string]> = []) => {
      const shell = ['bash', '--noprofile', '--norc', '-c', line]
      const { status, stdout } = spawnSync(python, [inTerminal, JSON.stringify(answers), ...shell], {
        cwd: clone,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        maxBuffer: 1 << 26
      })
      return { code: status, screen: stripVTControlCharacters(stdout).replaceAll('\r', '') }
    }
  } satisfies Shell)
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: clone, env })
})
test.after(({ clone, home }) => {
  for (const folder of [clone, home]) rmSync(folder, { recursive: true, force: true })
})

test('the lines of the page, as they stand there: new, emit, test, commit, and day 0 rehearsed', ({ clone, type }) => {
  const told = toldIn({ document: 'author.md', section: 'Begin a stack' })
  assert.is(told[0]?.command, BEGIN)
  assert.ok(told.length >= 5)
  for (const one of told) {
    const { code, screen } = type(one.command, one.command === BEGIN ? typedByNewcomer : [])
    assert.is(code, 0, `${one.command}\n${screen}`)
    if (one.command !== BEGIN) assert.equal(notSaid([one], screen), [], screen)
  }
  const project = fileURLToPath(new URL('../project/', import.meta.url))
  for (const path of ['stacks/staging-eu.ts', 'out/staging-eu/main.tf.json'])
    assert.is(readFileSync(join(clone, path), 'utf8'), readFileSync(join(project, path), 'utf8'), path)
})

test.run()
