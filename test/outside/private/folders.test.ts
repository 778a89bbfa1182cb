import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath, momentAt } from '../../../src/diagnostics/kinds.ts'
import { stateHome } from '../../../src/outside/private/base.ts'
import { folderLook, privateFolders, readPrivate, usableFolders } from '../../../src/outside/private/files.ts'
import { evidenceStore, planStore } from '../../../src/outside/private/plan-store.ts'
import { programStore } from '../../../src/outside/private/program-store.ts'
import { providerStore } from '../../../src/outside/private/provider-store.ts'
import { runLock } from '../../../src/outside/private/run-lock.ts'
import { digest } from '../../support/kinds.ts'

type Place = { root: string; at: (path: string) => string }
const test = suite<Place>('the private folders of a user')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-folders-')))
  place.at = (path) => join(place.root, path)
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const homeAt = (path: string, ...projects: ReadonlyArray<string>) => ({ path, projects })
const notPrivate = (path: string, why: string) => E.left({ _tag: 'NotPrivate', path, why })

test('are given by their real paths, and each is of this user alone, the home too', async ({ root, at }) => {
  const home = homeAt(at('a/state'))
  const { state, evidence, temporary } = usableFolders(home, root)
  assert.equal(await evidence(), E.right(at('a/state/zenthea-foundation/evidence')))
  assert.equal(await state(), E.right(at('a/state/zenthea-foundation')))
  assert.equal(await temporary(), E.right(root))
  for (const path of ['a', 'a/state', 'a/state/zenthea-foundation', 'a/state/zenthea-foundation/evidence'])
    assert.is(fs.statSync(at(path)).mode & 0o777, 0o700, path)
  fs.symlinkSync('a', at('link'))
  assert.is(await privateFolders(homeAt(at('link/../a/state')), ['x']), at('a/state/x'))
})

test('are looked at as they are, and nothing is made', async ({ root, at }) => {
  const home = homeAt(at('state'))
  assert.equal(await folderLook(home, root)(), E.right(undefined))
  assert.equal(fs.readdirSync(root), [])
  fs.mkdirSync(at('state'), { mode: 0o755 })
  await privateFolders(home, ['zenthea-foundation', 'evidence'])
  assert.equal(await folderLook(home, root)(), E.right(undefined), 'a home that others may read')
})

/** A folder of those of a run; each of them can be a file, or open to others. */
const kept = [
  'zenthea-foundation',
  ...['evidence', 'plans', 'programs', 'providers'].map((name) => `zenthea-foundation/${name}`)
]
for (const path of kept)
  test(`${path} is judged as a run judges it, by preflight and before a run makes it`, async ({ root, at }) => {
    const home = homeAt(at('state'))
    const own = at(`state/${path}`)
    fs.mkdirSync(own, { recursive: true, mode: 0o700 })
    assert.equal(await folderLook(home, root)(), E.right(undefined))
    fs.chmodSync(own, 0o750)
    const open = notPrivate(own, 'can be read or changed by others')
    assert.equal(await folderLook(home, root)(), open)
    fs.rmSync(own, { recursive: true })
    fs.writeFileSync(own, '', { mode: 0o600 })
    assert.equal(await folderLook(home, root)(), notPrivate(own, 'is not a folder'))
    const said = await privateFolders(home, path.split('/')).then(String, (error: Error) => error.message)
    assert.is(said, `${own} is not a folder`)
  })

test('a home that is a file is refused by its name', async ({ root, at }) => {
  fs.writeFileSync(at('state'), '')
  assert.equal(await folderLook(homeAt(at('state')), root)(), notPrivate(at('state'), 'is not a folder'))
})

test('a place that is named by no absolute path is told by its variable', async ({ root, at }) => {
  const why = 'names no absolute folder'
  const { temporary } = usableFolders(homeAt(at('state')), 'tmp')
  assert.equal(await temporary(), notPrivate('TMPDIR', why))
  assert.equal(await folderLook(homeAt(at('state')), 'tmp')(), notPrivate('TMPDIR', why))
  const nameless = notPrivate('XDG_STATE_HOME, or HOME without it,', why)
  assert.equal(await folderLook(homeAt('state'), root)(), nameless)
  for (const home of ['', 'home', './home']) assert.is(stateHome({}, home), '', home)
})

