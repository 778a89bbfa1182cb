import { digest } from '../../support/kinds.ts'
import { absolutePath, momentAt } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { StateHome } from '../../../src/outside/private/base.ts'
import { evidenceReader, evidenceStore, planStore } from '../../../src/outside/private/plan-store.ts'
import { programStore } from '../../../src/outside/private/program-store.ts'
import { providerStore } from '../../../src/outside/private/provider-store.ts'
import { privateRunFolders } from '../../../src/outside/private/run-folder.ts'
import { runLock } from '../../../src/outside/private/run-lock.ts'
import type { PlanOf } from '../../../src/outside/private/stores.port.ts'
import { folderLook, usableFolders } from '../../../src/outside/private/files.ts'
import { whyNot } from '../../support/outcomes.ts'

type Context = { root: string; of: PlanOf }
const test = suite<Context>('the places in which a run keeps things')

test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-places-')))
  fs.mkdirSync(join(context.root, 'project/stacks'), { recursive: true })
  context.of = { project: absolutePath(join(context.root, 'project')), stack: 'staging-eu' }
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const at = (path: string, ...projects: ReadonlyArray<string>): StateHome => ({ path, projects })

const made = {
  checkout: process.cwd(),
  cliConfiguration: 'disable_checkpoint = true\n',
  authorities: undefined,
  stack: 'staging-eu',
  emitted: '{}\n',
  lock: undefined
}

type World = Context & { readonly project: string; readonly elsewhere: string }

/** Where a home must not lie, each made, and why. */
const refusedPlaces: Readonly<Record<string, readonly [make: (world: World) => string, why: RegExp]>> = {
  'the checkout': [({ project }) => project, /lies in the project/],
  'a stack of the checkout': [({ project }) => join(project, 'out/staging-eu'), /lies in the project/],
  'a folder beside the project, in its repository': [
    ({ root }) => {
      fs.mkdirSync(join(root, '.git'))
      return join(root, 'state')
    },
    /lies in the project/
  ],
  'a link that leads into the checkout': [
    ({ project, elsewhere }) => {
      fs.symlinkSync(project, join(elsewhere, 'link'))
      return join(elsewhere, 'link/state')
    },
    /lies in the project/
  ],
  'a link in the checkout that leads out of it': [
    ({ project, elsewhere }) => {
      fs.symlinkSync(elsewhere, join(project, 'link'))
      return join(project, 'link')
    },
    /lies in the project/
  ],
  'a link where all may lead it elsewhere': [
    ({ root, elsewhere }) => {
      fs.mkdirSync(join(root, 'open'))
      fs.chmodSync(join(root, 'open'), 0o777)
      fs.symlinkSync(elsewhere, join(root, 'open/link'))
      return join(root, 'open/link')
    },
    /can be changed by others/
  ],
  'a link behind a link where all may lead it elsewhere': [
    ({ root, elsewhere }) => {
      fs.mkdirSync(join(root, 'open'))
      fs.chmodSync(join(root, 'open'), 0o777)
      fs.symlinkSync(elsewhere, join(root, 'open/link'))
      fs.symlinkSync(join(root, 'open/link'), join(root, 'first'))
      return join(root, 'first')
    },
    /can be changed by others/
  ],
  'a folder that all may write to': [
    ({ elsewhere }) => {
      fs.chmodSync(elsewhere, 0o777)
      return elsewhere
    },
    /can be changed by others/
  ],
  'no absolute folder': [() => 'state', /names no absolute folder/],
  nothing: [() => '', /names no absolute folder/]
}
for (const [what, [make, why]] of Object.entries(refusedPlaces))
  test(`every store refuses ${what}, and makes nothing there`, async (context) => {
    const { root, of } = context
    const elsewhere = join(root, 'elsewhere')
    fs.mkdirSync(elsewhere, { mode: 0o700 })
    const path = make({ ...context, project: of.project, elsewhere })
    const before = fs.readdirSync(root, { recursive: true, encoding: 'utf8' })
    const home = at(path, of.project)
    const id = (): string => 'x'
    const release = { address: 'a/b/c', version: '1.0.0' }
    const uses = {
      plans: planStore(home, id).find(of),
      evidence: evidenceStore(home).write('staging-eu', 'x', ''),
      'evidence of no stack': evidenceStore(home).write(null, 'x', ''),
      reading: evidenceReader(home).newest('staging-eu', 'plan', () => true),
      programs: programStore(home, id).keep({ realPath: absolutePath(process.execPath), sha256: digest('x') }),
      providers: providerStore(home, id).find(release, [`h1:${'A'.repeat(43)}=`]),
      runs: runLock(home, tmpdir(), id).take('x', 'plan', momentAt(0)),
      doctor: usableFolders(home, tmpdir()).evidence,
      preflight: folderLook(home, tmpdir()),
      'preflight on temporary files': folderLook(at(join(root, 'fine'), of.project), path),
      temporary: usableFolders(at(tmpdir(), of.project), path).temporary,
      'folder of a run': privateRunFolders(path).make({ ...made, checkout: of.project })
    }
    for (const [use, task] of Object.entries(uses)) assert.match(await whyNot(task), why, use)
    assert.equal(fs.readdirSync(root, { recursive: true, encoding: 'utf8' }), before)
  })

test('a read-only disk is told before anything is made, by preflight and by doctor', async ({ root, of }) => {
  const { access } = fs.promises
  const asked: Array<string> = []
  const readOnly = async (path: string, mode?: number): Promise<void> => {
    asked.push(`${path.replace(root, '')} ${mode}`)
    throw Object.assign(new Error('EROFS'), { code: 'EROFS', errno: -30 })
  }
  Object.assign(fs.promises, { access: readOnly })
  syncBuiltinESMExports()
  try {
    fs.mkdirSync(join(root, 'home'), { mode: 0o700 })
    const home = at(join(root, 'home/.local/state'), of.project)
    const refusal = (path: string) =>
      E.left({ _tag: 'SystemRefused', path, code: 'EROFS', message: 'EROFS: read-only file system' })
    assert.equal(
      await folderLook(home, tmpdir())(),
      refusal(join(root, 'home/.local/state/zenthea-foundation/evidence'))
    )
    assert.equal(await usableFolders(home, join(root, 'home')).temporary(), refusal(join(root, 'home')))
  } finally {
    Object.assign(fs.promises, { access })
    syncBuiltinESMExports()
  }
  // To write into a folder, and to enter it. Source: access(2).
  assert.equal(asked, ['/home 3', '/home 3'])
  assert.equal(fs.readdirSync(join(root, 'home')), [])
})

test.run()
