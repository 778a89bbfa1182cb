import { commitId } from '../../support/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { gitHistory } from '../../../src/outside/git/history.ts'
import { wayOutOf, wayOutOfNoStack } from './double.ts'
import { type GitProject, bareEnvironment, inGitProject } from '../../commands/preflight/git-project.ts'

const test = suite('the history that a review compares with')

const history = gitHistory({ variables: bareEnvironment, patienceMillis: 10_000 })
const idAt = (project: GitProject, name: string): string => project.git('rev-parse', name).trim()

/** A project on a branch of its own, with one commit more than main. */
const withBranch = (project: GitProject): void => {
  project.git('init', '-q')
  project.write('stacks/a-eu.ts', 'export default 1\n')
  project.commit('.')
  project.git('checkout', '-q', '-b', 'change')
  project.write('stacks/a-eu.ts', 'export default 2\n')
  project.commit('.')
}

test('a commit has every name that git has for it, and a name that it has not is said', async () => {
  await inGitProject(async (project) => {
    withBranch(project)
    project.git('tag', '-a', '-m', 'x', 'v1')
    const head = idAt(project, 'HEAD')
    for (const name of ['HEAD', 'change', 'v1', head, head.slice(0, 10), 'main~0'])
      assert.equal(
        await history.commit(project.root, name)(),
        E.right({ commit: idAt(project, `${name}^{commit}`), folder: '' }),
        name
      )
    for (const name of ['v2', 'HEAD~9', '--all', '', 'f'.repeat(40), 'HEAD:stacks'])
      assert.equal(
        await history.commit(project.root, name)(),
        E.left({
          what: `the commit '${name}'`,
          cause: 'this clone has none of that name',
          remedy: 'Name a commit, a branch or a tag; fetch it first where only the remote has it.'
        }),
        name
      )
  })
})

test('a refusal of git that is not about the name keeps its words', async () => {
  await inGitProject(async (project) => {
    const found = await history.commit(project.root, 'HEAD')()
    assert.ok(E.isLeft(found))
    assert.match(found.left.cause, /^fatal: not a git repository/)
  })
})

/** Where the main branch may be, the first one first. */
const branches = ['remotes/origin/HEAD', 'remotes/origin/main', 'remotes/origin/master', 'heads/main', 'heads/master']

