import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import { outputFiles } from '../../../src/outside/files/files.ts'
import { temporaryBeside, temporaryOfStack } from '../../../src/outside/files/leftovers.ts'
import { withoutNested } from '../../../src/outside/files/nested.ts'
import { exists, isFolder, readBounded, readFilled } from '../../../src/outside/files/read-bounded.ts'
import { stackWriter } from '../../../src/outside/files/stack-writer.ts'

const test = suite<{ root: AbsolutePath; at: (path: string) => string }>('names and sizes of files')
test.before.each((place) => {
  place.root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-names-'))))
  place.at = (path) => join(place.root, path)
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

/** Files in the folder of a stack, and whether a sweep takes each for one of a process that is gone. */
const left: Readonly<Record<string, boolean>> = {
  '.main.tf.json.99999999999.tmp': true,
  '.REVIEW.md.99999999999.tmp': true,
  '.terraform.lock.hcl.99999999999.tmp': true,
  '.new-stack.99999999999.tmp': true,
  'a.main.tf.json.99999999999.tmp': false,
  'my.REVIEW.md.99999999999.tmp': false,
  '.main.tf.json.99999999999.tmp.txt': false,
  '.main.tf.json.099999999999.tmp': false,
  '.main.tf.json.0.tmp': false,
  '.main.tf.json..tmp': false,
  '.main_tf_json.99999999999.tmp': false,
  '.other.json.99999999999.tmp': false,
  'main.tf.json': false
}

test('a sweep takes its own temporary files alone, and no name that only holds one of them', async ({ root, at }) => {
  fs.mkdirSync(at('out/a-eu'), { recursive: true })
  for (const name of Object.keys(left)) fs.writeFileSync(at(`out/a-eu/${name}`), '')
  fs.writeFileSync(at('out/.main.tf.json.99999999999.tmp'), '')
  assert.equal(await outputFiles().sweep(root)(), E.right(undefined))
  const kept = Object.entries(left).flatMap(([name, isOurs]) => (isOurs ? [] : [name]))
  assert.equal(fs.readdirSync(at('out/a-eu')).toSorted(), kept.toSorted())
  assert.ok(fs.existsSync(at('out/.main.tf.json.99999999999.tmp')))
})

test('the temporary file of a process lies beside the file, under one dot', () => {
  assert.is(temporaryBeside('out/a/main.tf.json', 7), 'out/a/.main.tf.json.7.tmp')
  assert.is(temporaryBeside('out/a/.terraform.lock.hcl', 7), 'out/a/.terraform.lock.hcl.7.tmp')
  assert.is(temporaryOfStack(7), 'stacks/.new-stack.7.tmp')
})

test('2,000 folders below stacks/ are looked into, and a project with more is refused by the first that was not', async ({
  root,
  at
}) => {
  for (let index = 0; index < 1_999; index += 1)
    fs.mkdirSync(at(`stacks/f${String(index).padStart(4, '0')}`), { recursive: true })
  assert.equal(withoutNested(fs, root)(), E.right(undefined))
  fs.mkdirSync(at('stacks/g'))
  assert.equal(withoutNested(fs, root)(), E.left({ _tag: 'NestedProject', path: 'stacks/g' }))
})

test('of two projects in stacks/ the first by name is told, in any order in which the system lists', ({ root, at }) => {
  for (const name of ['b', 'a']) {
    fs.mkdirSync(at(`stacks/${name}/stacks`), { recursive: true })
    fs.writeFileSync(at(`stacks/${name}/stacks/x-eu.ts`), '')
  }
  const listed = fs.readdirSync as (...args: ReadonlyArray<unknown>) => Array<unknown>
  const backwards = (...args: ReadonlyArray<unknown>) => listed(...args).toReversed()
  for (const readdirSync of [listed, backwards])
    assert.equal(
      withoutNested({ ...fs, readdirSync: readdirSync as typeof fs.readdirSync }, root)(),
      E.left({ _tag: 'NestedProject', path: 'stacks/a/stacks' })
    )
})

test('a file of 4 MiB is read, one byte more is not, by either way', async ({ at }) => {
  const bytes = Buffer.alloc(4 * 1024 * 1024, 'a')
  fs.writeFileSync(at('file'), bytes)
  const read = async () => {
    const bounded = await readBounded('it', at('file'), 'follow')()
    return [
      E.isRight(bounded) && O.isSome(bounded.right) ? bounded.right.value.length : bounded,
      (await readFilled(at('file'))).length
    ]
  }
  assert.equal(await read(), [bytes.length, bytes.length])
  fs.appendFileSync(at('file'), 'a')
  const refusal = { what: 'it', cause: 'it is larger than 4194304 bytes' }
  assert.equal(await readBounded('it', at('file'), 'follow')(), E.left(refusal))
  const said = await readFilled(at('file')).then(String, (error: Error) => error.message)
  assert.is(said, refusal.cause)
})

test('what is there at the end of a link is told, and what is not', async ({ root, at }) => {
  fs.writeFileSync(at('file'), 'x')
  fs.symlinkSync('file', at('link'))
  fs.symlinkSync('nothing', at('broken'))
  for (const [name, isThere] of [
    ['file', true],
    ['link', true],
    ['broken', false],
    ['nothing', false]
  ] as const) {
    assert.equal(await exists(at(name))(), E.right(isThere), name)
    assert.equal(await isFolder(at(name))(), E.right(false), name)
  }
  assert.equal(await isFolder(root)(), E.right(true))
  assert.equal(await readBounded('it', at('link'), 'noLink')(), E.left({ what: 'it', cause: 'it is a symbolic link' }))
  assert.equal(await readBounded('it', at('nothing'), 'noLink')(), E.right(O.none))
  assert.equal(await readBounded('it', root, 'follow')(), E.left({ what: 'it', cause: 'it is not a regular file' }))
  const below = await readBounded('it', at('file/x'), 'follow')()
  assert.equal(below, E.left({ what: 'it', cause: 'ENOTDIR: not a directory' }))
})

test('a stack file is made with its folder, readable by all, and never replaced', async ({ root, at }) => {
  const { create } = stackWriter()
  const before = process.umask(0)
  try {
    assert.equal(await create(root, 'stacks/a-eu.ts', 'one')(), E.right(undefined))
  } finally {
    process.umask(before)
  }
  assert.is(fs.statSync(at('stacks/a-eu.ts')).mode & 0o777, 0o644)
  const again = await create(root, 'stacks/a-eu.ts', 'two')()
  assert.equal(E.isLeft(again) && again.left, {
    _tag: 'SystemRefused',
    action: 'write',
    path: 'stacks/a-eu.ts',
    code: 'EEXIST',
    message: 'EEXIST: file already exists'
  })
  assert.is(fs.readFileSync(at('stacks/a-eu.ts'), 'utf8'), 'one')
  assert.equal(fs.readdirSync(at('stacks')), ['a-eu.ts'])
  fs.rmSync(at('stacks'), { recursive: true })
  fs.writeFileSync(at('stacks'), '')
  const wrong = await create(root, 'stacks/a-eu.ts', 'x')()
  assert.equal(wrong, E.left({ _tag: 'WrongKind', path: 'stacks', expected: 'folder', found: 'regular file' }))
})

test('a folder stacks/ that cannot be made is told by its name', async ({ root, at }) => {
  const { mkdirSync } = fs
  const refused = (): never => {
    throw Object.assign(new Error('EROFS'), { code: 'EROFS', errno: -30 })
  }
  Object.assign(fs, { mkdirSync: refused })
  try {
    const failure = { _tag: 'SystemRefused', action: 'make', path: 'stacks', code: 'EROFS' }
    const message = 'EROFS: read-only file system'
    assert.equal(await stackWriter().create(root, 'stacks/a-eu.ts', 'x')(), E.left({ ...failure, message }))
  } finally {
    Object.assign(fs, { mkdirSync })
  }
  assert.not.ok(fs.existsSync(at('stacks')))
})

test('a stack file reaches its place after its bytes reached the disk, and no file stays open', async ({
  root,
  at
}) => {
  const { fsyncSync, linkSync, openSync } = fs
  const course: Array<string> = []
  const opened: Array<number> = []
  const noted = {
    openSync: (...args: Parameters<typeof openSync>) => {
      const descriptor = openSync(...args)
      opened.push(descriptor)
      return descriptor
    },
    fsyncSync: (descriptor: number) => {
      course.push(`on the disk: ${fs.readFileSync(at(`stacks/.new-stack.${process.pid}.tmp`), 'utf8')}`)
      fsyncSync(descriptor)
    },
    linkSync: (from: string, to: string) => {
      course.push(`in its place: ${fs.readFileSync(from, 'utf8')}`)
      linkSync(from, to)
    }
  }
  Object.assign(fs, noted)
  try {
    assert.equal(await stackWriter().create(root, 'stacks/a-eu.ts', 'one')(), E.right(undefined))
  } finally {
    Object.assign(fs, { openSync, fsyncSync, linkSync })
  }
  assert.equal(course, ['on the disk: one', 'in its place: one'])
  const own = opened.filter((descriptor) => {
    try {
      return fs.fstatSync(descriptor).ino === fs.statSync(at('stacks/a-eu.ts')).ino
    } catch {
      return false
    }
  })
  assert.equal([own, opened.length > 0], [[], true])
})

test('a disk that is full is told as such, and not as a file that is not there', async ({ root }) => {
  const { openSync } = fs
  const full = (): never => {
    throw Object.assign(new Error('ENOSPC: no space left on device, open'), { code: 'ENOSPC', errno: -28 })
  }
  Object.assign(fs, { openSync: full })
  try {
    const message = 'ENOSPC: no space left on device'
    assert.equal(
      await stackWriter().create(root, 'stacks/a-eu.ts', 'one')(),
      E.left({ _tag: 'SystemRefused', action: 'write', path: 'stacks/a-eu.ts', code: 'ENOSPC', message })
    )
  } finally {
    Object.assign(fs, { openSync })
  }
})

test('a file that another process puts in the place of a folder is told as what it is', async ({ root }) => {
  const mkdirSync = ((path: string) => {
    fs.writeFileSync(path, '')
    throw Object.assign(new Error('EEXIST: file already exists'), { code: 'EEXIST', errno: -17 })
  }) as typeof fs.mkdirSync
  assert.equal(
    await outputFiles({ ...fs, mkdirSync }).write(root, 'out/a-eu/main.tf.json', new Uint8Array())(),
    E.left({ _tag: 'WrongKind', path: 'out', expected: 'folder', found: 'regular file' })
  )
})

test.run()
