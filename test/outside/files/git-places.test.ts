import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deepest, gitPlaces, isIn, workTreeOf } from '../../../src/outside/files/checkout-places.ts'

const test = suite<{ root: string }>('what of git others must not change')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-places-')))
  fs.mkdirSync(join(place.root, 'repo/project'), { recursive: true })
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

/** Source: Git, gitrepository-layout. */
const within = (folder: string): ReadonlyArray<string> => [
  folder,
  ...['HEAD', 'commondir', 'config', 'index', 'objects', 'packed-refs', 'refs'].map((name) => join(folder, name))
]

const put = (path: string, text: string): void => {
  fs.mkdirSync(join(path, '..'), { recursive: true })
  fs.writeFileSync(path, text)
}

test('the git folder of a work tree, and each thing in it that decides what is read', async ({ root }) => {
  const repo = join(root, 'repo')
  fs.mkdirSync(join(repo, '.git'))
  assert.equal(await gitPlaces(join(repo, 'project')), [repo, join(repo, '.git'), ...within(join(repo, '.git'))])
  assert.is(workTreeOf(join(repo, 'project')), repo)
})

test('of a linked work tree its own folder and the common one, each by the file that names it', async ({ root }) => {
  const repo = join(root, 'repo')
  const own = join(root, 'main/.git/worktrees/x')
  for (const [gitdir, commondir] of [
    [`gitdir: ${own}\n`, '../..\n'],
    ['gitdir: ../main/.git/worktrees/x', '../..']
  ] as const) {
    put(join(repo, '.git'), gitdir)
    put(join(own, 'commondir'), commondir)
    assert.equal(await gitPlaces(join(repo, 'project')), [
      repo,
      join(repo, '.git'),
      ...within(own),
      ...within(join(root, 'main/.git'))
    ])
  }
})

test('a file that only holds such a line names no folder', async ({ root }) => {
  const repo = join(root, 'repo')
  for (const text of ['x gitdir: /a\n', 'gitdir: \n', 'gitdir:/a\n', 'gitdir: /a\nb\n', '']) {
    put(join(repo, '.git'), text)
    assert.equal(await gitPlaces(join(repo, 'project')), [repo, join(repo, '.git')], text)
  }
})

test('a project outside of git has none', async ({ root }) => {
  assert.equal(await gitPlaces(join(root, 'repo/project')), [])
})

test('a folder holds itself and what is below it, and no folder whose name begins like its own', () => {
  for (const path of ['/a', '/a/b']) assert.ok(isIn(path, '/a'), path)
  for (const path of ['/ab', '/', '/b/a']) assert.not.ok(isIn(path, '/a'), path)
  assert.ok(isIn('/a', '/'))
  assert.ok(isIn('/a/b', '/a/'))
})

test('of a path the deepest folder that is there', async ({ root }) => {
  assert.is(await deepest(join(root, 'repo/x/y')), join(root, 'repo'))
  put(join(root, 'file'), '')
  const said = await deepest(join(root, 'file/x')).then(String, (error: Error) => error.message)
  assert.match(said, 'ENOTDIR')
})

test.run()
