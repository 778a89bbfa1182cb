import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { gitHistory } from '../../../src/outside/git/history.ts'
import type { Ending } from '../../support/started-programs.ts'
import {
  type Files,
  type Place,
  asked,
  commitOf,
  giving,
  placeOfGit,
  removePlace,
  wayOutOf,
  wayOutOfNoStack
} from './double.ts'

const test = suite<{ place: Place }>('the history of a repository, as git gives it')
test.before.each((context) => {
  context.place = placeOfGit()
})
test.after.each(({ place }) => removePlace(place))

const { commit, objects } = commitOf({ 'stacks/a-eu.ts': '' })

/** A git that answers to each command by its name; one that is not named here fails without a word. */
const answering =
  (place: Place, answers: Readonly<Record<string, Ending>>) =>
  ([name = '']: ReadonlyArray<string>): Ending =>
    answers[name] ??
    (name === 'cat-file'
      ? giving(objects)
      : name === 'rev-parse'
        ? { stdout: `${place.project}\n\n${commit}\n` }
        : { code: 3 })

test('a commit is asked for by its name alone, which is never an option, and as a commit', async ({ place }) => {
  const { said, commands } = await asked(answering(place, {}), () =>
    gitHistory(place.setting).commit(place.project, '--all')()
  )
  assert.equal(said, E.right({ commit, folder: '' }))
  assert.equal(commands, [
    ['rev-parse', '--show-toplevel', '--show-prefix', '--verify', '--end-of-options', '--all^{commit}'],
    ['cat-file', '--batch']
  ])
})

/** What git says of a name that it does not have. Source: Git, po/, "rev-parse" and "revision". */
const unknown = [
  'fatal: Needed a single revision',
  "fatal: ambiguous argument 'x': unknown revision or path not in the working tree.",
  "fatal: bad revision 'x'",
  'fatal: malformed object name x'
]
test('a name that no commit has is said with what to name, and every other word of git is kept', async ({ place }) => {
  const nameless = {
    what: "the commit 'v2'",
    cause: 'this clone has none of that name',
    remedy: 'Name a commit, a branch or a tag; fetch it first where only the remote has it.'
  }
  const ask = async (stderr: string) =>
    (
      await asked(answering(place, { 'rev-parse': { code: 128, stderr } }), () =>
        gitHistory(place.setting).commit(place.project, 'v2')()
      )
    ).said
  for (const words of unknown) assert.equal(await ask(words), E.left(nameless), words)
  const other = 'fatal: not a git repository'
  assert.equal(await ask(other), E.left({ what: 'git rev-parse', cause: other }))
})

/** The branches that a clone has, in the order of git, and the main one of them with the name that is said. */
const mains: ReadonlyArray<readonly [refs: ReadonlyArray<string>, ref: string, name: string]> = [
  [['heads/main', 'heads/master', 'remotes/origin/HEAD', 'remotes/origin/main'], 'remotes/origin/HEAD', 'origin/HEAD'],
  [
    ['heads/main', 'heads/master', 'remotes/origin/main', 'remotes/origin/master'],
    'remotes/origin/main',
    'origin/main'
  ],
  [['heads/main', 'heads/master', 'remotes/origin/master'], 'remotes/origin/master', 'origin/master'],
  [['heads/main', 'heads/master'], 'heads/main', 'main'],
  [['heads/master'], 'heads/master', 'master']
]
for (const [refs, ref, name] of mains)
  test(`of ${refs.length} branches from ${refs[0]} on, ${name} is the main one`, async ({ place }) => {
    const answers = {
      'for-each-ref': { stdout: refs.map((one) => `refs/${one}\n`).join('') },
      'merge-base': { stdout: `${commit}\n` }
    }
    const { said, commands } = await asked(answering(place, answers), () =>
      gitHistory(place.setting).mergeBase(place.project)()
    )
    assert.equal(said, E.right({ base: { commit, folder: '' }, branch: name }))
    const known = ['remotes/origin/HEAD', 'remotes/origin/main', 'remotes/origin/master', 'heads/main', 'heads/master']
    assert.equal(commands, [
      ['for-each-ref', '--format=%(refname)', ...known.map((one) => `refs/${one}`)],
      ['merge-base', 'HEAD', `refs/${ref}`],
      ['rev-parse', '--show-toplevel', '--show-prefix', '--verify', '--end-of-options', commit],
      ['cat-file', '--batch']
    ])
  })

const apart = {
  what: 'git merge-base',
  cause: 'HEAD and the main branch have no commit in common here',
  remedy: 'Fetch the whole history (git fetch --unshallow), or name what to compare with: npm run review -- COMMIT'
}

