import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath, momentAt } from '../../../src/diagnostics/kinds.ts'
import { evidenceReader, evidenceStore, planStore } from '../../../src/outside/private/plan-store.ts'
import { programStore } from '../../../src/outside/private/program-store.ts'
import { privateRunFolders } from '../../../src/outside/private/run-folder.ts'
import { runLock } from '../../../src/outside/private/run-lock.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'

type Place = { root: string; at: (path: string) => string }
const test = suite<Place>('the files that a run opens')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-open-')))
  place.at = (path) => join(place.root, path)
  fs.mkdirSync(place.at('project'))
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

let ids = 0
const newId = (): string => `id-${(ids += 1)}`

/** Does something, and gives how many files it opened and the paths of those that it left open. */
const opening = async (use: () => Promise<unknown>) => {
  const { open } = fs.promises
  const opened: Array<readonly [path: string, file: fs.promises.FileHandle]> = []
  Object.assign(fs.promises, {
    open: async (path: string, ...how: ReadonlyArray<never>) => {
      const file = await open(path, ...how)
      opened.push([path, file])
      return file
    }
  })
  syncBuiltinESMExports()
  try {
    await use()
  } finally {
    Object.assign(fs.promises, { open })
    syncBuiltinESMExports()
  }
  const left = opened.filter(([, { fd }]) => fd !== -1)
  for (const [, file] of left) await file.close()
  return { count: opened.length, left: left.map(([path]) => path) }
}

/** Each use of private files, and how many it opens at least. */
const uses: Readonly<Record<string, readonly [use: (place: Place) => Promise<unknown>, least: number]>> = {
  'a plan that is kept and found, and one that others could read': [
    async ({ at }) => {
      const store = planStore({ path: at('state'), projects: [] }, newId)
      const of = { project: absolutePath(at('project')), stack: 'a-eu' }
      await store.keep(of, { plan: Buffer.from('x'), record: '' })()
      assert.ok(E.isRight(await store.find(of)()))
      const [folder = ''] = fs.readdirSync(at('state/zenthea-foundation/plans'))
      for (const name of fs.readdirSync(at(`state/zenthea-foundation/plans/${folder}`)))
        fs.chmodSync(at(`state/zenthea-foundation/plans/${folder}/${name}`), 0o644)
      assert.ok(E.isLeft(await store.find(of)()))
    },
    6
  ],
  'evidence that is written and read': [
    async ({ at }) => {
      const home = { path: at('state'), projects: [] }
      await evidenceStore(home).write('a-eu', '1-plan-1', '{}')()
      assert.ok(E.isRight(await evidenceReader(home).newest('a-eu', 'plan', () => true)()))
    },
    3
  ],
  'a program that is copied, and a folder in its place': [
    async ({ at }) => {
      fs.writeFileSync(at('tofu'), 'x')
      const store = programStore({ path: at('state'), projects: [] }, newId)
      assert.ok(E.isRight(await store.keep({ realPath: absolutePath(at('tofu')), sha256: sha256('x') })()))
      const folder = absolutePath(at('project'))
      assert.ok(E.isLeft(await store.keep({ realPath: folder, sha256: sha256('y') })()))
    },
    4
  ],
  'the folder of a run, and a state that is moved out': [
    async ({ root, at }) => {
      const folders = privateRunFolders(root)
      const made = { checkout: absolutePath(at('project')), cliConfiguration: '', authorities: undefined }
      const folder = await folders.make({ ...made, stack: 'a-eu', emitted: '{}', lock: undefined })()
      if (E.isLeft(folder)) throw new Error(JSON.stringify(folder.left))
      const { project } = folder.right
      fs.writeFileSync(join(project, 'out/a-eu/errored.tfstate'), '{}', { mode: 0o600 })
      const to = at('project/errored.tfstate')
      assert.equal(await folders.moveOut(folder.right, 'a-eu', 'errored.tfstate', to)(), E.right(true))
      await folders.remove(folder.right)()
    },
    6
  ],
  'the ticket of a run, beside one that is too large': [
    async ({ at }) => {
      fs.mkdirSync(at('tmp'), { mode: 0o1777 })
      fs.writeFileSync(at('tmp/zenthea-foundation-a-eu-x.json'), ' '.repeat(5000))
      const lock = runLock({ path: at('state'), projects: [] }, at('tmp'), newId)
      const taken = await lock.take('a-eu', 'plan', momentAt(1))()
      if (E.isRight(taken) && E.isRight(taken.right)) await taken.right.right()
    },
    5
  ]
}
for (const [what, [use, least]] of Object.entries(uses))
  test(`are closed again: ${what}`, async (place) => {
    const { count, left } = await opening(() => use(place))
    assert.ok(count >= least, String(count))
    assert.equal(left, [])
  })

test.run()
