import * as E from 'fp-ts/lib/Either.js'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ReadObject, withObjects } from '../../../src/outside/git/objects.ts'
import { otherProjects } from '../../../src/outside/git/other-projects.ts'
import { gitRepository } from '../../../src/outside/git/repository.ts'
import { commitId } from '../../support/kinds.ts'
import { type Ending, startedBy } from '../../support/started-programs.ts'

const test = suite<{ root: string }>('objects as git gives them')

test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-objects-')))
  for (const name of ['bin', 'project']) mkdirSync(join(place.root, name))
  writeFileSync(join(place.root, 'bin/git'), '#!/bin/sh\n')
  chmodSync(join(place.root, 'bin/git'), 0o755)
})
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }))

const settingIn = (root: string, patienceMillis = 10_000) => ({
  variables: { PATH: join(root, 'bin') },
  patienceMillis
})

/** Uses objects of a git that behaves so. */
const using = async <A>(
  root: string,
  ending: Ending,
  use: (read: ReadObject) => Promise<A>,
  patienceMillis?: number
): Promise<unknown> => {
  let said: unknown
  await startedBy(
    () => ({ stays: true, ...ending }),
    async () => {
      said = await withObjects(settingIn(root, patienceMillis), join(root, 'project'), use)().catch(
        (error: unknown) => error
      )
    }
  )
  return said
}

/** The id of the blob that holds "abc", by `git hash-object`. */
const ID = 'f2ba8f84ab5c1bce84a7b441cb1959cfc7093b7f'
const blob: (read: ReadObject) => Promise<Buffer> = (read) => read(ID, 'blob')
const whole = `${ID} blob 3\nabc\n`

test('an object is asked for by its id, and given as its bytes; two are read one after the other', async ({ root }) => {
  const asked: Array<string> = []
  const answers = (line: string): string => {
    asked.push(line)
    return whole
  }
  const said = await using(root, { answers }, async (read) => [await blob(read), await blob(read)].map(String))
  assert.equal(said, E.right(['abc', 'abc']))
  assert.equal(asked, [ID, ID])
})

test('an object that comes in parts, cut anywhere, is given as its bytes, and so is the one behind it', async ({
  root
}) => {
  for (const parts of [
    [ID.slice(0, 9), `${ID.slice(9)} blob`, ' 3\na', 'b', 'c', '\n'],
    [whole.slice(0, -1), '\n'],
    [...whole]
  ]) {
    const said = await using(root, { answers: () => parts }, async (read) =>
      [await blob(read), await blob(read)].map(String)
    )
    assert.equal(said, E.right(['abc', 'abc']), parts.join('|'))
  }
})

const lacking = {
  cause: 'this repository does not have it',
  remedy: 'Fetch what is missing, or work in a whole clone: git fetch --refetch --no-filter'
}
const undocumented = { what: 'git cat-file', cause: 'an answer that git does not document' }
const LONGEST = 8 * 1024 * 1024

/** What git gives, and why the object is not taken. */
const refusals: Readonly<Record<string, readonly [ending: Ending, failure: object]>> = {
  'an object that is missing': [{ stdout: `${ID} missing\n` }, { what: `the object ${ID}`, ...lacking }],
  'one that git wanted to fetch': [
    { stderr: 'fatal: lazy fetching disabled\n', answers: () => 'x\n' },
    { what: 'an object of the commit', ...lacking }
  ],
  'one of a promisor remote': [
    { stderr: 'fatal: could not fetch it from promisor remote\n', answers: () => 'x\n' },
    { what: 'an object of the commit', ...lacking }
  ],
  'one of other bytes': [
    { stdout: `${ID} blob 3\nabd\n` },
    {
      what: `the object ${ID}`,
      cause: `it is not what its id says: its bytes are those of ${createHash('sha1').update('blob 3\0abd').digest('hex')}`,
      remedy: 'Find out with git fsck --full who changed the objects of this repository, and work in a new clone.'
    }
  ],
  'one that is too large': [
    { stdout: `${ID} blob ${LONGEST + 1}\n` },
    { what: `the object ${ID}`, cause: 'it is larger than 8388608 bytes' }
  ],
  'the largest one, cut off': [{ stdout: `${ID} blob ${LONGEST}\nabc\n`, answers: () => '', code: 0 }, undocumented],
  'another id': [{ stdout: whole.replace('f2', 'f3') }, undocumented],
  'a kind that git does not have': [{ stdout: `${ID} note 3\nabc\n` }, undocumented],
  'a size of sixteen digits': [{ stdout: `${ID} blob 1000000000000000\n` }, undocumented],
  'another line': [{ stdout: 'what?\n' }, undocumented],
  'a line without an end': [{ stdout: 'x'.repeat(1025) }, undocumented],
  'its own words': [
    { stdout: 'x\n', stderr: 'fatal: bad config\nhint: y\n' },
    { what: 'git cat-file', cause: 'fatal: bad config' }
  ]
}
for (const [what, [ending, failure]] of Object.entries(refusals))
  test(`of a git that gives ${what} a person reads why`, async ({ root }) => {
    // A git that waits for more than it was given ends with its input.
    const patience = what.endsWith('cut off') ? 300 : 10_000
    const said = await using(root, ending, blob, patience)
    const late = E.left({ what: 'git cat-file', cause: 'no answer within 0.3 seconds' })
    assert.equal(said, what.endsWith('cut off') ? late : E.left(failure))
  })

