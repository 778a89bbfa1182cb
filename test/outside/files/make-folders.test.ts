import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type FolderCalls, makeFolders } from '../../../src/outside/files/make-folders.ts'

const test = suite<{ root: string }>('folders that are made with those above them')
test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-folders-')))
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const refused = (code: string): never => {
  throw Object.assign(new Error(code), { code })
}

const codeOf = async (run: Promise<void>): Promise<string> => {
  try {
    await run
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return 'nothing'
}

test('have these rights each, and those that are there keep theirs', async ({ root }) => {
  fs.mkdirSync(join(root, 'there'), { mode: 0o755 })
  await makeFolders(join(root, 'there/a/b'), 0o700)
  await makeFolders(join(root, 'there/a/b'), 0o755)
  assert.equal(
    ['there', 'there/a', 'there/a/b'].map((path) => fs.statSync(join(root, path)).mode & 0o777),
    [0o755, 0o700, 0o700]
  )
})

test('are entered through a link, and are not made where a file stands', async ({ root }) => {
  fs.mkdirSync(join(root, 'there'))
  fs.symlinkSync(join(root, 'there'), join(root, 'link'))
  await makeFolders(join(root, 'link/a'), 0o700)
  assert.ok(fs.statSync(join(root, 'there/a')).isDirectory())
  fs.writeFileSync(join(root, 'file'), '')
  assert.is(await codeOf(makeFolders(join(root, 'file'), 0o700)), 'EEXIST')
  assert.is(await codeOf(makeFolders(join(root, 'file/a'), 0o700)), 'ENOTDIR')
})

/** A disk as the system answers of it: what is missing first, then what it does not let be made. Source: mkdir(2). */
const diskThat = (code: string): FolderCalls => ({
  stat: fs.promises.stat,
  mkdir: async (path) => refused(fs.existsSync(dirname(path)) ? code : 'ENOENT')
})

for (const code of ['EROFS', 'EACCES', 'ENOSPC', 'EDQUOT'])
  test(`that the system refuses with ${code} are told so, however many are missing`, async ({ root }) => {
    for (const path of ['a', 'a/b', 'a/b/c/d'])
      assert.is(await codeOf(makeFolders(join(root, path), 0o700, diskThat(code))), code)
  })

test('end where even the root is missing', async () => {
  const calls: FolderCalls = { stat: fs.promises.stat, mkdir: async () => refused('ENOENT') }
  assert.is(await codeOf(makeFolders('/a/b', 0o700, calls)), 'ENOENT')
})

test.run()
