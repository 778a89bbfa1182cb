import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { workingDirectory } from '../../../src/outside/tofu/checkout.ts'

const test = suite('reading a working directory')

const { list, read } = workingDirectory()
const inFolder = async (use: (root: AbsolutePath) => Promise<void>): Promise<void> => {
  const root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-read-'))))
  try {
    fs.mkdirSync(join(root, 'out/x'), { recursive: true })
    await use(root)
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}
const cause = (seen: E.Either<{ readonly cause: string }, unknown>): string =>
  E.isLeft(seen) ? seen.left.cause : 'it was read'

test('lists each name with its kind, in their order', async () => {
  await inFolder(async (root) => {
    const at = (name: string): string => join(root, 'out/x', name)
    fs.writeFileSync(at('b'), '')
    fs.mkdirSync(at('a'))
    fs.symlinkSync('b', at('c'))
    const kinds = { a: 'folder', b: 'regular file', c: 'symbolic link' }
    assert.equal(
      await list(root, 'out/x')(),
      E.right(O.some(Object.entries(kinds).map(([name, kind]) => ({ name, kind }))))
    )
  })
})

test('says none where nothing is', async () => {
  await inFolder(async (root) => {
    assert.equal(await list(root, 'out/y')(), E.right(O.none))
    assert.equal(await read(root, 'out/x/f')(), E.right(O.none))
    assert.equal(await read(root, 'out/y/f')(), E.right(O.none))
  })
})

test('reads every byte, up to the limit', async () => {
  await inFolder(async (root) => {
    const bytes = Uint8Array.from({ length: 4 * 1024 * 1024 }, (_, index) => index % 251)
    fs.writeFileSync(join(root, 'out/x/f'), bytes)
    const seen = await read(root, 'out/x/f')()
    assert.ok(E.isRight(seen) && O.isSome(seen.right) && Buffer.compare(seen.right.value, bytes) === 0)
    fs.appendFileSync(join(root, 'out/x/f'), '.')
    assert.match(cause(await read(root, 'out/x/f')()), /larger than 4194304 bytes/)
  })
})

const wrong: Readonly<Record<string, readonly [make: (path: string) => void, cause: RegExp]>> = {
  'a link': [(path) => fs.symlinkSync('/etc/hostname', path), /symbolic link/],
  'a link to nothing': [(path) => fs.symlinkSync('/nonexistent', path), /symbolic link/],
  'a folder': [(path) => fs.mkdirSync(path), /not a regular file/]
}
for (const [what, [make, said]] of Object.entries(wrong))
  test(`does not read ${what}`, async () => {
    await inFolder(async (root) => {
      make(join(root, 'out/x/f'))
      assert.match(cause(await read(root, 'out/x/f')()), said)
    })
  })

test('follows no link on the way', async () => {
  await inFolder(async (root) => {
    fs.writeFileSync(join(root, 'out/x/f'), '')
    fs.renameSync(join(root, 'out/x'), join(root, 'y'))
    fs.symlinkSync('../y', join(root, 'out/x'))
    assert.match(cause(await list(root, 'out/x')()), /symbolic link/)
    assert.match(cause(await read(root, 'out/x/f')()), /symbolic link/)
  })
})

test('a file in place of a folder is a failure', async () => {
  await inFolder(async (root) => {
    fs.writeFileSync(join(root, 'out/x/f'), '')
    assert.match(cause(await list(root, 'out/x/f')()), /regular file, not a folder/)
  })
})

test.run()