test('an object of another kind than was asked for is not taken', async ({ root }) => {
  const said = await using(root, { stdout: whole }, (read) => read(ID, 'tree'))
  assert.equal(said, E.left({ what: `the object ${ID}`, cause: 'it is a blob, not a tree' }))
})

test('a git that is too slow is ended, and said with how long it had', async ({ root }) => {
  const ended: Array<string> = []
  const said = await using(root, { ends: () => void ended.push('git') }, blob, 50)
  assert.equal(said, E.left({ what: 'git cat-file', cause: 'no answer within 0.05 seconds' }))
  assert.equal([...new Set(ended)], ['git'])
})

test('the git that gave objects is ended, also where their use failed', async ({ root }) => {
  for (const use of [blob, () => Promise.reject(new Error('of the use'))]) {
    const ended: Array<string> = []
    const said = await using(root, { stdout: whole, ends: () => void ended.push('git') }, use)
    assert.is(ended.length > 0, true)
    assert.is(said instanceof Error ? said.message : 'given', use === blob ? 'given' : 'of the use')
  }
})

test('a git that cannot be started is said in the words of the system', async ({ root }) => {
  const error = Object.assign(new Error('spawn /x/git EACCES'), { code: 'EACCES', errno: -13 })
  const said = await using(root, { error, stays: false }, blob)
  assert.equal(said, E.left({ what: 'git cat-file', cause: 'EACCES: permission denied' }))
})

const treeOf = (entries: ReadonlyArray<readonly [mode: string, name: string, id: string]>): Buffer =>
  Buffer.concat(entries.flatMap(([mode, name, id]) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]))
const COMMIT = 'c'.repeat(40)
const ROOT = 'a'.repeat(40)
const numbered = (index: number): string => index.toString(16).padStart(40, '0')

test('a commit of more folders than any organisation has is refused, and one folder less is not', async () => {
  const withFolders = (count: number): ReadObject => {
    const root = treeOf(Array.from({ length: count }, (_, index) => ['40000', `f${index}`, numbered(index)] as const))
    return (id) => Promise.resolve(id === COMMIT ? Buffer.from(`tree ${ROOT}\n`) : id === ROOT ? root : Buffer.alloc(0))
  }
  assert.equal(await otherProjects(withFolders(99_999), COMMIT, ''), [])
  const refused = await otherProjects(withFolders(100_000), COMMIT, '').catch((error: Error) => error.message)
  assert.is(refused, 'it has more than 100000 folders')
})

