import { COMMANDS } from '../../../bin/jobs.js'
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { copyCommitted, uncommitted } from '../../../src/outside/sandbox/copy.ts'
import { type Judge, startJudge } from '../../../src/outside/sandbox/judge.ts'
import { gitArguments, gitEnvironment } from '../../../src/outside/git/command.ts'
import { type Ending, isDoneAtOnce, startedBy } from '../../support/started-programs.ts'

const test = suite<{ root: string }>('how the programs of a sandbox are started')
test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-sandbox-')))
})
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }))

const given = { PATH: process.env['PATH'] }
const bare = { ...given, HOME: '/home', GIT_CONFIG_NOSYSTEM: '1', LANG: 'C.UTF-8' }

/** How git is asked about a project, as it is about every reviewed file. */
const aboutProject = (project: string, ...args: ReadonlyArray<string>) => ({
  by: 'spawnSync',
  file: 'git',
  args: gitArguments(project, args),
  options: { env: gitEnvironment(process.env), maxBuffer: 256 * 1024 * 1024 }
})

test('git is asked for what is not committed of stacks and out', async ({ root }) => {
  const said: Array<ReadonlyArray<string>> = []
  const started = await startedBy(
    () => ({ stdout: ' M stacks/a.ts\n?? out/b\n' }),
    () => said.push(uncommitted(root))
  )
  assert.equal(said, [[' M stacks/a.ts', '?? out/b']])
  assert.equal(started, [aboutProject(root, 'status', '--porcelain', '--', 'stacks', 'out')])
})

test('the copy is made by these commands of git and tar, and each line end is as it is committed', async ({ root }) => {
  const to = join(root, 'to')
  mkdirSync(to)
  const started = await startedBy(
    () => ({ stdout: 'an archive' }),
    () => copyCommitted('/project', to, '/checkout', '/home')
  )
  const at = { cwd: to, env: bare }
  const git = (...args: ReadonlyArray<string>) => ({
    by: 'execFileSync',
    file: 'git',
    args,
    options: { ...at, stdio: 'pipe' }
  })
  assert.equal(started, [
    aboutProject(
      '/project',
      ...['-c', 'tar.umask=0022', '-c', 'core.autocrlf=false', '-c', 'core.eol=lf'],
      ...['archive', '--format=tar', 'HEAD', 'stacks', 'out']
    ),
    { by: 'execFileSync', file: 'tar', args: ['-xf', '-'], options: { ...at, input: Buffer.from('an archive') } },
    git('init', '-q', '-b', 'main'),
    git('config', 'user.name', 'sandbox'),
    git('config', 'user.email', 'sandbox@example.invalid'),
    git('add', '.'),
    git('commit', '-q', '-m', 'The committed stacks, copied into a sandbox')
  ])
  const scripts = Object.fromEntries(COMMANDS.map((name) => [name, `node '/checkout/bin/zenthea.js' ${name}`]))
  const manifest = { name: 'sandbox', private: true, type: 'module', scripts }
  const text = readFileSync(join(to, 'package.json'), 'utf8')
  assert.is(text, `${JSON.stringify(manifest, undefined, 2)}\n`)
  assert.is(readFileSync(join(to, '.gitignore'), 'utf8'), 'node_modules\n.terraform/\n')
  assert.is(readlinkSync(join(to, 'node_modules/zenthea-foundation')), '/checkout')
})

test('a checkout whose path has a quote in it is written as a shell takes it', async ({ root }) => {
  await startedBy(
    () => ({ stdout: 'an archive' }),
    () => copyCommitted('/project', root, "/jane's/checkout", '/home')
  )
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: object }
  assert.is((scripts as { readonly emit: string }).emit, String.raw`node '/jane'\''s/checkout/bin/zenthea.js' emit`)
})

const DUBIOUS = `fatal: detected dubious ownership in repository at '/repo'
To add an exception for this directory, call:

\tgit config --global --add safe.directory /repo
`
const TRUST =
  'Make the checkout your own, or trust its owner: git config --global --add safe.directory /repo (safe.directory in GIT_CONFIG_COUNT or GIT_CONFIG_PARAMETERS is not handed on).'
