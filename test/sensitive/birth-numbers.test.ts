import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { birthNumbers } from '../../src/sensitive/birth-numbers.ts'
import { numberTable } from '../../src/sensitive/numbers.ts'
import { asStdnum, onlyRow } from './only-row.ts'

const test = suite('birth-numbers')

/** Published examples of each number: those of stdnum, of the states, and of the OECD's descriptions. */
const published: Readonly<Record<string, string>> = {
  'Austrian social security number': '1237010180, 1237 010180',
  'Belgian national number': '85.07.30-033.28, 85073003328, 64101612335, 88022999990',
  'Bulgarian personal number': '8032056031, 7523169263',
  'Czech or Slovak birth number': '710319/2745, 7103192745',
  'Danish personal number': '211062-5629',
  'Estonian or Lithuanian personal code': '36805280109, 33309240064',
  'Finnish personal identity code': '131052-308T, 311280-999J',
  'German pension insurance number': '15070649C103, 15 070649 C 103, 65170839J003',
  'Greek social security number': '01013099997',
  'Hungarian personal number': '2-720216-1673, 27202161673, 3-000101-1236',
  'Latvian personal code': '161175-19997, 16117519997, 328673-00679, 321234-56788, 321234-56789',
  'Luxembourgish identification number': '1893120105732, 1893 12 01 057 32',
  'Polish PESEL': '44051401359',
  'Romanian personal number': '1630615123457, 1800101221144',
  'Slovenian personal number': '0101006500006',
  'Swedish personal number': '880320-0016, 8803200016, 19880320-0016, 880320+0016'
}

test('every row has published examples, and every example its row', () => {
  assert.equal(birthNumbers.map(({ kind }) => kind).toSorted(), Object.keys(published).toSorted())
})

for (const { kind } of birthNumbers)
  test(`published: ${kind}`, () => {
    const examples = (published[kind] ?? '').split(', ')
    const holds = onlyRow(birthNumbers, kind, (rows) => numberTable(rows, 'i'))
    for (const example of examples) {
      for (const text of [example, `Nr. ${example}, tel.`, `a_${example}/b`]) assert.ok(holds(text), text)
      for (const text of [`${example}0`, `0${example}`, `x${example}`, `9-${example}`, `${example}.5`])
        assert.not.ok(holds(text), text)
    }
  })

const two = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'))
const digits = (count: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** count - 1 }).map((number) => String(number).padStart(count, '0'))
const joined = (...parts: ReadonlyArray<fc.Arbitrary<string>>): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''))
const year = two(30, 99)
const month = two(1, 12)
const day = two(1, 28)
const is = (text: string): fc.Arbitrary<string> => fc.constant(text)
const of = (...texts: ReadonlyArray<string>): fc.Arbitrary<string> => fc.constantFrom(...texts)

/** Numbers with a good date and random checks: stdnum and the row must agree on every one. */
const oracles: ReadonlyArray<[string, fc.Arbitrary<string>, (text: string) => boolean]> = [
  ['Austrian social security number', joined(two(10, 99), digits(2), day, month, year), asStdnum('AT', 'vnr')],
  ['Belgian national number', joined(two(0, 20), month, day, digits(5)), asStdnum('BE', 'nn')],
  ['Bulgarian personal number', joined(year, month, day, digits(4)), asStdnum('BG', 'egn')],
  [
    'Czech or Slovak birth number',
    joined(two(54, 99), of('01', '12', '51', '62'), day, is('/'), digits(4)),
    asStdnum('CZ', 'rc')
  ],
  ['Estonian or Lithuanian personal code', joined(of('3', '4'), year, month, day, digits(4)), asStdnum('LT', 'asmens')],
  ['Estonian or Lithuanian personal code', joined(of('3', '4'), year, month, day, digits(4)), asStdnum('EE', 'ik')],
  [
    'Finnish personal identity code',
    joined(day, month, year, is('-'), digits(3), of(...Array.from('0123456789ABCDEFHJKLMNPRSTUVWXY'))),
    asStdnum('FI', 'hetu')
  ],
  [
    'German pension insurance number',
    joined(of('15', '65'), day, month, year, of(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')), digits(3)),
    asStdnum('DE', 'svnr')
  ],
  ['Greek social security number', joined(day, month, year, digits(5)), asStdnum('GR', 'amka')],
  ['Latvian personal code', joined(day, month, year, of('1'), digits(4)), asStdnum('LV', 'pvn')],
  ['Polish PESEL', joined(year, month, day, digits(5)), asStdnum('PL', 'pesel')],
  [
    'Romanian personal number',
    joined(of('1', '2'), year, month, day, of('12', '22', '40'), digits(4)),
    asStdnum('RO', 'cnp')
  ],
  ['Slovenian personal number', joined(day, month, is('9'), year, is('50'), digits(4)), asStdnum('SI', 'emso')],
  ['Swedish personal number', joined(year, month, day, is('-'), digits(4)), asStdnum('SE', 'personnummer')]
]

for (const [kind, candidates, oracle] of oracles)
  test(`as stdnum judges: ${kind}`, () => {
    const holds = onlyRow(birthNumbers, kind, (rows) => numberTable(rows, 'i'))
    const verdicts = fc.sample(candidates, { seed: 11, numRuns: 2_000 }).map((text) => {
      const isValid = oracle(text)
      assert.is(holds(text), isValid, text)
      return isValid
    })
    assert.ok(verdicts.filter((valid) => valid).length >= 20, 'some candidates are valid')
    assert.ok(verdicts.filter((valid) => !valid).length >= 20, 'some candidates are not')
  })

test('every wrong last digit of the numbers that stdnum does not know', () => {
  for (const [kind, number] of [
    ['Hungarian personal number', '27202161673'],
    ['Luxembourgish identification number', '1893120105732']
  ] as const) {
    const holds = onlyRow(birthNumbers, kind, (rows) => numberTable(rows, 'i'))
    for (const last of '0123456789') assert.is(holds(number.slice(0, -1) + last), last === number.at(-1), kind)
  }
})

test('both check digits of a Luxembourgish number', () => {
  const holds = onlyRow(birthNumbers, 'Luxembourgish identification number', (rows) => numberTable(rows, 'i'))
  for (const luhn of '0123456789') assert.is(holds(`18931201057${luhn}2`), luhn === '3', luhn)
})

test('the digits of a Hungarian number weigh the other way round from 1997', () => {
  const holds = onlyRow(birthNumbers, 'Hungarian personal number', (rows) => numberTable(rows, 'i'))
  for (const last of '0123456789') assert.is(holds(`3000101123${last}`), last === '6', last)
})

test('a date that cannot be makes no number', () => {
  const danish = onlyRow(birthNumbers, 'Danish personal number', (rows) => numberTable(rows, 'i'))
  for (const text of ['321062-5629', '211362-5629', '001062-5629', '2110625629']) assert.not.ok(danish(text), text)
})

test.run()
