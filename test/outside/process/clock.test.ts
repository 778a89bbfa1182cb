import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clock } from '../../../src/outside/process/clock.ts'

const test = suite('the clock of this machine')

test('is at this moment, which is written in UTC and read again', () => {
  const before = Date.now()
  const now = clock.now()
  assert.ok(before <= now && now <= Date.now())
  assert.is(clock.written(now), new Date(now).toISOString())
  assert.equal(clock.read(clock.written(now)), O.some(now))
})

/** Texts in the form of RFC 3339, and the milliseconds since 1970 by which `date -d` knows them. */
const moments: Readonly<Record<string, number>> = {
  '1970-01-01T00:00:00Z': 0,
  '1970-01-01T00:00:01.5Z': 1500,
  '2026-01-31T12:00:00Z': 1_769_860_800_000,
  '2026-01-31T12:00:00+02:00': 1_769_853_600_000,
  '2026-01-31T12:00:00.250-05:30': 1_769_880_600_250
}
for (const [text, millis] of Object.entries(moments))
  test(`reads ${text}`, () => assert.equal(clock.read(text), O.some(millis)))

for (const text of [
  '',
  '2026-01-31',
  '2026-01-31T12:00:00',
  '2026-01-31 12:00:00Z',
  '2026-13-31T12:00:00Z',
  '+002026-01-31T12:00:00Z',
  'on 2026-01-31T12:00:00Z',
  '2026-01-31T12:00:00Z (UTC)',
  '2026-01-31T12:00:00+0200'
])
  test(`reads no moment in '${text}'`, () => assert.equal(clock.read(text), O.none))

test.run()