test('of many other projects ten are named, and the project itself is not one of them', async () => {
  const leaf = treeOf([['100644', 'main.tf.json', numbered(9)]])
  const project = treeOf([
    ['40000', 'out', numbered(2)],
    ['40000', 'stacks', numbered(3)]
  ])
  const trees = new Map([
    [numbered(1), project],
    [numbered(2), treeOf([['40000', 'a-eu', numbered(4)]])],
    [numbered(3), treeOf([['100644', 'a-eu.ts', numbered(9)]])],
    [numbered(4), leaf]
  ])
  const withProjects =
    (count: number): ReadObject =>
    (id) => {
      const names = Array.from({ length: count }, (_, index) => ['40000', `p${index + 10}`, numbered(1)] as const)
      const found = id === COMMIT ? Buffer.from(`tree ${ROOT}\n`) : id === ROOT ? treeOf(names) : trees.get(id)
      return Promise.resolve(found ?? Buffer.alloc(0))
    }
  const named = async (count: number, own: string) =>
    (await otherProjects(withProjects(count), COMMIT, own)).map(({ folder, stack }) => folder + stack)
  const first = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 10}/stacks/a-eu.ts`)
  assert.equal(await named(10, ''), first(10))
  assert.equal(await named(11, ''), first(10))
  assert.equal(await named(12, 'p10/'), first(11).slice(1))
  assert.equal(await named(3, 'p11/'), ['p10/stacks/a-eu.ts', 'p12/stacks/a-eu.ts'])
})

const idOf = (type: string, bytes: Buffer): string =>
  createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')

test('a commit of more files in stacks/ than a person could review is refused, and one file less is not', async ({
  root
}) => {
  const file = Buffer.from('export default 1\n')
  const filesIn = async (count: number): Promise<unknown> => {
    const stacks = treeOf(
      Array.from({ length: count }, (_, index) => ['100644', `s${index}.ts`, idOf('blob', file)] as const)
    )
    const top = treeOf([['40000', 'stacks', idOf('tree', stacks)]])
    const commit = Buffer.from(`tree ${idOf('tree', top)}\n\nx\n`)
    const objects = new Map(
      (
        [
          ['commit', commit],
          ['tree', top],
          ['tree', stacks],
          ['blob', file]
        ] as const
      ).map(([type, bytes]) => [idOf(type, bytes), [type, bytes] as const])
    )
    const answers = (id: string): Buffer => {
      const [type, bytes] = objects.get(id) ?? ['blob', Buffer.alloc(0)]
      return Buffer.concat([Buffer.from(`${id} ${type} ${bytes.length}\n`), bytes, Buffer.from('\n')])
    }
    let said: unknown
    await startedBy(
      () => ({ stays: true, answers }),
      async () => {
        const head = { commit: commitId(idOf('commit', commit)), folder: '' }
        const found = await gitRepository(settingIn(root, 60_000)).stackFiles(join(root, 'project') as never, head)()
        said = E.isLeft(found) ? found.left : found.right.length
      }
    )
    return said
  }
  assert.is(await filesIn(10_000), 10_000)
  assert.equal(await filesIn(10_001), { what: 'stacks', cause: 'the commit has more than 10000 files there' })
})

/** What git prints where it is asked for the commit or the index, and is not understood. */
const odd: Readonly<Record<string, ReadonlyArray<string>>> = {
  'git rev-parse': ['', 'x\n', '/top\n\n', '/top\n\nHEAD\n', `/top\n\n${COMMIT}`, `/top\n\n${COMMIT}\nmore\n`],
  'git ls-files': ['x\0', `100644 ${COMMIT} 0\0`, `100644 ${COMMIT} 4\ta.ts\0`, `100644 ${COMMIT} 0\ta.ts\0x\0`]
}
test('an answer that git does not document is refused by the command that gave it', async ({ root }) => {
  for (const [what, texts] of Object.entries(odd))
    for (const stdout of texts) {
      let said: unknown
      await startedBy(
        () => ({ stdout }),
        async () => {
          const repository = gitRepository(settingIn(root))
          const project = join(root, 'project') as never
          said = await (what === 'git ls-files' ? repository.staged(project, 'a.ts') : repository.head(project))()
        }
      )
      assert.equal(said, E.left({ ...undocumented, what }), JSON.stringify(stdout))
    }
})

test('what is staged is given by its mode and id, however often a path stands in the index', async ({ root }) => {
  const ask = async (stdout: string): Promise<unknown> => {
    let said: unknown
    await startedBy(
      () => ({ stdout }),
      async () => {
        said = await gitRepository(settingIn(root)).staged(join(root, 'project') as never, 'a.ts')()
      }
    )
    return said
  }
  const record = (mode: string, stage: number): string => `${mode} ${ID} ${stage}\ta.ts\0`
  assert.equal(await ask(''), E.right([]))
  assert.equal(await ask(record('100644', 0)), E.right([`100644 ${ID}`]))
  assert.equal(
    await ask([record('100644', 1), record('100755', 2), record('100644', 3)].join('')),
    E.right([`100644 ${ID}`, `100755 ${ID}`, `100644 ${ID}`])
  )
})

test.run()
