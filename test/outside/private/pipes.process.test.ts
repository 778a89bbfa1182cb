import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath, momentAt } from '../../../src/diagnostics/kinds.ts'
import { planStore } from '../../../src/outside/private/plan-store.ts'
import { programStore } from '../../../src/outside/private/program-store.ts'
import { providerStore } from '../../../src/outside/private/provider-store.ts'
import { privateRunFolders } from '../../../src/outside/private/run-folder.ts'
import { runLock } from '../../../src/outside/private/run-lock.ts'
import { digest } from '../../support/kinds.ts'
import { right, whyNot } from '../../support/outcomes.ts'

const test = suite<{ root: string; at: (path: string) => string }>('a named pipe where a run has a private file')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-pipe-')))
  place.at = (path) => join(place.root, path)
  fs.mkdirSync(place.at('project/stacks'), { recursive: true })
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const pipe = (path: string): void => {
  fs.mkdirSync(dirname(path), { recursive: true })
  fs.rmSync(path, { force: true })
  execFileSync('mkfifo', ['-m', '600', path])
}

let ids = 0
const newId = (): string => `id-${(ids += 1)}`

test('is neither a plan nor a record of one', async ({ at }) => {
  const of = { project: absolutePath(at('project')), stack: 'staging-eu' }
  const store = planStore({ path: at('state'), projects: [] }, newId)
  await right(store.keep(of, { plan: new Uint8Array(), record: '' }))
  const plans = at('state/zenthea-foundation/plans')
  const files = fs
    .readdirSync(plans)
    .flatMap((name) => fs.readdirSync(join(plans, name)).map((file) => join(name, file)))
  assert.is(files.length, 2)
  for (const file of files.toSorted().toReversed()) {
    pipe(join(plans, file))
    assert.match(await whyNot(store.find(of)), 'is not a file of its own')
  }
})

test('is no plan of a run', async ({ root }) => {
  const folders = privateRunFolders(root)
  const made = { checkout: absolutePath(process.cwd()), cliConfiguration: '', authorities: undefined }
  const folder = await right(folders.make({ ...made, stack: 'staging-eu', emitted: '{}\n', lock: undefined }))
  pipe(folder.plan)
  assert.match(await whyNot(folders.readPlan(folder)), 'is not a file of its own')
  await right(folders.remove(folder))
})

test('is no part of a package of a provider', async ({ at }) => {
  const release = { address: 'registry.opentofu.org/hashicorp/aws', version: '5.100.0' }
  pipe(at(`data/providers/${release.address}/${release.version}/linux_amd64/pipe`))
  const store = providerStore({ path: at('state'), projects: [] }, newId)
  assert.match(await whyNot(store.take(release, absolutePath(at('data')), [])), 'neither a file nor a folder')
})

test('is no program', async ({ at }) => {
  pipe(at('tofu'))
  const store = programStore({ path: at('state'), projects: [] }, newId)
  const kept = store.keep({ realPath: absolutePath(at('tofu')), sha256: digest('x') })
  assert.match(await whyNot(kept), 'is not a regular file')
})

test('is no ticket of another run, and a link is not followed to one', async ({ at }) => {
  fs.mkdirSync(at('tmp'), { mode: 0o1777 })
  fs.writeFileSync(at('elsewhere'), '{}')
  fs.symlinkSync(at('elsewhere'), at('tmp/zenthea-foundation-staging-eu-link.json'))
  pipe(at('tmp/zenthea-foundation-staging-eu-pipe.json'))
  const lock = runLock({ path: at('state'), projects: [] }, at('tmp'), newId)
  const taken = await right(lock.take('staging-eu', 'apply', momentAt(1)))
  assert.ok(E.isRight(taken))
  await taken.right()
})

test.run()
