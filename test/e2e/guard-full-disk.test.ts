import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bench } from './bench/bench.ts'
import { committed } from './bench/stacks.ts'
import { type FullDisk, fullDisk } from './guarded/faults.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { plainTofu } from './guarded/stack-at-work.ts'
import { done, refused } from './guarded/refused.ts'

const tools = await bench()
const stack = committed('staging-eu')

const test = suite<{ guarded: Guarded; disks: Array<FullDisk> }>('a disk that is full')

test.before(async (context) => {
  context.disks = []
  context.guarded = await openGuarded(tools, stack)
  await plainTofu(context.guarded, ['init', '-input=false', '-no-color'])
})
test.after(async ({ guarded, disks }) => {
  disks.forEach(({ close }) => close())
  await guarded.close()
})

const filesOn = (path: string): ReadonlyArray<string> =>
  fs
    .readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'taken')
    .map((entry) => join(entry.parentPath, entry.name))

test('where a run keeps its own files: refused before tofu is run, and nothing is left', async ({ guarded, disks }) => {
  const disk = fullDisk(join(guarded.home, 'temporary'), 0)
  disks.push(disk)
  const { wrap } = disk
  const screen = await refused(guarded, 'plan', guarded.bootstrap, { env: { TMPDIR: disk.path }, wrap })
  assert.match(screen, disk.said)
  assert.match(screen, 'the system refuses')
  assert.not.match(screen, 'running   tofu')
  assert.equal(
    fs.readdirSync(disk.path).filter((name) => name !== 'taken'),
    []
  )
})

test('where plans and evidence are kept: refused before anything is done, and the evidence is shown', async ({
  guarded,
  disks
}) => {
  const disk = fullDisk(join(guarded.home, 'state'), 2)
  disks.push(disk)
  const { wrap } = disk
  const screen = await refused(guarded, 'plan', guarded.bootstrap, { env: { XDG_STATE_HOME: disk.path }, wrap })
  assert.match(screen, disk.said)
  assert.not.match(screen, 'running   tofu')
  assert.match(screen, 'the evidence cannot be stored in')
  const document = JSON.parse(screen.slice(screen.indexOf('{\n'), screen.lastIndexOf('}') + 1)) as Record<
    string,
    unknown
  >
  assert.is(document['schema'], 'zenthea-foundation/evidence/4')
  assert.equal(document['outcome'], { reason: 'NotKept', objections: [], exitCode: 1 })
  assert.equal(filesOn(disk.path), [])
})

test('with room again, the plan is made', async ({ guarded }) => {
  assert.match(done(await guarded.guard('plan', guarded.bootstrap)), 'the plan passes')
  assert.is(guarded.plans().length, 2)
})

test.run()
