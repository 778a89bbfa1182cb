import { momentAt } from '../../../src/diagnostics/kinds.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { leftovers } from '../../../src/outside/private/leftovers.ts'
import type { Leftovers } from '../../../src/outside/private/stores.port.ts'
import { runChild } from '../../support/temp-project.ts'

type Context = { root: string; temporary: string; copies: string; left: Leftovers }
const test = suite<Context>('what runs leave on a machine, while others are at work')

test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-left-')))
  context.temporary = join(context.root, 'tmp')
  context.copies = join(context.root, 'state/zenthea-foundation')
  fs.mkdirSync(context.temporary)
  for (const kind of ['programs', 'providers'])
    fs.mkdirSync(join(context.copies, kind), { recursive: true, mode: 0o700 })
  context.left = leftovers(context.temporary, { path: join(context.root, 'state'), projects: [] })
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const OLD = new Date(1000)
const BETWEEN = { folders: momentAt(2000), copies: momentAt(2000) }

/** Makes everything below a folder old. */
const age = (path: string): void => {
  if (fs.statSync(path).isDirectory()) for (const name of fs.readdirSync(path)) age(join(path, name))
  fs.utimesSync(path, OLD, OLD)
}

/** The folder of a run as one leaves it that was killed. */
const killedRun = ({ temporary }: Context, name: string, errored = false): string => {
  const root = join(temporary, name)
  const out = join(root, 'project/out/staging-eu')
  fs.mkdirSync(out, { recursive: true, mode: 0o700 })
  fs.chmodSync(root, 0o700)
  fs.writeFileSync(join(root, 'plan.tfplan'), 'a plan')
  if (errored) fs.writeFileSync(join(out, 'errored.tfstate'), '{}')
  age(root)
  return root
}

const copyOf = ({ copies }: Context, kind: string, name: string): string => {
  const folder = join(copies, kind, name)
  fs.mkdirSync(folder, { mode: 0o700 })
  fs.writeFileSync(join(folder, 'tofu'), '#!/bin/sh\nread x\n', { mode: 0o500 })
  fs.utimesSync(folder, OLD, OLD)
  return folder
}

const remaining = (context: Context): ReadonlyArray<string> =>
  [context.temporary, ...['programs', 'providers'].map((kind) => join(context.copies, kind))].flatMap((folder) =>
    fs.readdirSync(folder)
  )

if (process.platform === 'linux')
  test('a folder that a process is in, and a program that one runs, stay however old they are', async (context) => {
    const folder = killedRun(context, 'zf-at-work')
    const program = copyOf(context, 'programs', 'at-work')
    fs.copyFileSync('/bin/cat', join(program, 'cat'))
    age(program)
    const children = [
      spawn('/bin/cat', [], { cwd: join(folder, 'project/out/staging-eu') }),
      spawn(join(program, 'cat'), [], { cwd: '/' })
    ]
    try {
      await context.left.sweep(BETWEEN)()
      assert.equal(remaining(context), ['zf-at-work', 'at-work'])
    } finally {
      for (const child of children) {
        child.stdin.end()
        await once(child, 'close')
      }
    }
    await context.left.sweep(BETWEEN)()
    assert.equal(remaining(context), [])
  })

/** A process that makes the folder of a run, does this with it, and ends by a defect. */
const dying = async ({ temporary }: Context, held: boolean, left: string) => {
  const ended = await runChild('test/support/dying-run.ts', [temporary, String(held), left])
  return { stderr: ended.stderr, folders: fs.readdirSync(temporary) }
}

test('a defect removes the folder of a run that applied nothing, and leaves nothing to say', async (context) => {
  const { stderr, folders } = await dying(context, false, '')
  assert.equal(folders, [])
  assert.not.match(stderr, 'stays')
})

for (const [what, held, left] of [
  ['one in which tofu was let loose', true, ''],
  ['one that holds a state, whoever knew of it', false, 'errored.tfstate']
] as const)
  test(`a defect leaves ${what}, and says where it is`, async (context) => {
    const { stderr, folders } = await dying(context, held, left)
    assert.is(folders.length, 1)
    assert.match(stderr, `stays ${join(context.temporary, folders[0] ?? '')}\n`)
  })

test.run()