/** What git answers where a base is missing, and what a person is told. */
const noBases: Readonly<Record<string, readonly [answers: Readonly<Record<string, Ending>>, failure: object]>> = {
  'no main branch': [
    { 'for-each-ref': { stdout: '\n' } },
    {
      what: 'the main branch',
      cause: 'none of these branches exists: origin/main, main, origin/master, master',
      remedy:
        'Fetch it (git fetch origin main:refs/remotes/origin/main), or name what to compare with: npm run review -- COMMIT'
    }
  ],
  'two histories that are apart': [
    { 'for-each-ref': { stdout: 'refs/heads/main\n' }, 'merge-base': { code: 1 } },
    apart
  ],
  'no id': [{ 'for-each-ref': { stdout: 'refs/heads/main\n' }, 'merge-base': { stdout: '\n' } }, apart],
  'a branch that is broken': [
    { 'for-each-ref': { stdout: 'refs/heads/main\n' }, 'merge-base': { code: 128, stderr: 'fatal: bad object' } },
    { what: 'git merge-base', cause: 'fatal: bad object' }
  ],
  'another ending without a word': [
    { 'for-each-ref': { stdout: 'refs/heads/main\n' }, 'merge-base': { code: 2 } },
    { what: 'git merge-base', cause: 'it ended with 2' }
  ]
}
for (const [what, [answers, failure]] of Object.entries(noBases))
  test(`a base that is not there is told as ${what}`, async ({ place }) => {
    const { said } = await asked(answering(place, answers), () => gitHistory(place.setting).mergeBase(place.project)())
    assert.equal(said, E.left(failure))
  })

const emittedOf = async (place: Place, files: Files, folder = '') => {
  const made = commitOf(files)
  const { said } = await asked(
    () => giving(made.objects),
    () => gitHistory(place.setting).emitted(place.project, { commit: made.commit, folder })()
  )
  return E.isLeft(said) ? said : E.right(said.right.map((one) => ({ ...one, bytes: String(one.bytes) })))
}

test('emitted: each folder of out/ that has a main.tf.json, with its page and with what else lies there', async ({
  place
}) => {
  const files: Files = {
    'in/out/a/main.tf.json': ['100755', '{"a":1}'],
    'in/out/a/z.tf': '',
    'in/out/a/café.txt': '',
    'in/out/a-eu/main.tf.json': '{"b":1}',
    'in/out/a-eu/REVIEW.md': '# b',
    'in/out/a-eu/.terraform.lock.hcl': '# lock',
    'in/out/b/REVIEW.md': '# left over',
    'in/out/d/main.tf.json': '{}',
    'in/out/d/REVIEW.md': ['120000', 'elsewhere'],
    'in/out/notes.txt': 'a file beside the folders',
    'stacks/x.ts': ''
  }
  assert.equal(
    await emittedOf(place, files, 'in/'),
    E.right([
      { stack: 'a', bytes: '{"a":1}', hasPage: false, others: ['café.txt', 'z.tf'] },
      { stack: 'a-eu', bytes: '{"b":1}', hasPage: true, others: [] },
      { stack: 'd', bytes: '{}', hasPage: false, others: [] }
    ])
  )
  assert.equal(await emittedOf(place, files), E.right([]), 'a project that the commit does not have')
})

const noRegular = (what: string, mode: string) => ({
  what,
  cause: `what is committed there is not a regular file (its mode is ${mode})`,
  remedy: wayOutOf(what, what === 'out' ? 'folder' : 'file')
})
/** What a commit has in out/ that no review may pass over. */
const refused: Readonly<Record<string, readonly [files: Files, failure: object]>> = {
  'a file in the place of out': [{ out: 'x' }, noRegular('out', '100644')],
  'a link in the place of a folder': [{ 'out/a-eu': ['120000', 'b-eu'] }, noRegular('out/a-eu', '120000')],
  'a link in the place of an emitted file': [
    { 'out/a-eu/main.tf.json': ['120000', 'x'] },
    noRegular('out/a-eu/main.tf.json', '120000')
  ],
  'a folder in the place of an emitted file': [
    { 'out/a-eu/main.tf.json/x': '' },
    noRegular('out/a-eu/main.tf.json', '40000')
  ],
  'another file that OpenTofu would read': [
    { 'out/a-eu/c.txt': '', 'out/a-eu/b.tofu.json': '' },
    { what: 'out/a-eu', cause: 'it has no main.tf.json, but b.tofu.json, c.txt', remedy: wayOutOfNoStack('out/a-eu') }
  ]
}
for (const [what, [files, failure]] of Object.entries(refused))
  test(`emitted: ${what} is refused`, async ({ place }) => {
    assert.equal(await emittedOf(place, files), E.left(failure))
  })

test('emitted: each ending that OpenTofu reads counts, and no other', async ({ place }) => {
  for (const name of ['a.tf', 'a.tf.json', 'a.tofu', 'a.tofu.json'])
    assert.ok(E.isLeft(await emittedOf(place, { [`out/a-eu/${name}`]: '' })), name)
  for (const name of ['a.tf.json.txt', 'a.tfvars', 'atf', 'a.tojson', 'a.tfofu', 'a.tf.jso', 'a.json'])
    assert.equal(await emittedOf(place, { [`out/a-eu/${name}`]: '' }), E.right([]), name)
})

test.run()
