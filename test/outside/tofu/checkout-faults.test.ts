import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outputFiles } from '../../../src/outside/files/files.ts'
import { checkout } from '../../../src/outside/tofu/checkout.ts'

type Context = { root: AbsolutePath; folder: string }
const test = suite<Context>("putting init's lock file into the checkout")

const { openSync, writeFileSync, fsyncSync, linkSync } = fs
const LOCK = 'out/staging-eu/.terraform.lock.hcl'
const BYTES = new TextEncoder().encode('# a lock file\n'.repeat(1_000))

test.before.each((context) => {
  context.root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-create-'))))
  context.folder = join(context.root, 'out/staging-eu')
  fs.mkdirSync(context.folder, { recursive: true })
})
test.after.each(({ root }) => {
  Object.assign(fs, { openSync, writeFileSync, fsyncSync, linkSync })
  fs.rmSync(root, { recursive: true, force: true })
})

const refused = () => Object.assign(new Error("ENOSPC: x, write '/home/jane/p'"), { code: 'ENOSPC', errno: -28 })

const failing = (error: () => Error) => (): never => {
  throw error()
}

const faults: Readonly<Record<string, (error: () => Error) => Partial<typeof fs>>> = {
  'while it is made': (error) => ({ openSync: failing(error) }),
  'in the middle of its bytes': (error) => ({
    writeFileSync: (file: fs.PathOrFileDescriptor) => {
      writeFileSync(file, BYTES.subarray(0, 100))
      throw error()
    }
  }),
  'while it is flushed': (error) => ({ fsyncSync: failing(error) }),
  'while it is put into its place': (error) => ({ linkSync: failing(error) })
}

for (const [when, fault] of Object.entries(faults)) {
  test(`a refusal of the system ${when} leaves nothing behind, and is said without a place of this machine`, async ({
    root,
    folder
  }) => {
    Object.assign(fs, fault(refused))
    const path = LOCK
    const message = 'ENOSPC: no space left on device'
    assert.equal(
      await checkout().create(root, LOCK, BYTES)(),
      E.left({ _tag: 'SystemRefused', path, code: 'ENOSPC', message })
    )
    assert.equal(fs.readdirSync(folder), [])
  })

  test(`a defect ${when} stays a defect and leaves nothing behind`, async ({ root, folder }) => {
    Object.assign(
      fs,
      fault(() => new TypeError('a defect of this test'))
    )
    const ended = await checkout()
      .create(root, LOCK, BYTES)()
      .catch((error: unknown) => error)
    assert.instance(ended, TypeError)
    assert.equal(fs.readdirSync(folder), [])
  })
}

test('an old lock file stays as it is, byte for byte', async ({ root, folder }) => {
  fs.writeFileSync(join(root, LOCK), 'an old one')
  assert.equal(await checkout().create(root, LOCK, BYTES)(), E.right(false))
  assert.equal(
    [fs.readdirSync(folder), fs.readFileSync(join(root, LOCK), 'utf8')],
    [['.terraform.lock.hcl'], 'an old one']
  )
})

test('where a run is killed before its file is in place, the next one makes it, and emit sweeps what is left', async ({
  root,
  folder
}) => {
  const half = BYTES.subarray(0, 100)
  for (const pid of [process.pid, 2 ** 22]) fs.writeFileSync(join(folder, `.terraform.lock.hcl.${pid}.tmp`), half)
  assert.equal(await checkout().create(root, LOCK, BYTES)(), E.right(true))
  assert.equal(new Uint8Array(fs.readFileSync(join(root, LOCK))), BYTES)
  assert.equal(await outputFiles().sweep(root)(), E.right(undefined))
  assert.equal(fs.readdirSync(folder), ['.terraform.lock.hcl'])
})

test('where a link leads out of the folder nothing is written, and a project behind a link is one', async ({
  root,
  folder
}) => {
  fs.mkdirSync(join(root, 'elsewhere'))
  fs.rmSync(folder, { recursive: true })
  fs.symlinkSync(join(root, 'elsewhere'), folder)
  assert.equal(await checkout().create(root, LOCK, BYTES)(), E.right(false))
  assert.equal(fs.readdirSync(join(root, 'elsewhere')), [])
  fs.rmSync(folder)
  fs.mkdirSync(folder)
  fs.symlinkSync(root, join(root, 'link'))
  assert.equal(await checkout().create(absolutePath(join(root, 'link')), LOCK, BYTES)(), E.right(true))
  assert.equal(fs.readdirSync(folder), ['.terraform.lock.hcl'])
})

test.run()
