import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readLockInfo } from '../../src/backend/lock-info.ts'

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

test.run()
