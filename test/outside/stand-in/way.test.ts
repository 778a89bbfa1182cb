import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
