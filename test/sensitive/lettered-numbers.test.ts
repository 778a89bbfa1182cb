import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { italianCodes, letteredNumbers } from '../../src/sensitive/lettered-numbers.ts'
import { codeTable, numberTable } from '../../src/sensitive/numbers.ts'
import { asStdnum } from './as-stdnum.ts'
import { onlyRow } from './only-row.ts'
import { capitals, digits, drawn } from './seeded.ts'

const test = suite('lettered-numbers')

const published: Readonly<Record<string, string>> = {
  'Cypriot tax number': '00123123T',
  'German health insurance number': 'A123456780, A 123 456 780',
  'Irish PPS number': '6433435F, 6433435IH, 6433435FW, 6433435FT',
  'Portuguese citizen card number': '00000000 0 ZZ4, 000000000ZZ4',
  'Spanish DNI or NIE': '54362315K, 54362315-K, 12345678Z, 12.345.678-Z, X2482300W, X-2482300-W',
  'UK national insurance number': 'HH012345D, HH 01 23 45 D'
}

const holdsLettered = (kind: string): ((text: string) => boolean) =>
  onlyRow(letteredNumbers, kind, (rows) => numberTable(rows, ''))

const holdsItalian = onlyRow(italianCodes, 'Italian codice fiscale', codeTable)

test('every row has published examples, and every example its row', () => {
  assert.equal(letteredNumbers.map(({ kind }) => kind).toSorted(), Object.keys(published).toSorted())
})

for (const { kind } of letteredNumbers)
  test(`published: ${kind}`, () => {
    const holds = holdsLettered(kind)
    for (const example of (published[kind] ?? '').split(', ')) {
      for (const text of [example, `id ${example}.`, `a_${example}/b`]) assert.ok(holds(text), text)
      for (const text of [`0${example}`, `x${example}`, `${example}0`, example.toLowerCase()])
        assert.not.ok(holds(text), text)
    }
  })

const oracles: ReadonlyArray<[string, ReadonlyArray<string>, (text: string) => boolean]> = [
  [
    'Irish PPS number',
    drawn(digits, 7, 60).flatMap((text) => Array.from(capitals.slice(0, 23)).map((last) => text + last)),
    asStdnum('IE', 'pps')
  ],
  [
    'Irish PPS number',
    drawn(digits, 7, 60).flatMap((text) => Array.from(capitals.slice(0, 23)).map((last) => `${text}${last}H`)),
    asStdnum('IE', 'pps')
  ],
  [
    'Spanish DNI or NIE',
    drawn(digits, 8, 60).flatMap((text) => Array.from(capitals).map((last) => text + last)),
    asStdnum('ES', 'dni')
  ],
  [
    'Spanish DNI or NIE',
    drawn(digits, 7, 60).flatMap((text) => Array.from(capitals).map((last) => `Y${text}${last}`)),
    asStdnum('ES', 'nie')
  ],
  [
    'Cypriot tax number',
    drawn(digits, 7, 60).flatMap((text) => Array.from(capitals).map((last) => `0${text}${last}`)),
    asStdnum('CY', 'vat')
  ],
  [
    'Portuguese citizen card number',
    drawn(digits, 9, 60).flatMap((text) => Array.from(digits).map((last) => `${text}ZY${last}`)),
    asStdnum('PT', 'cc')
  ],
  ['UK national insurance number', drawn(capitals, 2, 700).map((text) => `${text}123456C`), asStdnum('GB', 'nino')]
]

for (const [kind, candidates, oracle] of oracles)
  test(`as stdnum judges: ${kind} like ${candidates[0]}`, () => {
    const holds = holdsLettered(kind)
    const kept = candidates.filter((text) => kind !== 'Irish PPS number' || text.length === 8 || oracle(text))
    for (const text of kept) assert.is(holds(text), oracle(text), text)
    assert.ok(kept.filter((text) => oracle(text)).length >= 20, 'some candidates are valid')
  })

test('every wrong last digit of a German health insurance number', () => {
  const holds = holdsLettered('German health insurance number')
  for (const last of digits) assert.is(holds(`A12345678${last}`), last === '0', last)
})

test('the Italian codice fiscale as stdnum judges, in either case, with letters for digits', () => {
  for (const text of ['RCCMNL83S18D969H', 'rccmnl83s18d969h', 'RCCMNL 83S18 D969H', 'RSSMRA85T10A562S'])
    assert.ok(holdsItalian(text), text)
  const codes = fc.sample(
    fc.tuple(
      fc.constantFrom('RCCMNL', 'RSSMRA', 'VRDGPP'),
      fc.constantFrom('83', '8P', 'U1'),
      fc.constantFrom('S18', 'A41', 'T0M'),
      fc.constantFrom('D969', 'H501', 'F2LR'),
      fc.constantFrom(...Array.from(capitals))
    ),
    { seed: 3, numRuns: 3_000 }
  )
  const verdicts = codes.map((parts) => {
    const text = parts.join('')
    const isValid = asStdnum('IT', 'codicefiscale')(text)
    assert.is(holdsItalian(text), isValid, text)
    return isValid
  })
  assert.ok(verdicts.filter((valid) => valid).length >= 20)
})

test.run()
