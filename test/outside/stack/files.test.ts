import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sourcesRead, stackFile, stackFiles } from '../../../src/outside/stack/files.ts'

const test = suite<{ root: string }>('the files of stacks/')
test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-stacks-')))
  fs.mkdirSync(join(context.root, 'stacks'))
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const write = (root: string, path: string, text = ''): void => {
  fs.mkdirSync(dirname(join(root, path)), { recursive: true })
  fs.writeFileSync(join(root, path), text)
}
/** What a path of the project is: the text that was read, or what blocks it. */
const seen = (root: string, path: string): string => {
  const file = stackFile(stackFiles(root), path)
  return file._tag === 'Read' ? file.text : file.actual
}

const TOO_MUCH = 'stacks/ holds more than 20000 names or 64 MiB'

test('twenty thousand names are read, and one more is too many, also in a folder', ({ root }) => {
  write(root, 'stacks/a.ts', 'read')
  fs.mkdirSync(join(root, 'stacks/b'))
  for (let index = 0; index < 19_998; index += 1) fs.writeFileSync(join(root, `stacks/b/${index}`), '')
  assert.is(seen(root, 'stacks/a.ts'), 'read')
  write(root, 'stacks/b/more')
  assert.is(seen(root, 'stacks/a.ts'), TOO_MUCH)
  assert.equal([...stackFiles(root).keys()], ['stacks'])
})

test('a file of 256 KiB is read, and one of a byte more is not', ({ root }) => {
  write(root, 'stacks/a.ts', 'x'.repeat(262_144))
  write(root, 'stacks/b.ts', 'x'.repeat(262_145))
  assert.is(seen(root, 'stacks/a.ts').length, 262_144)
  assert.is(seen(root, 'stacks/b.ts'), 'a file of 262145 bytes')
})

test('64 MiB are read, of which each file counts once; a byte more is too much', ({ root }) => {
  const text = 'x'.repeat(262_144)
  for (let index = 0; index < 256; index += 1) write(root, `stacks/${index}.ts`, text)
  fs.symlinkSync('0.ts', join(root, 'stacks/link.ts'))
  assert.is(seen(root, 'stacks/255.ts').length, 262_144)
  write(root, 'stacks/more.ts', 'x')
  assert.is(seen(root, 'stacks/255.ts'), TOO_MUCH)
})

test('a link leads within stacks/, and counts as none where a commit is compared', ({ root }) => {
  write(root, 'stacks/a.ts', 'a')
  write(root, 'elsewhere/b.ts', 'b')
  write(root, 'stacks-b/c.ts', 'c')
  fs.symlinkSync('a.ts', join(root, 'stacks/link.ts'))
  fs.symlinkSync('../elsewhere/b.ts', join(root, 'stacks/out.ts'))
  fs.symlinkSync('../stacks-b/c.ts', join(root, 'stacks/near.ts'))
  fs.symlinkSync('nothing.ts', join(root, 'stacks/lost.ts'))
  assert.is(seen(root, 'stacks/link.ts'), 'a')
  for (const name of ['out', 'near']) assert.is(seen(root, `stacks/${name}.ts`), 'it leads out of stacks/')
  assert.not.match(seen(root, 'stacks/lost.ts'), /^a$/)
  const read = sourcesRead(stackFiles(root))
  assert.equal(read.get('stacks/link.ts'), E.left('it is a link to stacks/a.ts'))
  assert.equal(read.get('stacks/out.ts'), E.left('it leads out of stacks/'))
  assert.ok(E.isRight(read.get('stacks/a.ts') ?? E.left('not read')))
})

test('links of folders in a circle end, and what lies beside them is read', ({ root }) => {
  write(root, 'stacks/shared/a.ts', 'a')
  write(root, 'stacks/shared/deep/b.ts', 'b')
  fs.symlinkSync('..', join(root, 'stacks/shared/deep/up'))
  fs.symlinkSync('.', join(root, 'stacks/shared/itself'))
  assert.is(seen(root, 'stacks/shared/a.ts'), 'a')
  assert.equal([...stackFiles(root).keys()].toSorted(), ['stacks/shared/a.ts', 'stacks/shared/deep/b.ts'])
})

test('other things than files of TypeScript are not read, and named for what they are', ({ root }) => {
  write(root, 'stacks/folder.ts/a', 'a')
  write(root, 'stacks/node_modules/b.ts', 'b')
  write(root, 'stacks/c.js', 'c')
  fs.writeFileSync(join(root, 'stacks/bytes.ts'), Buffer.from([0xff, 0xfe]))
  assert.is(seen(root, 'stacks/folder.ts'), 'it is not a file')
  assert.is(seen(root, 'stacks/bytes.ts'), 'bytes that are not UTF-8')
  assert.is(seen(root, 'out/a.ts'), 'it leads out of stacks/')
  const absent = stackFile(stackFiles(root), 'stacks/d.ts')
  assert.equal(absent._tag === 'Refused' && absent.isAbsent, true)
  assert.equal([...stackFiles(root).keys()].toSorted(), ['stacks/bytes.ts', 'stacks/folder.ts'])
  assert.equal([...stackFiles(join(root, 'nowhere'))], [])
})

test.run()
