import * as E from 'fp-ts/lib/Either.js'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { LONGEST_ANSWER, git, gitEnvironment } from '../../../src/outside/git/command.ts'
import { withObjects } from '../../../src/outside/git/objects.ts'
import { type Ending, startedBy } from '../../support/started-programs.ts'

type Place = { root: string; program: string }
const test = suite<Place>('how git is run')
test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-git-')))
  place.program = join(place.root, 'bin/git')
  for (const name of ['bin', 'project']) mkdirSync(join(place.root, name))
  writeFileSync(place.program, '#!/bin/sh\n')
  chmodSync(place.program, 0o755)
})
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }))

const settingOf = ({ root }: Place) => ({
  variables: {
    PATH: `.:${join(root, 'project')}:${join(root, 'bin')}`,
    HOME: '/home/jane',
    XDG_CONFIG_HOME: '/home/jane/.config',
    GIT_DIR: '/elsewhere',
    GIT_CONFIG_COUNT: '1',
    LD_PRELOAD: '/elsewhere/x.so'
  },
  patienceMillis: 10_000
})

/** Sources: Git, "git", Environment Variables; git-config; trace2 API. */
const environmentOf = ({ root }: Place): Readonly<Record<string, string>> => ({
  PATH: join(root, 'bin'),
  HOME: '/home/jane',
  XDG_CONFIG_HOME: '/home/jane/.config',
  LANG: 'C',
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: '/',
  GIT_TRACE2: '0',
  GIT_TRACE2_PERF: '0',
  GIT_TRACE2_EVENT: '0'
})

const closedArguments = [
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.sshCommand=false', 'safe.bareRepository=explicit']
].flatMap((setting) => ['-c', setting])

const argumentsIn = ({ root }: Place, ...args: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...closedArguments,
  ...['--no-pager', '--no-replace-objects', '-C', join(root, 'project')],
  ...args
]

test('one command gets these arguments, this environment and these bounds, and nothing of a hostile one', async (place) => {
  const project = join(place.root, 'project')
  const started = await startedBy(
    () => ({}),
    () => git(settingOf(place), project, ['rev-parse', 'HEAD'])()
  )
  assert.equal(started, [
    {
      by: 'execFile',
      file: place.program,
      args: argumentsIn(place, 'rev-parse', 'HEAD'),
      options: {
        env: environmentOf(place),
        timeout: 10_000,
        killSignal: 'SIGKILL',
        maxBuffer: 8 * 1024 * 1024,
        encoding: 'buffer',
        windowsHide: true
      }
    }
  ])
  assert.is(LONGEST_ANSWER, 8 * 1024 * 1024)
})

test('the git that gives objects gets the same', async (place) => {
  const project = join(place.root, 'project')
  const started = await startedBy(
    () => ({}),
    () => withObjects(settingOf(place), project, async () => 'used')()
  )
  assert.equal(started, [
    {
      by: 'spawn',
      file: place.program,
      args: argumentsIn(place, 'cat-file', '--batch'),
      options: { env: environmentOf(place), stdio: 'pipe', windowsHide: true }
    }
  ])
})

