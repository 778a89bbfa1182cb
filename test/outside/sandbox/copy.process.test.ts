import { COMMANDS } from '../../../bin/jobs.js'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { copyCommitted, uncommitted } from '../../../src/outside/sandbox/copy.ts'

type World = { root: string; project: string; to: string; checkout: string; home: string }
const test = suite<World>('the copy of a project in a sandbox')

const git = ({ home }: World, cwd: string, ...args: ReadonlyArray<string>): string =>
  execFileSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home, GIT_CONFIG_NOSYSTEM: '1' },
    stdio: ['ignore', 'pipe', 'pipe']
  })

const files: Readonly<Record<string, string>> = {
  'stacks/staging-eu.ts': 'export default {}\n',
  'out/staging-eu/main.tf.json': '{}\n',
  'secrets.txt': 'of the project, and of no stack\n'
}

test.before.each((world) => {
  world.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-copy-')))
  for (const name of ['project', 'to', 'home'] as const) fs.mkdirSync((world[name] = join(world.root, name)))
  // A person's folder may have an apostrophe in its name.
  world.checkout = join(world.root, "it's a checkout")
  fs.mkdirSync(join(world.checkout, 'bin'), { recursive: true })
  fs.writeFileSync(
    join(world.checkout, 'bin/zenthea.js'),
    'console.log(JSON.stringify([process.argv[2], process.cwd()]))\n'
  )
  for (const [path, text] of Object.entries(files)) {
    fs.mkdirSync(join(world.project, path, '..'), { recursive: true })
    fs.writeFileSync(join(world.project, path), text)
  }
  git(world, world.project, 'init', '-q')
  git(world, world.project, 'add', '.')
  git(world, world.project, '-c', 'user.name=a', '-c', 'user.email=a@example.invalid', 'commit', '-q', '-m', 'Begin')
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const copied = (world: World): void => copyCommitted(world.project, world.to, world.checkout, world.home)

test('has what is committed of stacks and out, and nothing else of the project', (world) => {
  fs.writeFileSync(join(world.project, 'stacks/staging-eu.ts'), 'changed\n')
  fs.writeFileSync(join(world.project, 'stacks/new.ts'), 'new\n')
  copied(world)
  assert.equal(fs.readdirSync(world.to).toSorted(), [
    '.git',
    '.gitignore',
    'node_modules',
    'out',
    'package.json',
    'stacks'
  ])
  assert.equal(fs.readdirSync(join(world.to, 'stacks')), ['staging-eu.ts'])
  for (const path of ['stacks/staging-eu.ts', 'out/staging-eu/main.tf.json'])
    assert.is(fs.readFileSync(join(world.to, path), 'utf8'), files[path])
})

test('its files are writable by their owner alone, under the umask of a shared machine too', (world) => {
  const before = process.umask(0o002)
  try {
    copied(world)
  } finally {
    process.umask(before)
  }
  for (const path of ['stacks', 'stacks/staging-eu.ts', 'out/staging-eu/main.tf.json'])
    assert.is(fs.statSync(join(world.to, path)).mode & 0o022, 0, path)
})

test('is one commit on main with everything in it, made by the sandbox and by no person', (world) => {
  copied(world)
  assert.is(
    git(world, world.to, 'log', '--format=%an <%ae> %s'),
    'sandbox <sandbox@example.invalid> The committed stacks, copied into a sandbox\n'
  )
  assert.is(git(world, world.to, 'branch', '--show-current'), 'main\n')
  assert.is(git(world, world.to, 'status', '--porcelain'), '')
  assert.equal(git(world, world.to, 'ls-files').trim().split('\n'), [
    '.gitignore',
    'out/staging-eu/main.tf.json',
    'package.json',
    'stacks/staging-eu.ts'
  ])
  // A person types git commit there, with no settings of their own.
  fs.mkdirSync(join(world.to, 'out/staging-eu/.terraform'))
  fs.writeFileSync(join(world.to, 'out/staging-eu/.terraform/cache'), '')
  fs.writeFileSync(join(world.to, 'stacks/staging-eu.ts'), 'handed over\n')
  git(world, world.to, 'commit', '-q', '-a', '-m', 'Hand it over')
  assert.is(git(world, world.to, 'status', '--porcelain'), '')
})

test('each command is typed there as in the project, and runs the same program', (world) => {
  copied(world)
  const manifest = JSON.parse(fs.readFileSync(join(world.to, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  } & Readonly<Record<string, unknown>>
  const { scripts, ...rest } = manifest
  assert.equal(rest, { name: 'sandbox', private: true, type: 'module' })
  assert.equal(Object.keys(scripts), COMMANDS)
  for (const [name, line] of Object.entries(scripts)) {
    const said = execFileSync('sh', ['-c', line], { cwd: world.to, encoding: 'utf8' })
    assert.equal(JSON.parse(said), [name, world.to])
  }
})

test('a stack of the copy finds the project that it imports from', (world) => {
  copied(world)
  assert.is(fs.realpathSync(join(world.to, 'node_modules/zenthea-foundation')), world.checkout)
})

test('where the project is not in git, that is said with the words of git', (world) => {
  fs.rmSync(join(world.project, '.git'), { recursive: true })
  assert.throws(() => copied(world), /^no commit here has stacks\/ and out\/: fatal: not a git repository/)
  assert.equal(fs.readdirSync(world.to), [])
})

test('the settings of the person have no say in the copy', (world) => {
  fs.writeFileSync(join(world.root, 'hook'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  fs.mkdirSync(join(world.root, 'hooks'))
  fs.renameSync(join(world.root, 'hook'), join(world.root, 'hooks/pre-commit'))
  const mine = join(world.root, 'mine')
  fs.writeFileSync(mine, `[core]\n\thooksPath = ${join(world.root, 'hooks')}\n`)
  const before = process.env['GIT_CONFIG_GLOBAL']
  process.env['GIT_CONFIG_GLOBAL'] = mine
  try {
    copied(world)
  } finally {
    if (before === undefined) delete process.env['GIT_CONFIG_GLOBAL']
    else process.env['GIT_CONFIG_GLOBAL'] = before
  }
  assert.match(git(world, world.to, 'log', '--format=%s'), /copied into a sandbox/)
})

test('what is not committed of stacks and out is named, each on its line, and nothing else is', (world) => {
  assert.equal(uncommitted(world.project), [])
  fs.writeFileSync(join(world.project, 'stacks/staging-eu.ts'), 'changed\n')
  fs.writeFileSync(join(world.project, 'stacks/new.ts'), 'new\n')
  fs.rmSync(join(world.project, 'out/staging-eu/main.tf.json'))
  fs.writeFileSync(join(world.project, 'secrets.txt'), 'changed\n')
  assert.equal(uncommitted(world.project), [
    ' D out/staging-eu/main.tf.json',
    ' M stacks/staging-eu.ts',
    '?? stacks/new.ts'
  ])
  fs.rmSync(join(world.project, '.git'), { recursive: true })
  assert.throws(() => uncommitted(world.project), /^git cannot say what is not committed: fatal: not a git repository/)
})

/** A git of which git itself takes every checkout for one of another user. Source: Git, t/t0033-safe-directory.sh. */
const asInContainer = async (world: World, use: () => void): Promise<void> => {
  const { PATH, HOME } = process.env
  const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  fs.mkdirSync(join(world.root, 'bin'))
  const text = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec '${git}' "$@"\n`
  fs.writeFileSync(join(world.root, 'bin/git'), text, { mode: 0o755 })
  fs.mkdirSync(join(world.root, 'person'))
  Object.assign(process.env, { PATH: `${world.root}/bin:${PATH}`, HOME: join(world.root, 'person') })
  try {
    use()
  } finally {
    Object.assign(process.env, { PATH, HOME })
  }
}

test("a checkout of another user is refused with git's own way out, and typing it makes the refusal go", async (world) => {
  await asInContainer(world, () => {
    let said = ''
    try {
      uncommitted(world.project)
    } catch (error) {
      said = String(error)
    }
    assert.match(said, /^Error: git cannot say what is not committed: fatal: detected dubious ownership/)
    const [, line = ''] = /trust its owner: (git config .*) \(safe\.directory in/.exec(said) ?? []
    execFileSync('sh', ['-c', line])
    assert.equal(uncommitted(world.project), [])
    // The copy is the sandbox's own.
    fs.rmSync(join(world.root, 'bin/git'))
    copied(world)
  })
  assert.equal(fs.readdirSync(join(world.to, 'stacks')), ['staging-eu.ts'])
})

test('a partial clone that lacks the stacks is refused with the line that fetches them, and typing it makes the refusal go', (world) => {
  git(world, world.project, 'config', 'uploadpack.allowFilter', 'true')
  const origin = world.project
  world.project = join(world.root, 'partial')
  git(world, world.root, 'clone', '-q', '--filter=blob:none', '--no-checkout', `file://${origin}`, world.project)
  let said = ''
  try {
    copied(world)
  } catch (error) {
    said = String(error)
  }
  const [, line = ''] =
    /^Error: no commit here has stacks\/ and out\/: .*\nFetch .* whole clone: (git fetch .*)$/.exec(said) ?? []
  assert.match(line, 'git fetch', said)
  execFileSync('sh', ['-c', line], { cwd: world.project, stdio: 'pipe' })
  copied(world)
  assert.equal(fs.readdirSync(join(world.to, 'stacks')), ['staging-eu.ts'])
})

test('a machine without git is told in the words of the system', (world) => {
  const { PATH } = process.env
  process.env['PATH'] = world.to
  try {
    for (const use of [() => uncommitted(world.project), () => copied(world)])
      assert.throws(use, /: ENOENT: no such file or directory$/)
  } finally {
    process.env['PATH'] = PATH
  }
})

test('line ends of Windows that the checkout asks for are not put into the copy', (world) => {
  git(world, world.project, 'config', 'core.autocrlf', 'true')
  git(world, world.project, 'config', 'core.eol', 'crlf')
  copied(world)
  for (const path of ['stacks/staging-eu.ts', 'out/staging-eu/main.tf.json'])
    assert.is(fs.readFileSync(join(world.to, path), 'utf8'), files[path])
})

test.run()