test('the main branch is the one of the remote before the one of this clone, and main before master', async () => {
  await inGitProject(async (project) => {
    withBranch(project)
    const base = idAt(project, 'main')
    for (const name of branches) project.git('update-ref', `refs/${name}`, base)
    for (const name of branches) {
      assert.equal(
        await history.mergeBase(project.root)(),
        E.right({ base: { commit: base, folder: '' }, branch: name.replace(/^(?:remotes|heads)\//, '') })
      )
      project.git('update-ref', '-d', `refs/${name}`)
    }
    assert.equal(
      await history.mergeBase(project.root)(),
      E.left({
        what: 'the main branch',
        cause: 'none of these branches exists: origin/main, main, origin/master, master',
        remedy:
          'Fetch it (git fetch origin main:refs/remotes/origin/main), or name what to compare with: npm run review -- COMMIT'
      })
    )
  })
})

test('two histories without a common commit are said to be apart', async () => {
  await inGitProject(async (project) => {
    withBranch(project)
    project.git('checkout', '-q', '--orphan', 'other')
    project.git('commit', '-q', '-m', 'x')
    assert.equal(
      await history.mergeBase(project.root)(),
      E.left({
        what: 'git merge-base',
        cause: 'HEAD and the main branch have no commit in common here',
        remedy:
          'Fetch the whole history (git fetch --unshallow), or name what to compare with: npm run review -- COMMIT'
      })
    )
  })
})

const emittedOf = async (project: GitProject, folder = '') =>
  history.emitted(project.root, { commit: commitId(idAt(project, 'HEAD')), folder })()

/** What a commit has in out/, by path. A link has its target for a text. */
type Tree = Readonly<Record<string, string>>
const committed = (project: GitProject, files: Tree, links: Tree = {}): void => {
  project.git('init', '-q')
  for (const [path, text] of Object.entries({ 'stacks/a-eu.ts': '', ...files })) project.write(path, text)
  for (const [path, target] of Object.entries(links)) {
    project.write(`${path}/..`.replace(/[^/]+\/\.\.$/, 'x'), '')
    fs.symlinkSync(target, project.at(path))
  }
  project.commit('.')
}

test('emitted: each folder of out/ that has a main.tf.json, with its page and with what else lies there', async () => {
  await inGitProject(async (project) => {
    committed(project, {
      'in/out/b-eu/main.tf.json': '{"b":1}',
      'in/out/b-eu/REVIEW.md': '# b',
      'in/out/b-eu/.terraform.lock.hcl': '# lock',
      'in/out/a-eu/main.tf.json': '{"a":1}',
      'in/out/a-eu/z.tf': '',
      'in/out/a-eu/café.txt': '',
      'in/out/c-eu/REVIEW.md': '# left over',
      'in/out/notes.txt': 'a file beside the folders'
    })
    const found = await emittedOf(project, 'in/')
    assert.equal(
      E.isRight(found) && found.right.map((one) => ({ ...one, bytes: Buffer.from(one.bytes).toString('utf8') })),
      [
        { stack: 'a-eu', bytes: '{"a":1}', hasPage: false, others: ['café.txt', 'z.tf'] },
        { stack: 'b-eu', bytes: '{"b":1}', hasPage: true, others: [] }
      ]
    )
    assert.equal(await emittedOf(project), E.right([]), 'a project that the commit does not have')
  })
})

/** What a commit has in out/ that no review may pass over. */
const refused: Readonly<Record<string, readonly [files: Tree, links: Tree, failure: object]>> = {
  'a folder that OpenTofu would read, without a main.tf.json': [
    { 'out/a-eu/b.tofu.json': '', 'out/a-eu/c.txt': '' },
    {},
    {
      what: 'out/a-eu',
      cause: 'it has no main.tf.json, but b.tofu.json, c.txt',
      remedy: wayOutOfNoStack('out/a-eu')
    }
  ],
  'a file in the place of out': [
    { out: 'x' },
    {},
    {
      what: 'out',
      cause: 'what is committed there is not a regular file (its mode is 100644)',
      remedy: wayOutOf('out', 'folder')
    }
  ],
  'a link in the place of a folder': [
    { 'out/b-eu/main.tf.json': '{}' },
    { 'out/a-eu': 'b-eu' },
    {
      what: 'out/a-eu',
      cause: 'what is committed there is not a regular file (its mode is 120000)',
      remedy: wayOutOf('out/a-eu')
    }
  ],
  'a link in the place of an emitted file': [
    { 'out/a-eu/x': '' },
    { 'out/a-eu/main.tf.json': 'x' },
    {
      what: 'out/a-eu/main.tf.json',
      cause: 'what is committed there is not a regular file (its mode is 120000)',
      remedy: wayOutOf('out/a-eu/main.tf.json')
    }
  ]
}
for (const [what, [files, links, failure]] of Object.entries(refused))
  test(`emitted: ${what} is refused`, async () => {
    await inGitProject(async (project) => {
      committed(project, files, links)
      assert.equal(await emittedOf(project), E.left(failure))
    })
  })

test('the index has what a commit would have in out/, by its path in the project, and nothing that is untracked', async () => {
  await inGitProject(async (project) => {
    committed(project, { 'in/out/a-eu/main.tf.json': '{}', 'in/out/notes é.txt': '', 'out/b-eu/x.tf': '' })
    project.write('in/out/a-eu/tests/a.tftest.hcl', '')
    project.git('add', '-f', 'in/out/a-eu/tests')
    project.write('in/out/a-eu/more.tf', '')
    assert.equal(
      await history.trackedInOut(project.at('in'))(),
      E.right(['out/a-eu/main.tf.json', 'out/a-eu/tests/a.tftest.hcl', 'out/notes é.txt'])
    )
  })
})

test('emitted: each ending that OpenTofu reads counts, and no other', async () => {
  for (const [name, isRefused] of Object.entries({
    'a.tf': true,
    'a.tf.json': true,
    'a.tofu': true,
    'a.tofu.json': true,
    'a.tf.json.txt': false,
    'a.tfvars': false,
    atf: false
  }))
    await inGitProject(async (project) => {
      committed(project, { [`out/a-eu/${name}`]: '' })
      assert.is(E.isLeft(await emittedOf(project)), isRefused, name)
    })
})

test.run()
