import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ageText, readLockInfo, writtenLockInfo } from '../../src/backend/lock-info.ts'

/** As a real OpenTofu wrote it; each other text is one that Go would read otherwise, or that force-unlock would not remove. */
const test = suite('the text of a lock')

const WRITTEN =
  '{"ID":"d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10","Operation":"OperationTypeApply","Info":"","Who":"a\\u003cb@host","Version":"1.12.6","Created":"2026-01-31T11:00:00.1Z","Path":"x"}'

test('is read as OpenTofu writes it', () => {
  const read = readLockInfo(WRITTEN)
  assert.is(O.isSome(read) ? read.value.Who : '', 'a<b@host')
})

const others: Readonly<Record<string, readonly [part: string, other: string]>> = {
  'a key twice': ['{', '{"ID":"d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a11",'],
  'a key in another case': ['"ID"', '"id"'],
  'a key more': ['{', '{"id":"d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a11",'],
  'a space': [':', ': '],
  'another order': ['"Info":"","Who":"a\\u003cb@host"', '"Who":"a\\u003cb@host","Info":""'],
  'a character that Go escapes': ['\\u003c', '<'],
  'an escape that Go does not write': ['@host', '\\u0040host'],
  'commands of a shell for its id': ['d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10', 'x; rm -rf ~ #'],
  'an option for its id': ['d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10', '-force'],
  'an id in capitals': ['d3b07384', 'D3B07384'],
  'a moment in words': ['2026-01-31T11:00:00.1Z', 'just now'],
  'a day that is none': ['2026-01-31T', '2026-02-30T'],
  'an hour that is none': ['T11:', 'T24:'],
  'a moment of another zone': ['00.1Z', '00.1+01:00'],
  'a zero at the end of the moment': ['00.1Z', '00.10Z'],
  'a number for a text': ['"Path":"x"', '"Path":1'],
  'no path': [',"Path":"x"', ''],
  'nothing after it but a space': ['"x"}', '"x"} ']
}
for (const [what, [part, other]] of Object.entries(others))
  test(`with ${what} is refused`, () => {
    assert.ok(WRITTEN.includes(part))
    assert.ok(O.isNone(readLockInfo(WRITTEN.replace(part, other))))
  })

/** Each part of a moment at its last value and one beyond it. Source: RFC 3339, section 5.7, and its Appendix C. */
const moments: Readonly<Record<string, boolean>> = {
  '2024-02-29T23:59:59Z': true,
  '2024-02-30T00:00:00Z': false,
  '2023-02-29T00:00:00Z': false,
  '2025-02-29T00:00:00Z': false,
  '2026-02-28T00:00:00Z': true,
  '2000-02-29T00:00:00Z': true,
  '2100-02-29T00:00:00Z': false,
  '2026-04-30T00:00:00Z': true,
  '2026-04-31T00:00:00Z': false,
  '2026-12-31T00:00:00Z': true,
  '2026-12-32T00:00:00Z': false,
  '2026-13-01T00:00:00Z': false,
  '2026-00-01T00:00:00Z': false,
  '2026-01-00T00:00:00Z': false,
  '2026-01-01T24:00:00Z': false,
  '2026-01-01T00:60:00Z': false,
  '2026-01-01T00:00:60Z': false,
  '2026-01-01T00:00:00.123456789Z': true,
  '2026-01-01T00:00:00.1234567891Z': false,
  '2026-01-01T00:00:00.Z': false,
  ' 2026-01-01T00:00:00Z': false,
  '2026-01-01T00:00:00Z ': false
}
for (const [moment, isRead] of Object.entries(moments))
  test(`the moment '${moment}' is ${isRead ? 'read' : 'refused'}`, () => {
    assert.is(O.isSome(readLockInfo(WRITTEN.replace('2026-01-31T11:00:00.1Z', moment))), isRead)
  })

for (const month of [1, 3, 5, 7, 8, 10, 12])
  test(`month ${month} has 31 days`, () => {
    const at = (day: number) =>
      readLockInfo(WRITTEN.replace('2026-01-31T11:00:00.1Z', `2026-${String(month).padStart(2, '0')}-${day}T00:00:00Z`))
    assert.ok(O.isSome(at(31)))
    assert.ok(O.isNone(at(32)))
  })

for (const month of ['04', '06', '09', '11'])
  test(`month ${month} has 30 days`, () => {
    const at = (day: number) =>
      readLockInfo(WRITTEN.replace('2026-01-31T11:00:00.1Z', `2026-${month}-${day}T00:00:00Z`))
    assert.ok(O.isSome(at(30)))
    assert.ok(O.isNone(at(31)))
  })

for (const id of [
  'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a1',
  'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a100',
  'd3b0738-d9a0-4c9b-8f6e-2f1d1c3b5a10',
  'd3b07384-d9a0-4c9b-2f1d1c3b5a10',
  'd3b07384-d9a0-4c9b-8f6-2f1d1c3b5a10',
  ' d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10'
])
  test(`the id '${id}' is refused`, () => {
    assert.ok(O.isNone(readLockInfo(WRITTEN.replace('d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10', id))))
  })

const info = {
  ID: 'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10',
  Operation: 'preflight',
  Info: '<b> & "c"\u2028\u2029\u2030',
  Who: 'é\t',
  Version: '',
  Created: '2026-01-31T11:00:00Z',
  Path: 'a/b'
}

/** Source: Go, encoding/json, Marshal, which escapes <, >, & and the two separators for HTML; time.RFC3339Nano. */
test('a lock is written as Go writes it, and read again', () => {
  assert.is(
    writtenLockInfo(info),
    '{"ID":"d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10","Operation":"preflight","Info":"\\u003cb\\u003e \\u0026 \\"c\\"\\u2028\\u2029\u2030","Who":"é\\t","Version":"","Created":"2026-01-31T11:00:00Z","Path":"a/b"}'
  )
  assert.equal(readLockInfo(writtenLockInfo(info)), O.some(info))
})

test('a moment is written without zeros at the end of its fraction, and without a fraction that is zero', () => {
  const fractions = { '': '', '.0': '', '.000': '', '.10': '.1', '.100200': '.1002', '.123': '.123', '.05': '.05' }
  for (const [given, written] of Object.entries(fractions))
    assert.ok(
      writtenLockInfo({ ...info, Created: `2026-01-31T11:00:00${given}Z` }).includes(
        `"Created":"2026-01-31T11:00:00${written}Z"`
      ),
      given
    )
})

test('an age is told in its largest whole unit', () => {
  const ages: ReadonlyArray<readonly [millis: number, text: string]> = [
    [-60_000, '0 seconds'],
    [0, '0 seconds'],
    [999, '0 seconds'],
    [1000, '1 second'],
    [59_999, '59 seconds'],
    [60_000, '1 minute'],
    [3_599_999, '59 minutes'],
    [3_600_000, '1 hour'],
    [86_399_999, '23 hours'],
    [86_400_000, '1 day'],
    [172_800_000, '2 days']
  ]
  for (const [millis, text] of ages) assert.is(ageText(millis), text)
})

test.run()
