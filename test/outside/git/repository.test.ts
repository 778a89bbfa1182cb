import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import { gitRepository } from '../../../src/outside/git/repository.ts'
import { type Files, type Place, asked, commitOf, giving, placeOfGit, removePlace, wayOutOf } from './double.ts'

const test = suite<{ place: Place }>('the repository, as git gives it')
test.before.each((context) => {
  context.place = placeOfGit()
})
test.after.each(({ place }) => removePlace(place))

const made = commitOf({ 'stacks/a-eu.ts': '' })

/** What is taken for the head, where git names these places for a project. */
const headOf = (place: Place, top: string, folder: string, project: AbsolutePath = place.project) =>
  asked(
    ([name]) => (name === 'cat-file' ? giving(made.objects) : { stdout: `${top}\n${folder}\n${made.commit}\n` }),
    () => gitRepository(place.setting).head(project)()
  )

test('the head is asked for once, and its commit is read before it is taken', async ({ place }) => {
  const { said, commands } = await headOf(place, place.project, '')
  assert.equal(said, E.right({ commit: made.commit, folder: '' }))
  assert.equal(commands, [
    ['rev-parse', '--show-toplevel', '--show-prefix', '--verify', '--end-of-options', 'HEAD'],
    ['cat-file', '--batch']
  ])
  const lacking = await asked(
    ([name]) => (name === 'cat-file' ? giving(new Map()) : { stdout: `${place.project}\n\n${made.commit}\n` }),
    () => gitRepository(place.setting).head(place.project)()
  )
  assert.is(E.isLeft(lacking.said) && lacking.said.left.what, `the object ${made.commit}`)
})

test('a project in a folder of a work tree, or behind a link to it, lies where git says', async ({ place }) => {
  const inner = absolutePath(join(place.project, 'in'))
  symlinkSync(inner, join(place.root, 'link'))
  for (const project of [inner, absolutePath(join(place.root, 'link'))])
    assert.equal(
      (await headOf(place, place.project, 'in/', project)).said,
      E.right({ commit: made.commit, folder: 'in/' })
    )
})

test('a work tree that is set to another folder, or that has no git, is refused', async ({ place }) => {
  const elsewhere = E.left({
    what: 'git rev-parse',
    cause: 'the work tree of this repository is set to another folder'
  })
  mkdirSync(join(place.root, 'other/.git'), { recursive: true })
  for (const [top, folder] of [
    [join(place.root, 'other'), ''],
    [place.project, 'in/'],
    [place.root, 'project/']
  ] as const)
    assert.equal((await headOf(place, top, folder)).said, elsewhere, `${top} ${folder}`)
  rmSync(join(place.project, '.git'), { recursive: true })
  assert.equal((await headOf(place, place.project, '')).said, elsewhere)
})

const inCommit = async <A>(
  place: Place,
  files: Files,
  use: (repository: ReturnType<typeof gitRepository>, commit: typeof made.commit) => () => Promise<A>
): Promise<A> => {
  const { commit, objects } = commitOf(files)
  return (await asked(() => giving(objects), use(gitRepository(place.setting), commit))).said
}

const noRegular = (what: string, mode: string, belongs: 'file' | 'folder' = 'file') =>
  E.left({
    what,
    cause: `what is committed there is not a regular file (its mode is ${mode})`,
    remedy: wayOutOf(what, belongs)
  })

test('a file is given by its entry and its bytes, below the folder of the project', async ({ place }) => {
  const files: Files = {
    'in/stacks/a.ts': 'export default 1\n',
    'in/stacks/run.ts': ['100755', 'x'],
    'in/stacks/link.ts': ['120000', 'a.ts'],
    'in/stacks/module': ['160000', ''],
    'stacks/a.ts': 'of another'
  }
  const read = async (path: string) => {
    const found = await inCommit(place, files, (of, commit) =>
      of.committed(place.project, { commit, folder: 'in/' }, path)
    )
    return E.isLeft(found)
      ? found
      : O.isNone(found.right)
        ? 'none'
        : { ...found.right.value, bytes: String(found.right.value.bytes) }
  }
  // git hash-object of these texts.
  const entry = '100644 b0d35f3a137a785de29c84dca38135f2b4c0cdc5'
  const found = await read('stacks/a.ts')
  assert.is(typeof found === 'object' && 'bytes' in found && found.bytes, 'export default 1\n')
  assert.is(typeof found === 'object' && 'entry' in found && found.entry, entry)
  assert.equal(await read('stacks/run.ts'), { entry: '100755 c1b0730e0133447badcfd47fd144e254807b06e1', bytes: 'x' })
  for (const path of ['stacks/b.ts', 'nowhere/a.ts', 'stacks/a.ts/b']) assert.is(await read(path), 'none', path)
  assert.equal(await read('stacks'), noRegular('stacks', '40000'))
  assert.equal(await read('stacks/link.ts'), noRegular('stacks/link.ts', '120000'))
  assert.equal(await read('stacks/module'), noRegular('stacks/module', '160000'))
  for (const [path, mode] of [
    ['stacks/link.ts', '120000'],
    ['stacks/module', '160000']
  ] as const)
    assert.equal(
      await read(`${path}/deep/a.ts`),
      E.left({
        what: path,
        cause: `what is committed there is not a folder (its mode is ${mode}), and git keeps nothing behind it`,
        remedy: wayOutOf(path, 'folder')
      })
    )
})