test('a refusal of the system is told of the folder that was asked for', async ({ at }) => {
  const { mkdir } = fs.promises
  const full = (): never => {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', errno: -28 })
  }
  Object.assign(fs.promises, { mkdir: full })
  syncBuiltinESMExports()
  try {
    const { state, evidence } = usableFolders(homeAt(at('state')), at('tmp'))
    const refusal = (path: string) =>
      E.left({ _tag: 'SystemRefused', path: at(path), code: 'ENOSPC', message: 'ENOSPC: no space left on device' })
    assert.equal(await state(), refusal('state/zenthea-foundation'))
    assert.equal(await evidence(), refusal('state/zenthea-foundation/evidence'))
    const home = homeAt(at('state'))
    const of = { project: absolutePath(at('project')), stack: 'a-eu' }
    const plans = planStore(home, () => 'id')
    const kept = { plan: new Uint8Array(), record: '' }
    for (const use of [
      plans.keep(of, kept),
      plans.find(of),
      plans.take(of),
      plans.remove(of),
      plans.sweep(momentAt(1))
    ])
      assert.equal(await use(), refusal('state/zenthea-foundation/plans'))
    const release = { address: 'a/b/c', version: '1.0.0' }
    const binary = { realPath: absolutePath(at('tofu')), sha256: digest<'tofu'>('x') }
    assert.equal(await programStore(home, () => 'id').keep(binary)(), refusal('state/zenthea-foundation/programs'))
    const found = providerStore(home, () => 'id').find(release, [`h1:${'A'.repeat(43)}=`])
    assert.equal(await found(), refusal('state/zenthea-foundation/providers'))
    for (const [stack, folder] of [
      ['a-eu', 'evidence/a-eu'],
      [null, 'evidence']
    ] as const)
      assert.equal(await evidenceStore(home).write(stack, 'x', '')(), refusal(`state/zenthea-foundation/${folder}`))
    const lock = runLock(home, at('tmp'), () => 'id').take('a-eu', 'plan', momentAt(1))
    assert.equal(await lock(), refusal('state/zenthea-foundation/runs/a-eu'))
  } finally {
    Object.assign(fs.promises, { mkdir })
    syncBuiltinESMExports()
  }
})

test('what belongs to another user is not private, however its rights are', async ({ root, at }) => {
  fs.writeFileSync(at('file'), 'x', { mode: 0o600 })
  fs.chmodSync(root, 0o755)
  assert.is(await readPrivate(at('file'), 1), 'x')
  const uid = Object.getOwnPropertyDescriptor(process, 'getuid')
  Object.defineProperty(process, 'getuid', { value: () => 54_321, configurable: true, writable: true })
  try {
    const said = await readPrivate(at('file'), 1).then(String, (error: Error) => error.message)
    assert.is(said, `${at('file')} belongs to another user`)
  } finally {
    if (uid !== undefined) Object.defineProperty(process, 'getuid', uid)
  }
})

test('a file of so many bytes is read, and one of a byte more is not', async ({ at }) => {
  fs.writeFileSync(at('file'), 'xyz', { mode: 0o600 })
  assert.is(await readPrivate(at('file'), 3), 'xyz')
  const said = await readPrivate(at('file'), 2).then(String, (error: Error) => error.message)
  assert.is(said, `${at('file')} is larger than anything that belongs there`)
  fs.linkSync(at('file'), at('second'))
  const linked = await readPrivate(at('second'), 3).then(String, (error: Error) => error.message)
  assert.is(linked, `${at('second')} is not a file of its own`)
})

test('a home may lie in a folder that has neither stacks nor git', async ({ root, at }) => {
  fs.mkdirSync(at('plain'))
  assert.is(await privateFolders(homeAt(at('plain/state'), at('plain')), ['x']), at('plain/state/x'))
  fs.mkdirSync(at('plain/stacks'))
  assert.equal(
    await folderLook(homeAt(at('plain/state'), at('plain')), root)(),
    notPrivate(at('plain/state'), 'lies in the project')
  )
})

test.run()
