import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import timers from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Way, wayIn } from '../../../src/outside/stand-in/stand-in.ts'

type Place = { folder: string; way: Way; said: () => Readonly<Record<string, string>> }
const test = suite<Place>('the way to AWS of a stand-in')
test.before.each((place) => {
  place.folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-way-')))
  place.way = wayIn(place.folder)
  place.said = () =>
    Object.fromEntries(
      fs.readdirSync(place.folder).map((name) => [name, fs.readFileSync(join(place.folder, name), 'utf8')])
    )
})
test.after.each(({ folder }) => fs.rmSync(folder, { recursive: true, force: true }))

test('an answer is held until it is let go; one that was held before does not count', async ({ folder, way, said }) => {
  fs.writeFileSync(join(folder, 'held'), '..')
  way.hold('PutObject')
  assert.equal(said(), { hold: 'PutObject' })
  assert.is(way.heldFile, join(folder, 'held'))
  let isHeld = false
  const held = way.held(2).then(() => (isHeld = true))
  fs.writeFileSync(way.heldFile, '.')
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.not.ok(isHeld)
  await way.held()
  fs.writeFileSync(way.heldFile, '..')
  await held
  way.release()
  assert.equal(said(), { held: '..' })
})

test('an answer is waited for two minutes, and then it is said that too few were made', async ({ folder, way }) => {
  const { setTimeout: wait } = timers
  let pauses: ReadonlyArray<number> = []
  const hurried = async (answers: number, at: number): Promise<string> => {
    const all: Array<number> = []
    Object.assign(timers, {
      setTimeout: async (millis: number) => {
        if (all.push(millis) === at) fs.writeFileSync(join(folder, 'held'), '..')
      }
    })
    syncBuiltinESMExports()
    try {
      return await way.held(answers).then(
        () => 'held',
        (error: Error) => error.message
      )
    } finally {
      Object.assign(timers, { setTimeout: wait })
      syncBuiltinESMExports()
      pauses = all
    }
  }
  assert.is(await hurried(1, 5999), 'held')
  assert.equal([pauses.length, new Set(pauses)], [5999, new Set([20])])
  assert.is(await hurried(3, 0), 'too few such calls were made')
  assert.is(pauses.length * 20, 120_000)
})

test('the way is cut from a call on, and repaired also where it was cut already', ({ folder, way, said }) => {
  way.cutAt('DeleteItem')
  assert.equal(said(), { 'cut-at': 'DeleteItem' })
  fs.writeFileSync(join(folder, 'cut'), '')
  way.mend()
  assert.equal(said(), {})
  way.mend()
})

test('sessions end with a call', ({ way, said }) => {
  way.expireAt('GetItem')
  assert.equal(said(), { 'expire-at': 'GetItem' })
})

test('a few answers are struck, and those that were are counted anew each time', ({ folder, way, said }) => {
  const strike = { at: 'PutItem', by: 'aws-sdk-go', times: 2, done: true, answer: null }
  assert.is(way.struck(), 0)
  fs.writeFileSync(join(folder, 'struck'), '...')
  assert.is(way.struck(), 3)
  way.strike(strike)
  assert.equal(said(), { strike: JSON.stringify(strike) })
  assert.is(way.struck(), 0)
  way.mend()
  assert.equal(said(), {})
})

test.run()