const FETCH = 'Fetch what is missing, or work in a whole clone: git fetch --refetch --no-filter'

/** What git says where it does not answer, or the system where it starts none, and what is said of it. */
const refusals: Readonly<Record<string, readonly [Ending, status: string, archive: string]>> = {
  'a project without a commit': [
    { code: 128, stderr: 'fatal: not a valid object name: HEAD\n' },
    'fatal: not a valid object name: HEAD',
    'fatal: not a valid object name: HEAD'
  ],
  'a checkout of another user': [
    { code: 128, stderr: DUBIOUS },
    `fatal: detected dubious ownership in repository at '/repo'\n${TRUST}`,
    `fatal: detected dubious ownership in repository at '/repo'\n${TRUST}`
  ],
  'a clone that lacks objects': [
    { code: 128, stderr: 'fatal: lazy fetching disabled; some objects may not be available\n' },
    `fatal: lazy fetching disabled; some objects may not be available\n${FETCH}`,
    `fatal: lazy fetching disabled; some objects may not be available\n${FETCH}`
  ],
  'a git that says nothing': [{ code: 2 }, 'it ended with 2', 'it ended with 2']
}
for (const [what, [ending, status, archive]] of Object.entries(refusals))
  test(`${what} is said in the words of git`, async ({ root }) => {
    const said: Array<string> = []
    const saying = (run: () => unknown): void => {
      try {
        run()
      } catch (error) {
        said.push(String(error))
      }
    }
    await startedBy(
      () => ending,
      () => {
        saying(() => uncommitted(root))
        saying(() => copyCommitted('/project', root, '/checkout', '/home'))
      }
    )
    assert.equal(said, [
      `Error: git cannot say what is not committed: ${status}`,
      `Error: no commit here has stacks/ and out/: ${archive}`
    ])
  })

/** What a checkout needs, to have a judge. */
const ofJudge = [
  'test/support/sandbox-judge.ts',
  'test/typescript.js',
  'node_modules/@cloud-copilot/iam-simulate/package.json'
]

test('the judge runs in the checkout, in a session of its own; without one of its parts there is none', async ({
  root
}) => {
  for (const path of ofJudge) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
  const judges: Array<Judge | undefined> = []
  const start = () =>
    startedBy(
      () => ({ stdout: '4567\n', stays: true }),
      async () => void judges.push(await startJudge(root, '/sandbox', ['within']))
    )
  const [loader, program] = [join(root, 'test/typescript.js'), join(root, 'test/support/sandbox-judge.ts')]
  assert.equal(await start(), [
    {
      by: 'spawn',
      file: 'within',
      args: [process.execPath, '--import', loader, program, '/sandbox'],
      options: { cwd: root, env: given, stdio: ['pipe', 'pipe', 'pipe'], detached: true }
    }
  ])
  assert.is(judges[0]?.port, 4567)
  await judges[0]?.stop()
  assert.ok(await isDoneAtOnce(judges[0]?.stop() ?? Promise.resolve()), 'one that has ended')
  for (const path of ofJudge) {
    rmSync(join(root, path))
    assert.equal(await start(), [], path)
    writeFileSync(join(root, path), '')
  }
})

test('a judge that does not begin says how it ended', async ({ root }) => {
  for (const path of ofJudge) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
  let said = ''
  await startedBy(
    () => ({ code: 5 }),
    async () => {
      said = await startJudge(root, '/sandbox').then(String, (error: Error) => error.message)
    }
  )
  assert.is(said, 'the judge of calls did not start (5)')
  await startedBy(
    () => ({ code: 5, stderr: 'Error: no module named x\n' }),
    async () => {
      said = await startJudge(root, '/sandbox').then(String, (error: Error) => error.message)
    }
  )
  assert.is(said, 'the judge of calls did not start (5): Error: no module named x')
})

test.run()
