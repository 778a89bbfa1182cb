import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { erroredIn, privateRunFolders } from '../../../src/outside/private/run-folder.ts'
import type { PrivateFolder, PrivateFolders } from '../../../src/outside/private/run-folder.port.ts'
import { right } from '../../support/outcomes.ts'

const test = suite<{ root: string }>('the folder of a run, at the end of its process')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-ends-')))
  fs.mkdirSync(join(place.root, 'project'))
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const wantedIn = (root: string) => ({
  checkout: absolutePath(join(root, 'project')),
  cliConfiguration: '',
  authorities: undefined,
  stack: 'a-eu',
  emitted: '{}',
  lock: undefined
})

/** Makes one, with what is told of it. */
const begun = async (root: string) => {
  const told: Array<string> = []
  const folders = privateRunFolders(root, (stays) => told.push(stays))
  const folder = await right(folders.make(wantedIn(root)))
  return { told, folders, folder, own: dirname(folder.home) }
}

/** Makes one, and what the process does with it when it ends. */
const made = async (root: string) => {
  const before = process.listeners('exit')
  const all = await begun(root)
  const added = process.listeners('exit').filter((one) => !before.includes(one))
  for (const one of added) process.removeListener('exit', one)
  const end = (): void => added.forEach((one) => one(0))
  return { ...all, added, end }
}

const errored = (folder: PrivateFolder): string => join(folder.project, 'out/a-eu/errored.tfstate')

test('is removed where nothing in it is needed any more, and nothing is told', async ({ root }) => {
  const { told, own, end } = await made(root)
  assert.ok(fs.existsSync(own))
  end()
  assert.equal([fs.existsSync(own), told], [false, []])
})

/** What a run does so that its folder is needed afterwards. */
const needs: Readonly<Record<string, (folders: PrivateFolders, folder: PrivateFolder) => unknown>> = {
  'tofu was let loose in it': (folders, folder) => folders.hold(folder)(),
  'it holds a state that is stored nowhere else': (_, folder) => fs.writeFileSync(errored(folder), '{}')
}
for (const [what, need] of Object.entries(needs))
  test(`stays where ${what}, and it is told where it is`, async ({ root }) => {
    const { told, folders, folder, own, end } = await made(root)
    await need(folders, folder)
    end()
    assert.equal([fs.existsSync(own), told], [true, [own]])
  })

test('without one to tell, it stays all the same', async ({ root }) => {
  const { folders, folder, own } = await made(root)
  await folders.hold(folder)()
  assert.equal(fs.readFileSync(join(own, 'held'), 'utf8'), '')
  assert.is(fs.statSync(join(own, 'held')).mode & 0o777, 0o600)
})

test('is given back before: what it holds is removed but for such a state, and the process does nothing more', async ({
  root
}) => {
  for (const hasState of [false, true]) {
    const listeners = process.listenerCount('exit')
    const { told, folders, folder, own } = await begun(root)
    assert.is(process.listenerCount('exit'), listeners + 1)
    if (hasState) fs.writeFileSync(errored(folder), '{}')
    await folders.hold(folder)()
    assert.equal(await folders.remove(folder)(), E.right(undefined))
    assert.equal([fs.existsSync(own), told, process.listenerCount('exit')], [hasState, [], listeners])
    assert.equal(await folders.remove(folder)(), E.right(undefined), 'a second time')
  }
})

test('the states in it are found by their stacks, and what else lies there is none', async ({ root }) => {
  assert.equal(erroredIn(join(root, 'nowhere')), [])
  for (const stack of ['b', 'a', 'c']) fs.mkdirSync(join(root, 'project/out', stack), { recursive: true })
  for (const path of ['a/errored.tfstate', 'b/terraform.tfstate', 'c/errored.tfstate'])
    fs.writeFileSync(join(root, 'project/out', path), '{}')
  assert.equal([...erroredIn(root)].toSorted(), [
    join(root, 'project/out/a/errored.tfstate'),
    join(root, 'project/out/c/errored.tfstate')
  ])
})

test('a file is written beside it under its name, as a private one, and never over another', async ({ root }) => {
  const { folders, folder, own } = await made(root)
  assert.equal(await folders.write(folder, 'plan.json', Buffer.from('x'))(), E.right(join(own, 'plan.json')))
  assert.is(fs.statSync(join(own, 'plan.json')).mode & 0o777, 0o600)
  const again = await folders.write(folder, 'plan.json', Buffer.from('y'))()
  assert.is(E.isLeft(again) && again.left._tag === 'SystemRefused' && again.left.code, 'EEXIST')
  assert.is(E.isLeft(again) && again.left.path, join(own, 'plan.json'))
  assert.is(fs.readFileSync(join(own, 'plan.json'), 'utf8'), 'x')
})

test('a relative folder for temporary files is told by its variable', async ({ root }) => {
  const made = await privateRunFolders('tmp').make(wantedIn(root))()
  assert.equal(made, E.left({ _tag: 'NotPrivate', path: 'TMPDIR', why: 'names no absolute folder' }))
})

test('a state that others could read is not moved, and one that is not there is none', async ({ root }) => {
  const { folders, folder } = await made(root)
  const to = join(root, 'project/errored.tfstate')
  const move = folders.moveOut(folder, 'a-eu', 'errored.tfstate', to)
  assert.equal(await move(), E.right(false))
  fs.writeFileSync(errored(folder), '{}')
  fs.chmodSync(errored(folder), 0o644)
  assert.equal(
    await move(),
    E.left({ _tag: 'NotPrivate', path: errored(folder), why: 'can be read or changed by others' })
  )
  assert.equal([fs.existsSync(to), fs.existsSync(errored(folder))], [false, true])
})

test.run()
