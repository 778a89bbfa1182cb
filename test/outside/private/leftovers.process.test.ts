import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Left,
  BETWEEN,
  age,
  copyOf,
  killedRun,
  makeLeft,
  remaining,
  removeLeft
} from '../../support/left-on-a-machine.ts'
import { runChild } from '../../support/temp-project.ts'

const test = suite<Left>('what runs leave on a machine, while others are at work')

test.before.each(makeLeft)
test.after.each(removeLeft)

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
const dying = async ({ temporary }: Left, held: boolean, left: string) => {
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