const stackFilesOf = async (place: Place, files: Files, folder = '') => {
  const found = await inCommit(place, files, (of, commit) => of.stackFiles(place.project, { commit, folder }))
  return E.isLeft(found)
    ? found
    : found.right.map(({ path, entry, bytes }) => `${path} ${entry.slice(0, 6)} ${String(bytes)}`)
}

test('every TypeScript file below stacks/ is given, in the order of its path', async ({ place }) => {
  const files: Files = {
    'in/stacks/～.ts': '2',
    'in/stacks/😀.ts': '1',
    'in/stacks/README.md': 'no stack',
    'in/stacks/a.ts.txt': 'no stack',
    'in/stacks/shared/deep/tags.ts': ['100755', 'tags'],
    'stacks/b.ts': 'of another project'
  }
  assert.equal(await stackFilesOf(place, files, 'in/'), [
    'stacks/shared/deep/tags.ts 100755 tags',
    'stacks/😀.ts 100644 1',
    'stacks/～.ts 100644 2'
  ])
  assert.equal(await stackFilesOf(place, { 'out/x': '' }), [])
  assert.equal(await stackFilesOf(place, { stacks: 'a file' }), noRegular('stacks', '100644', 'folder'))
  for (const mode of ['120000', '160000'])
    for (const name of ['linked', 'inner/linked.ts'])
      assert.equal(
        await stackFilesOf(place, { 'stacks/a.ts': '', [`stacks/${name}`]: [mode, '/etc'] }),
        noRegular(`stacks/${name}`, mode)
      )
})

for (const [folder, where] of [
  ['stacks/inner/', 'stacks'],
  ['stacks/', 'stacks'],
  ['a/stacks/b/c/', 'a/stacks'],
  ['a/stacks/b/stacks/c/', 'a/stacks/b/stacks']
] as const)
  test(`a project in ${folder} is refused where ${where} has the stacks of another`, async ({ place }) => {
    const files = { [`${where}/outer-eu.ts`]: '', [`${folder}stacks/inner-eu.ts`]: '' }
    assert.equal(
      await stackFilesOf(place, files, folder),
      E.left({ what: where, cause: 'it holds the stacks of another project, and this one lies in it' })
    )
    const without = { [`${where}/README.md`]: '', [`${folder}stacks/inner-eu.ts`]: '' }
    assert.equal(await stackFilesOf(place, without, folder), ['stacks/inner-eu.ts 100644 '])
  })

for (const folder of ['haystacks/inner/', 'my-stacks/inner/', 'stacks-of-us/inner/', 'Stacks/inner/', 'a/stacks2/b/'])
  test(`a project in ${folder} is taken, which is only named like a folder of stacks`, async ({ place }) => {
    const files = { [`${folder.split('/').slice(0, -2).join('/')}/tool.ts`]: '', [`${folder}stacks/a.ts`]: '' }
    assert.equal(await stackFilesOf(place, files, folder), ['stacks/a.ts 100644 '])
  })

test('other projects are those of the same commit, beside the one that is judged', async ({ place }) => {
  const stack = (at: string): Files => ({ [`${at}stacks/a.ts`]: '', [`${at}out/a/main.tf.json`]: '{}' })
  const files: Files = {
    ...stack(''),
    ...stack('test/project/'),
    ...stack('b/'),
    ...stack('ä/c/'),
    'no/stacks/a.ts': '',
    'other/stacks/a.ts': '',
    'other/out/b/main.tf.json': '',
    'page/stacks/a.ts': '',
    'page/out/a/REVIEW.md': '',
    'link/stacks/a.ts': ['120000', 'x'],
    'link/out/a/main.tf.json': '',
    'text/stacks/a.md': '',
    'text/out/a/main.tf.json': ''
  }
  const of = (folder: string) =>
    inCommit(place, files, (repository, commit) => repository.otherProjects(place.project, { commit, folder }))
  const [b, ä] = [
    { folder: 'b/', stack: 'stacks/a.ts' },
    { folder: 'ä/c/', stack: 'stacks/a.ts' }
  ]
  const own = { folder: 'test/project/', stack: 'stacks/a.ts' }
  assert.equal(await of(''), E.right([b, ä]))
  assert.equal(await of('b/'), E.right([{ folder: '', stack: 'stacks/a.ts' }, own, ä]))
  assert.equal(await of('ä/c/'), E.right([{ folder: '', stack: 'stacks/a.ts' }, b, own]))
})

test('what is staged is asked for by its path alone', async ({ place }) => {
  const { commands } = await asked(
    () => ({ stdout: '' }),
    () => gitRepository(place.setting).staged(place.project, '-x.ts')()
  )
  assert.equal(commands, [['ls-files', '--stage', '-z', '--', '-x.ts']])
})

test.run()
