import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { changeableToReach } from '../../../src/outside/files/changeable.ts'
import { insideCheckout } from '../../../src/outside/files/checkout-places.ts'
import { checkout } from '../../../src/outside/tofu/checkout.ts'

const test = suite<{ root: string }>('the checkout around a project')

test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-checkout-')))
  fs.mkdirSync(join(context.root, 'repo/.git'), { recursive: true })
  fs.mkdirSync(join(context.root, 'repo/project/stacks'), { recursive: true })
  fs.writeFileSync(join(context.root, 'repo/project/stacks/x.ts'), '')
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

/** What others could change of what decides in a project, below the root. */
const changeable = async (root: string, project: string): Promise<ReadonlyArray<string>> => {
  const found = await checkout().changeable(absolutePath(join(root, project)), ['.', 'stacks/x.ts'])()
  assert.ok(E.isRight(found))
  return found.right.map((path) => path.slice(root.length + 1))
}

test('a file, and each folder of the project, is looked at in these ways too', async ({ root }) => {
  fs.chmodSync(join(root, 'repo/project/stacks/x.ts'), 0o1666)
  assert.equal(await changeable(root, 'repo/project'), ['repo/project/stacks/x.ts'])
  fs.chmodSync(join(root, 'repo/project/stacks/x.ts'), 0o644)
  fs.chmodSync(join(root, 'repo/project/stacks'), 0o1777)
  assert.equal(await changeable(root, 'repo/project'), ['repo/project/stacks'])
})

test('a folder for temporary files above the project, and a device, are nothing to others', async ({ root }) => {
  fs.chmodSync(root, 0o1777)
  assert.equal(await changeable(root, 'repo/project'), [])
  assert.equal(await changeableToReach(absolutePath('/dev/null')), [])
})

test('a path that cannot be followed is judged by its text', async ({ root }) => {
  fs.writeFileSync(join(root, 'file'), '')
  fs.symlinkSync('loop', join(root, 'loop'))
  const isInside = await insideCheckout(join(root, 'repo/project'))
  for (const path of ['file/x', 'loop/x', 'loop']) assert.not.ok(await isInside(join(root, path)), path)
  assert.ok(await isInside(join(root, 'repo/project/stacks/x.ts/y')))
})

test('a project without git that is reached by a link has its own places, and those of the link', async ({ root }) => {
  fs.mkdirSync(join(root, 'plain/project'), { recursive: true })
  fs.symlinkSync('plain/project', join(root, 'link'))
  const isInside = await insideCheckout(join(root, 'link'))
  for (const path of ['link', 'link/x', 'plain/project', 'plain/project/x', 'plain/node_modules/x', 'node_modules/x'])
    assert.ok(await isInside(join(root, path)), path)
  for (const path of ['plain', 'plain/x', 'plain/project-of-mine', '.'])
    assert.not.ok(await isInside(join(root, path)), path)
})

test('a path is inside by its text or by where it leads, also one that is not there', async ({ root }) => {
  fs.mkdirSync(join(root, 'elsewhere'))
  fs.symlinkSync(join(root, 'elsewhere'), join(root, 'repo/out-of-it'))
  fs.symlinkSync(join(root, 'repo/project'), join(root, 'into-it'))
  const isInside = await insideCheckout(join(root, 'repo/project'))
  for (const path of ['repo', 'repo/tools/x', 'repo/out-of-it/x', 'into-it/x', 'node_modules/.bin', 'repo/project/..'])
    assert.ok(await isInside(join(root, path)), path)
  for (const path of ['elsewhere/x', 'repository', '.', 'repo/../elsewhere', 'elsewhere/node_modules'])
    assert.not.ok(await isInside(join(root, path)), path)
})

test.run()
