import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkout } from '../../../src/outside/tofu/checkout.ts'

const test = suite<{ root: string }>('the git around a project that others can change')

const author = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', '-c', 'protocol.file.allow=always']
const git = (cwd: string, ...args: ReadonlyArray<string>): void =>
  void execFileSync('git', [...author, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' },
    stdio: 'pipe'
  })

/** Gives another user the right to write by a list of access (POSIX 1003.1e, version 2), as setfacl does. */
const nameAnother = (path: string): void => void execFileSync('python3', ['-c', ACL, path], { stdio: 'pipe' })

const ACL = `import os, struct, sys
entries = [(1, 7, 0xffffffff), (2, 7, 65534), (4, 5, 0xffffffff), (16, 7, 0xffffffff), (32, 5, 0xffffffff)]
value = struct.pack('<I', 2) + b''.join(struct.pack('<HHI', *entry) for entry in entries)
os.setxattr(sys.argv[1], 'system.posix_acl_access', value)`

test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-checkout-')))
  const repo = join(context.root, 'repo')
  fs.mkdirSync(join(repo, 'project/stacks'), { recursive: true })
  git(repo, 'init', '-q')
  fs.writeFileSync(join(repo, 'project/stacks/x.ts'), '')
  git(repo, 'add', '.')
  git(repo, 'commit', '-q', '-m', 'x')
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

/** What others could change of what decides in a project, below the root. */
const changeable = async (root: string, project: string): Promise<ReadonlyArray<string>> => {
  const found = await checkout().changeable(absolutePath(join(root, project)), ['.', 'stacks/x.ts'])()
  assert.ok(E.isRight(found))
  return found.right.map((path) => path.slice(root.length + 1))
}

/** Each place by a project that git around it decides about. */
const places: ReadonlyArray<readonly [what: string, make: (root: string) => void, project: string, open: string]> = [
  ['the git folder above a project', () => undefined, 'repo/project', 'repo/.git'],
  ['its objects', () => undefined, 'repo/project', 'repo/.git/objects'],
  ['its HEAD', () => undefined, 'repo/project', 'repo/.git/HEAD'],
  ['its settings', () => undefined, 'repo/project', 'repo/.git/config'],
  ['its branches', () => undefined, 'repo/project', 'repo/.git/refs'],
  ['the top of the work tree', () => undefined, 'repo/project', 'repo'],
  [
    'the folder of a linked work tree',
    (root) => git(join(root, 'repo'), 'worktree', 'add', '-q', '../linked'),
    'linked/project',
    'repo/.git/worktrees/linked'
  ],
  [
    'the common folder of a linked work tree',
    (root) => git(join(root, 'repo'), 'worktree', 'add', '-q', '../linked'),
    'linked/project',
    'repo/.git/objects'
  ],
  [
    'the folder of a submodule',
    (root) => {
      fs.mkdirSync(join(root, 'around'))
      git(join(root, 'around'), 'init', '-q')
      git(join(root, 'around'), 'submodule', '--quiet', 'add', join(root, 'repo'), 'inner')
    },
    'around/inner/project',
    'around/.git/modules/inner'
  ]
]
const ways: ReadonlyArray<readonly [how: string, give: (path: string) => void]> = [
  ['where everybody may write to it', (path) => fs.chmodSync(path, 0o777)],
  ['where everybody may add to it', (path) => fs.chmodSync(path, 0o1777)],
  ['where a list of access names another user', nameAnother]
]
const each = places.flatMap(([what, ...place]) =>
  ways.map(([how, give]) => [`${what}, ${how},`, give, ...place] as const)
)
for (const [what, give, make, project, open] of each)
  test(`${what} is named where others can change it`, async ({ root }) => {
    make(root)
    assert.equal(await changeable(root, project), [])
    give(join(root, open))
    assert.equal(await changeable(root, project), [open])
  })

test.run()