test('of the environment only what says where things are is handed on, and only where it is set', () => {
  const fixed = Object.keys(gitEnvironment({}))
  assert.not(fixed.some((name) => ['PATH', 'HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'SYSTEMROOT'].includes(name)))
  const given = gitEnvironment({ USERPROFILE: 'u', SYSTEMROOT: 's', GIT_INDEX_FILE: 'x', GIT_TRACE: '1', LANG: 'de' })
  assert.equal(Object.keys(given).toSorted(), [...fixed, 'USERPROFILE', 'SYSTEMROOT'].toSorted())
  assert.equal([given['USERPROFILE'], given['SYSTEMROOT'], given['LANG']], ['u', 's', 'C'])
})

const OWNER = `fatal: detected dubious ownership in repository at '/repo'
To add an exception for this directory, call:

\tgit config --global --add safe.directory /repo
`
const killed = Object.assign(new Error('killed'), { killed: true, signal: 'SIGKILL' })
const tooLong = Object.assign(new Error('stdout maxBuffer length exceeded'), {
  code: 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER'
})

/** How git ends, and what a person is told of it. */
const endings: Readonly<Record<string, readonly [ending: Ending, failure: object]>> = {
  'its first line, and no other': [
    { code: 128, stderr: '  fatal: bad object\nhint: another line\n' },
    { what: 'git log', cause: 'fatal: bad object' }
  ],
  'its exit code where it said nothing': [
    { code: 1, stderr: ' \n' },
    { what: 'git log', cause: 'it ended with 1' }
  ],
  'the signal that ended it': [{ signal: 'SIGSEGV' }, { what: 'git log', cause: 'it was ended by SIGSEGV' }],
  'that it was too slow, in seconds': [
    { error: killed, stderr: 'half a word' },
    { what: 'git log', cause: 'no answer within 10 seconds' }
  ],
  'the words of the system, without the command': [
    { error: tooLong },
    { what: 'git log', cause: 'stdout maxBuffer length exceeded' }
  ],
  "git's own way out of a checkout of another user, in one line to copy": [
    { code: 128, stderr: OWNER },
    {
      what: 'git log',
      cause: "fatal: detected dubious ownership in repository at '/repo'",
      remedy:
        'Make the checkout your own, or trust its owner: git config --global --add safe.directory /repo (safe.directory in GIT_CONFIG_COUNT or GIT_CONFIG_PARAMETERS is not handed on).'
    }
  ],
  'it however far git indents it': [
    { code: 128, stderr: OWNER.replace('\tgit', 'git') },
    {
      what: 'git log',
      cause: "fatal: detected dubious ownership in repository at '/repo'",
      remedy:
        'Make the checkout your own, or trust its owner: git config --global --add safe.directory /repo (safe.directory in GIT_CONFIG_COUNT or GIT_CONFIG_PARAMETERS is not handed on).'
    }
  ],
  'no way out where git names none': [
    { code: 128, stderr: "fatal: detected dubious ownership in repository at '/repo'\n" },
    { what: 'git log', cause: "fatal: detected dubious ownership in repository at '/repo'" }
  ],
  'no way out of another refusal that quotes the command': [
    { code: 128, stderr: 'fatal: no\n\tgit config --global --add safe.directory /repo\n' },
    { what: 'git log', cause: 'fatal: no' }
  ]
}
for (const [what, [ending, failure]] of Object.entries(endings))
  test(`of a git that fails a person reads ${what}`, async (place) => {
    const said: Array<unknown> = []
    await startedBy(
      () => ending,
      async () => said.push(await git(settingOf(place), join(place.root, 'project'), ['log', '--all'])())
    )
    assert.equal(said, [E.left(failure)])
  })

test('what it prints is given as its bytes', async (place) => {
  const said: Array<unknown> = []
  await startedBy(
    () => ({ stdout: 'an answer\n', stderr: 'warning: x\n' }),
    async () => said.push(await git(settingOf(place), join(place.root, 'project'), ['log'])())
  )
  assert.equal(said, [E.right(Buffer.from('an answer\n'))])
})

test('a machine without a git, and one whose git others can change, are told apart', async (place) => {
  const project = join(place.root, 'project')
  const none = await git({ variables: { PATH: project }, patienceMillis: 1 }, project, ['log'])()
  assert.equal(none, E.left({ what: 'git', cause: 'the PATH names no git outside of the checkout' }))
  assert.equal(await git({ variables: {}, patienceMillis: 1 }, project, ['log'])(), none)
  chmodSync(join(place.root, 'bin'), 0o777)
  assert.equal(
    await git(settingOf(place), project, ['log'])(),
    E.left({
      what: 'git',
      cause: `${join(place.root, 'bin')} can be changed by others, and the git on the PATH lies there`,
      remedy: `Take that right from them (chmod go-w ${join(place.root, 'bin')}), or put a git of this user or of root on the PATH.`
    })
  )
})

test.run()
