import * as E from 'fp-ts/lib/Either.js'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { type CreateCalls, createWhole } from '../../../src/outside/files/create-whole.ts'
import { stackWriter } from '../../../src/outside/files/stack-writer.ts'
import { checkout } from '../../../src/outside/tofu/checkout.ts'

type Context = { root: string; path: string; temporary: string }
const test = suite<Context>('a new file on a file system without hard links')

const own = { linkSync: fs.linkSync, renameSync: fs.renameSync }

test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-whole-')))
  context.path = join(context.root, 'a.ts')
  context.temporary = join(context.root, '.a.tmp')
})
test.after.each(({ root }) => {
  Object.assign(fs, own)
  fs.rmSync(root, { recursive: true, force: true })
})

const refusing = (code: string) => (): never => {
  throw Object.assign(new Error(`${code}: refused`), { code })
}

const without = (code: string): CreateCalls => ({ ...fs, linkSync: refusing(code) })

const codeOf = (call: () => void): unknown => {
  try {
    call()
    return 'no refusal'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

/** link(2), and what macOS and Windows answer for the same. */
for (const code of ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EXDEV']) {
  test(`where a link is refused with ${code}, the file is made`, ({ root, path, temporary }) => {
    createWhole(without(code), path, temporary, 'one')
    assert.equal([fs.readdirSync(root), fs.readFileSync(path, 'utf8')], [['a.ts'], 'one'])
    assert.is(fs.statSync(path).mode & 0o444, 0o444)
  })

  test(`where a link is refused with ${code}, nothing that lies there is replaced`, ({ root, path, temporary }) => {
    for (const lay of [
      () => fs.writeFileSync(path, 'old'),
      () => fs.mkdirSync(path),
      () => fs.symlinkSync(join(root, 'nowhere'), path)
    ]) {
      lay()
      const before = fs.lstatSync(path).ino
      assert.is(
        codeOf(() => createWhole(without(code), path, temporary, 'new')),
        'EEXIST'
      )
      assert.equal([fs.readdirSync(root), fs.lstatSync(path).ino], [['a.ts'], before])
      fs.rmSync(path, { recursive: true })
    }
  })
}

test('each other refusal of a link is told, and nothing is left', ({ root, path, temporary }) => {
  for (const code of ['EACCES', 'EIO', 'ENOSPC', 'EROFS', 'EEXIST', 'EDQUOT'])
    assert.is(
      codeOf(() => createWhole(without(code), path, temporary, 'one')),
      code
    )
  assert.equal(fs.readdirSync(root), [])
})

test('each call that fails on the way leaves nothing and is told', ({ root, path, temporary }) => {
  for (const call of ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync'] as const)
    assert.is(
      codeOf(() => createWhole({ ...without('EPERM'), [call]: refusing('EIO') }, path, temporary, 'one')),
      'EIO',
      call
    )
  assert.equal(fs.readdirSync(root), [])
})

test('no moment shows a part of the file, and its bytes are on the disk before it has its name', ({
  path,
  temporary
}) => {
  const seen: Array<string> = []
  const look = (): void => void (fs.existsSync(path) && seen.push(fs.readFileSync(path, 'utf8')))
  let flushed = ''
  const calls: CreateCalls = {
    ...without('ENOTSUP'),
    writeFileSync: (...args) => {
      fs.writeFileSync(...args)
      look()
    },
    fsyncSync: (descriptor) => {
      fs.fsyncSync(descriptor)
      flushed = fs.readFileSync(temporary, 'utf8')
      look()
    },
    renameSync: (from, to) => {
      look()
      assert.is(flushed, 'the whole')
      fs.renameSync(from, to)
      look()
    }
  }
  createWhole(calls, path, temporary, 'the whole')
  assert.equal(seen, ['', 'the whole'])
})

test('what a killed run left under the temporary name is replaced', ({ root, path, temporary }) => {
  fs.writeFileSync(temporary, 'a part')
  createWhole(fs, path, temporary, 'one')
  assert.equal([fs.readdirSync(root), fs.readFileSync(path, 'utf8')], [['a.ts'], 'one'])
})

test('a stack file and a lock file are both made there, and a second time refused', async ({ root }) => {
  fs.mkdirSync(join(root, 'out/a'), { recursive: true })
  Object.assign(fs, { linkSync: refusing('EPERM') })
  const project = absolutePath(root)
  const lock = 'out/a/.terraform.lock.hcl'
  assert.equal(await stackWriter().create(project, 'stacks/a-eu.ts', 'one')(), E.right(undefined))
  assert.ok(E.isLeft(await stackWriter().create(project, 'stacks/a-eu.ts', 'two')()))
  assert.equal(await checkout().create(project, lock, Buffer.from('one'))(), E.right(true))
  assert.equal(await checkout().create(project, lock, Buffer.from('two'))(), E.right(false))
  assert.equal(
    ['stacks/a-eu.ts', lock].map((path) => fs.readFileSync(join(root, path), 'utf8')),
    ['one', 'one']
  )
})

test.run()
