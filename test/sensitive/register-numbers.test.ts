import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { numberTable } from '../../src/sensitive/numbers.ts'
import { personalDataIn } from '../../src/sensitive/personal-data.ts'
import { registerNumbers } from '../../src/sensitive/register-numbers.ts'
import { asStdnum } from './as-stdnum.ts'
import { onlyRow } from './only-row.ts'
import { digits, drawn } from './seeded.ts'

const test = suite('register-numbers')

const published: Readonly<Record<string, string>> = {
  'Dutch citizen service number': '1112.22.333',
  'European health insurance card number': '80276001011699902102, 80276 00101 16999 02102, 80250000010000000001',
  'French social security number': '295109912611193, 2 95 10 99 126 111 93',
  'German tax id': '36574261809, 36 574 261 809, 86095742719, 65929970489, 26954371827',
  'Croatian OIB': '33392005961',
  'Hungarian tax number': '8071592153, 8422780135, 8365670003',
  'UK NHS number': '943 476 5919, 943-476-5919, 9434765919, 401 023 2137'
}

const holding = (kind: string): ((text: string) => boolean) =>
  onlyRow(registerNumbers, kind, (rows) => numberTable(rows, 'i'))

test('every row has published examples, and every example its row', () => {
  assert.equal(registerNumbers.map(({ kind }) => kind).toSorted(), Object.keys(published).toSorted())
})

for (const { kind } of registerNumbers)
  test(`published: ${kind}`, () => {
    const holds = holding(kind)
    for (const example of (published[kind] ?? '').split(', ')) {
      for (const text of [example, `no ${example}.`, `a_${example}/b`]) assert.ok(holds(text), text)
      for (const text of [`${example}0`, `0${example}`, `x${example}`, `9-${example}`]) assert.not.ok(holds(text), text)
    }
  })

const withLast = (numbers: ReadonlyArray<string>): ReadonlyArray<string> =>
  numbers.flatMap((number) => Array.from(digits).map((last) => number + last))

test('the Croatian OIB as stdnum judges', () => {
  const holds = holding('Croatian OIB')
  for (const text of withLast(drawn(digits, 10, 200))) assert.is(holds(text), asStdnum('HR', 'oib')(text), text)
})

test('the German tax id: what stdnum accepts, if one digit stands two or three times and no other twice', () => {
  const holds = holding('German tax id')
  for (const first of ['3657426180', '8609574271', '1223456789', '1112345678'])
    for (const text of withLast([first])) assert.is(holds(text), asStdnum('DE', 'idnr')(text), text)
  for (const first of ['1234567890', '1122345678', '1111234567'])
    for (const text of withLast([first])) assert.not.ok(holds(text), text)
})

test('the French number as stdnum judges, Corsica included', () => {
  const holds = holding('French social security number')
  for (const first of ['2951099126111', '187012A123456', '187012B123456'])
    for (let check = 0; check < 100; check += 1) {
      const text = first + String(check).padStart(2, '0')
      assert.is(holds(text), asStdnum('FR', 'nir')(text), text)
    }
})

test('the Dutch number with dots as stdnum judges', () => {
  const holds = holding('Dutch citizen service number')
  for (const text of withLast(drawn(digits, 8, 200))) {
    const dotted = `${text.slice(0, 4)}.${text.slice(4, 6)}.${text.slice(6)}`
    assert.is(holds(dotted), asStdnum('NL', 'bsn')(text), text)
  }
})

test('every wrong last digit of the numbers that stdnum does not know', () => {
  for (const [kind, number] of [
    ['Hungarian tax number', '8071592153'],
    ['UK NHS number', '9434765919'],
    ['UK NHS number', '401 023 2137']
  ] as const)
    for (const last of digits) assert.is(holding(kind)(number.slice(0, -1) + last), last === number.at(-1), kind)
})

test('a health card of a country that has none is none', () => {
  assert.not.ok(holding('European health insurance card number')('80840001011699902102'))
})

test('nine and twelve digits alone are nobody, one digit repeated is nobody', () => {
  for (const text of ['111222333', '123456782', '999999990', '111122223333', '444455556666', '198803200016'])
    assert.is(personalDataIn(text), undefined, text)
  for (const digit of digits)
    for (let length = 6; length <= 20; length += 1)
      assert.is(personalDataIn(digit.repeat(length)), undefined, `${digit} ${length} times`)
})

test.run()
