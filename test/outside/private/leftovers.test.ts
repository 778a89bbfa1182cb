import { absolutePath, momentAt } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { leftovers, removeUnused } from '../../../src/outside/private/leftovers.ts'
import { privateRunFolders } from '../../../src/outside/private/run-folder.ts'
import {
  type Left,
  BETWEEN,
  copyOf,
  killedRun,
  makeLeft,
  remaining,
  removeLeft
} from '../../support/left-on-a-machine.ts'

const test = suite<Left>('what runs leave on a machine')

test.before.each(makeLeft)
test.after.each(removeLeft)

test('only folders that no run has used since then are removed', async (context) => {
  killedRun(context, 'zf-killed')
  copyOf(context, 'programs', 'old')
  copyOf(context, 'providers', 'old')
  copyOf(context, 'providers', '.half-made')
  killedRun(context, 'zf-held', true)
  killedRun(context, 'of-somebody-else')
  fs.chmodSync(killedRun(context, 'zf-open'), 0o755)
  fs.utimesSync(copyOf(context, 'programs', 'used'), new Date(), new Date())
  const written = killedRun(context, 'zf-written')
  fs.writeFileSync(join(written, 'project/out/staging-eu/main.tf.json'), '{}')
  fs.writeFileSync(join(context.temporary, 'zf-file'), '')
  fs.symlinkSync(context.copies, join(context.temporary, 'zf-link'))
  await context.left.sweep(BETWEEN)()
  assert.equal(remaining(context).toSorted(), [
    'of-somebody-else',
    'used',
    'zf-file',
    'zf-held',
    'zf-link',
    'zf-open',
    'zf-written'
  ])
})

if (process.platform === 'linux')
  test('a folder that a process is in stays however old it is, and goes when the process has left', async (context) => {
    const folder = killedRun(context, 'zf-at-work')
    const before = process.cwd()
    for (const place of [folder, join(folder, 'project/out/staging-eu')]) {
      process.chdir(place)
      try {
        await context.left.sweep(BETWEEN)()
      } finally {
        process.chdir(before)
      }
      assert.equal(remaining(context), ['zf-at-work'])
    }
    process.chdir(fs.mkdirSync(join(context.root, 'zf-at-work-elsewhere'), { recursive: true }) ?? '')
    try {
      await context.left.sweep(BETWEEN)()
    } finally {
      process.chdir(before)
    }
    assert.equal(remaining(context), [])
  })

test('of the folders of another user none is looked at, and none is removed', async (context) => {
  killedRun(context, 'zf-held', true)
  killedRun(context, 'zf-killed')
  const uid = Object.getOwnPropertyDescriptor(process, 'getuid')
  Object.defineProperty(process, 'getuid', { value: () => 54_321, configurable: true, writable: true })
  try {
    await context.left.sweep(BETWEEN)()
    assert.equal(await context.left.states('staging-eu')(), E.right([]))
  } finally {
    if (uid !== undefined) Object.defineProperty(process, 'getuid', uid)
  }
  assert.equal(remaining(context).toSorted(), ['zf-held', 'zf-killed'])
})

test('a state that is stored nowhere else is found again, by its stack', async (context) => {
  const root = killedRun(context, 'zf-held', true)
  killedRun(context, 'zf-killed')
  assert.equal(
    await context.left.states('staging-eu')(),
    E.right([join(root, 'project/out/staging-eu/errored.tfstate')])
  )
  assert.equal(await context.left.states('eu')(), E.right([]))
})

test('a home that has no programs yet has its providers swept', async (context) => {
  copyOf(context, 'providers', 'old')
  fs.rmSync(join(context.copies, 'programs'), { recursive: true })
  await context.left.sweep(BETWEEN)()
  assert.equal(fs.readdirSync(join(context.copies, 'providers')), [])
})

test('a folder that another run removes while it is listed stops nothing', async (context) => {
  const root = killedRun(context, 'zf-held', true)
  killedRun(context, 'zf-killed')
  const { readdir } = fs.promises
  Object.assign(fs.promises, {
    readdir: async (path: string, options: never) => ['zf-gone', ...(await readdir(path, options))]
  })
  syncBuiltinESMExports()
  try {
    const errored = join(root, 'project/out/staging-eu/errored.tfstate')
    assert.equal(await context.left.states('staging-eu')(), E.right([errored]))
  } finally {
    Object.assign(fs.promises, { readdir })
    syncBuiltinESMExports()
  }
})

test('a folder that is not there, or cannot be read, does not stop the sweep', async ({ root }) => {
  const none = leftovers(join(root, 'nowhere'), { path: join(root, 'nowhere'), projects: [] })
  assert.is(await none.sweep(BETWEEN)(), undefined)
})

test('a state that cannot be copied out whole stays where it is, and no half of it is left', async ({
  root,
  temporary
}) => {
  const folders = privateRunFolders(temporary)
  const made = await folders.make({
    checkout: absolutePath(process.cwd()),
    cliConfiguration: '',
    authorities: undefined,
    stack: 'staging-eu',
    emitted: '{}',
    lock: undefined
  })()
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  const from = join(made.right.project, 'out/staging-eu/errored.tfstate')
  fs.writeFileSync(from, '{}', { mode: 0o600 })
  const to = join(root, 'errored.tfstate')
  fs.writeFileSync(to, 'another')
  assert.ok(E.isLeft(await folders.moveOut(made.right, 'staging-eu', 'errored.tfstate', to)()))
  assert.is(fs.readFileSync(to, 'utf8'), 'another')
  assert.ok(fs.existsSync(from))
  fs.rmSync(to)
  assert.equal(await folders.moveOut(made.right, 'staging-eu', 'errored.tfstate', to)(), E.right(true))
  assert.equal([fs.readFileSync(to, 'utf8'), fs.existsSync(from)], ['{}', false])
})

/** Ages by which a folder is judged, one look after the other. */
const looks = (...ages: ReadonlyArray<number>) => {
  const left = [...ages]
  return () => Promise.resolve(left.shift() ?? 0)
}

test('a folder that another run uses between the two looks is put back whole', async (context) => {
  const root = killedRun(context, 'zf-old')
  await removeUnused(root, momentAt(2000), looks(1999, 2000))
  assert.equal(fs.readdirSync(context.temporary), ['zf-old'])
  assert.is(fs.readFileSync(join(root, 'plan.tfplan'), 'utf8'), 'a plan')
})

test('where another run has made its folder anew between the looks, that one stays and the old one goes', async (context) => {
  const root = killedRun(context, 'zf-old')
  const age = looks(1999, 2000)
  const again = (path: string): Promise<number> => {
    if (path !== root) {
      fs.mkdirSync(root)
      fs.writeFileSync(join(root, 'new'), '')
    }
    return age()
  }
  await removeUnused(root, momentAt(2000), again)
  assert.equal(fs.readdirSync(context.temporary), ['zf-old'])
  assert.equal(fs.readdirSync(root), ['new'])
})

test('a folder is removed that is older than the limit at both looks, and not one that is as old as it', async (context) => {
  const root = killedRun(context, 'zf-old')
  await removeUnused(root, momentAt(2000), looks(2000, 0))
  assert.equal(fs.readdirSync(context.temporary), ['zf-old'])
  await removeUnused(root, momentAt(2000), looks(1999, 1999))
  assert.equal(fs.readdirSync(context.temporary), [])
})

test.run()
