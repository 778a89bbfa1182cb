import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { startOf } from '../../../src/outside/private/process-table.ts'
import { keptFolder } from '../../../src/outside/sandbox/kept.ts'

type World = { root: string; project: string; keptIn: string }
const test = suite<World>('the folder of a kept sandbox')

test.before.each((world) => {
  world.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-kept-')))
  world.project = join(world.root, 'project')
  world.keptIn = join(world.root, 'state/sandbox/staging-eu')
  fs.mkdirSync(join(world.project, 'stacks'), { recursive: true })
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const opening = ({ project, keptIn }: World, isKept = true, isReset = false) =>
  keptFolder({ project, keptIn, isKept, isReset })

const rightsOf = (path: string): number => fs.statSync(path).mode & 0o777

/** Puts the mark of another process beside the folder. */
const mark = ({ keptIn }: World, text: string): void => {
  fs.mkdirSync(keptIn, { recursive: true })
  fs.writeFileSync(`${keptIn}.open`, text)
}

const refusalOf = (opened: Promise<unknown>): Promise<string> =>
  opened.then(
    () => 'opened',
    (error: unknown) => String(error)
  )

test('one that is not kept has no folder, and nothing is made', async (world) => {
  const { folder, leave } = await opening(world, false)
  assert.is(folder, undefined)
  await leave()
  assert.equal(fs.readdirSync(world.root), ['project'])
})

test('one that is kept is readable by its user alone, on the whole way to it', async (world) => {
  const { folder } = await opening(world)
  assert.is(folder, world.keptIn)
  for (const path of ['state', 'state/sandbox', 'state/sandbox/staging-eu'])
    assert.is(rightsOf(join(world.root, path)), 0o700, path)
  assert.is(rightsOf(`${world.keptIn}.open`), 0o600)
  assert.is(fs.readFileSync(`${world.keptIn}.open`, 'utf8'), `${process.pid}\n${await startOf(process.pid)}`)
})

test('the folder is given as it really is, so that a shell in it shows the same path', async (world) => {
  fs.mkdirSync(join(world.root, 'disk'))
  fs.symlinkSync(join(world.root, 'disk'), join(world.root, 'state'))
  assert.is((await opening(world)).folder, join(world.root, 'disk/sandbox/staging-eu'))
})

test('what was kept is there the next time, without asking for it again, until it is reset', async (world) => {
  const first = await opening(world)
  fs.writeFileSync(join(world.keptIn, 'state'), 'of the first time')
  await first.leave()
  assert.not.ok(fs.existsSync(`${world.keptIn}.open`))

  const second = await opening(world, false)
  assert.is(second.folder, world.keptIn)
  assert.ok(fs.existsSync(`${world.keptIn}.open`))
  assert.is(fs.readFileSync(join(world.keptIn, 'state'), 'utf8'), 'of the first time')
  await second.leave()

  const third = await opening(world, true, true)
  assert.is(third.folder, world.keptIn)
  assert.equal(fs.readdirSync(world.keptIn), [])
  assert.ok(fs.existsSync(`${world.keptIn}.open`))
  await third.leave()
})

test('one that is reset and not to be kept is gone with its mark', async (world) => {
  await (await opening(world)).leave()
  const { folder, leave } = await opening(world, false, true)
  assert.is(folder, undefined)
  assert.equal(fs.readdirSync(join(world.root, 'state/sandbox')), [])
  await leave()
})

test('a reset where nothing was kept opens an empty one, and leaving it twice is leaving it', async (world) => {
  const { folder, leave } = await opening(world, true, true)
  assert.is(folder, world.keptIn)
  assert.equal(fs.readdirSync(world.keptIn), [])
  await leave()
  await leave()
  assert.not.ok(fs.existsSync(`${world.keptIn}.open`))
})

test('one that is open in another terminal is refused and left as it is, also when it should be reset', async (world) => {
  const text = `${process.ppid}\n${await startOf(process.ppid)}`
  mark(world, text)
  fs.writeFileSync(join(world.keptIn, 'state'), 'of the other')
  for (const isReset of [false, true])
    assert.is(
      await refusalOf(opening(world, true, isReset)),
      'Error: this kept sandbox is open in another terminal: type exit there, then run this again'
    )
  assert.is(fs.readFileSync(`${world.keptIn}.open`, 'utf8'), text)
  assert.is(fs.readFileSync(join(world.keptIn, 'state'), 'utf8'), 'of the other')
})

/** Marks of processes that are gone, which must lock nobody out. */
const stale: Readonly<Record<string, string>> = {
  'a process that is gone': '4194305\n1',
  'a number that another process has now': `${process.pid}\n1`,
  'a process that was killed while it wrote': '',
  'a number without a start': String(process.pid),
  'a word in place of a number': 'mutant\n',
  'what only begins with a number': `${process.pid} and more\n`,
  'what only ends with a number': `pid ${process.pid}\n`
}
for (const [name, text] of Object.entries(stale))
  test(`the mark of ${name} is replaced`, async (world) => {
    mark(world, text)
    const { folder } = await opening(world)
    assert.is(folder, world.keptIn)
    assert.is(fs.readFileSync(`${world.keptIn}.open`, 'utf8'), `${process.pid}\n${await startOf(process.pid)}`)
  })

test('a place in the project, or one that others can change, is refused before anything is made', async (world) => {
  const inProject = join(world.project, 'kept')
  assert.match(await refusalOf(opening({ ...world, keptIn: inProject })), /lies in the project/)
  assert.equal(fs.readdirSync(world.project), ['stacks'])
  fs.mkdirSync(join(world.root, 'open'))
  fs.chmodSync(join(world.root, 'open'), 0o777)
  const open = join(world.root, 'open/sandbox/staging-eu')
  assert.match(await refusalOf(opening({ ...world, keptIn: open })), /can be changed by others/)
  assert.equal(fs.readdirSync(join(world.root, 'open')), [])
})

test('a system that refuses to write the mark is heard in its own words', async (world) => {
  const long = join(world.root, 'x'.repeat(252))
  assert.match(await refusalOf(opening({ ...world, keptIn: long })), /ENAMETOOLONG/)
})

test('what keeps the mark from being written is told as it is, and not as another terminal', async (world) => {
  const { writeFileSync } = fs
  const refusals = [
    Object.assign(new Error('EACCES: permission denied, open'), { code: 'EACCES' }),
    new Error('a defect')
  ]
  for (const refusal of refusals) {
    Object.assign(fs, {
      writeFileSync: () => {
        throw refusal
      }
    })
    syncBuiltinESMExports()
    try {
      assert.is(await refusalOf(opening(world)), String(refusal))
    } finally {
      Object.assign(fs, { writeFileSync })
      syncBuiltinESMExports()
    }
  }
})

for (const name of ['a process that is gone', 'a number that another process has now'])
  test(`of five terminals that meet the mark of ${name} at the same moment, one opens the sandbox`, async (world) => {
    mark(world, stale[name] ?? '')
    const said = await Promise.all(Array.from({ length: 5 }, () => refusalOf(opening(world))))
    assert.is(said.filter((one) => one === 'opened').length, 1, said.join('\n'))
    for (const one of said.filter((other) => other !== 'opened'))
      assert.match(one, /^Error: this kept sandbox is (open|being opened) in/)
    assert.equal(fs.readdirSync(join(world.root, 'state/sandbox')).toSorted(), ['staging-eu', 'staging-eu.open'])
  })

test('a process that died while it took the place of another locks no terminal out', async (world) => {
  mark(world, '4194305\n1')
  fs.writeFileSync(`${world.keptIn}.open.turn`, '4194306\n1')
  assert.is((await opening(world)).folder, world.keptIn)
  assert.equal(fs.readdirSync(join(world.root, 'state/sandbox')).toSorted(), ['staging-eu', 'staging-eu.open'])
})

/** What another terminal removes, and the moment of this one at which it does. */
const moments: Readonly<Record<string, readonly [call: 'readFileSync' | 'writeFileSync', removed: string]>> = {
  'the mark, after it was read': ['readFileSync', '.open'],
  'the turn, after the mark was written': ['writeFileSync', '.open.turn']
}
for (const [what, [call, removed]] of Object.entries(moments))
  test(`another terminal that removes ${what} stops nothing`, async (world) => {
    mark(world, '4194305\n1')
    const before = fs[call] as (path: string, ...rest: ReadonlyArray<unknown>) => unknown
    const after = (path: string, ...rest: ReadonlyArray<unknown>): unknown => {
      const given = before(path, ...rest)
      if (path === `${world.keptIn}.open` && fs.existsSync(`${path}.turn`)) fs.rmSync(world.keptIn + removed)
      return given
    }
    Object.assign(fs, { [call]: after })
    syncBuiltinESMExports()
    try {
      assert.is((await opening(world)).folder, world.keptIn)
    } finally {
      Object.assign(fs, { [call]: before })
      syncBuiltinESMExports()
    }
    assert.equal(fs.readdirSync(join(world.root, 'state/sandbox')).toSorted(), ['staging-eu', 'staging-eu.open'])
  })

test('while another terminal takes the place of one that is gone, this one waits its turn', async (world) => {
  mark(world, '4194305\n1')
  fs.writeFileSync(`${world.keptIn}.open.turn`, `${process.pid}\n${await startOf(process.pid)}`)
  assert.is(
    await refusalOf(opening(world)),
    'Error: this kept sandbox is being opened in another terminal: type exit there, then run this again'
  )
  assert.is(fs.readFileSync(`${world.keptIn}.open`, 'utf8'), '4194305\n1')
})

test.run()
