import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { codeTable, numberTable } from '../../src/sensitive/numbers.ts'
import { personalDataIn } from '../../src/sensitive/personal-data.ts'
import { italianCodes, letteredNumbers, registerNumbers } from '../../src/sensitive/register-numbers.ts'
import { asStdnum, capitals, digits, drawn, onlyRow } from './only-row.ts'
import fc from 'fast-check'

const test = suite('numbers of persons')

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

test('register-numbers: every row has published examples, and every example its row', () => {
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

test('register-numbers: the Croatian OIB as stdnum judges', () => {
  const holds = holding('Croatian OIB')
  for (const text of withLast(drawn(digits, 10, 200))) assert.is(holds(text), asStdnum('HR', 'oib')(text), text)
})

test('register-numbers: the German tax id: what stdnum accepts, if one digit stands two or three times and no other twice', () => {
  const holds = holding('German tax id')
  for (const first of ['3657426180', '8609574271', '1223456789', '1112345678'])
    for (const text of withLast([first])) assert.is(holds(text), asStdnum('DE', 'idnr')(text), text)
  for (const first of ['1234567890', '1122345678', '1111234567'])
    for (const text of withLast([first])) assert.not.ok(holds(text), text)
})

test('register-numbers: the French number as stdnum judges, Corsica included', () => {
  const holds = holding('French social security number')
  for (const first of ['2951099126111', '187012A123456', '187012B123456'])
    for (let check = 0; check < 100; check += 1) {
      const text = first + String(check).padStart(2, '0')
      assert.is(holds(text), asStdnum('FR', 'nir')(text), text)
    }
})

test('register-numbers: the Dutch number with dots as stdnum judges', () => {
  const holds = holding('Dutch citizen service number')
  for (const text of withLast(drawn(digits, 8, 200))) {
    const dotted = `${text.slice(0, 4)}.${text.slice(4, 6)}.${text.slice(6)}`
    assert.is(holds(dotted), asStdnum('NL', 'bsn')(text), text)
  }
})

test('register-numbers: every wrong last digit of the numbers that stdnum does not know', () => {
  for (const [kind, number] of [
    ['Hungarian tax number', '8071592153'],
    ['UK NHS number', '9434765919'],
    ['UK NHS number', '401 023 2137']
  ] as const)
    for (const last of digits) assert.is(holding(kind)(number.slice(0, -1) + last), last === number.at(-1), kind)
})

test('register-numbers: a health card of a country that has none is none', () => {
  assert.not.ok(holding('European health insurance card number')('80840001011699902102'))
})

test('register-numbers: nine or twelve digits alone name no person, and neither does one repeated digit', () => {
  for (const text of ['111222333', '123456782', '999999990', '111122223333', '444455556666', '198803200016'])
    assert.is(personalDataIn(text), undefined, text)
  for (const digit of digits)
    for (let length = 6; length <= 20; length += 1)
      assert.is(personalDataIn(digit.repeat(length)), undefined, `${digit} ${length} times`)
})

/** The examples of the SWIFT IBAN registry. */
const ibans = `
AD1200012030200359100100 AE070331234567890123456 AL47212110090000000235698741 AT611904300234573201
AZ21NABZ00000000137010001944 BA391290079401028494 BE68539007547034 BG80BNBG96611020345678 BH67BMAG00001299123456
BR1800360305000010009795493C1 BY13NBRB3600900000002Z00AB00 CH9300762011623852957 CR05015202001026284066
CY17002001280000001200527600 CZ6508000000192000145399 DE89370400440532013000 DK5000400440116243
DO28BAGR00000001212453611324 EE382200221020145685 EG380019000500000000263180002 ES9121000418450200051332
FI2112345600000785 FO6264600001631634 FR1420041010050500013M02606 GB29NWBK60161331926819 GE29NB0000000101904917
GI75NWBK000000007099453 GL8964710001000206 GR1601101250000000012300695 GT82TRAJ01020000001210029690
HR1210010051863000160 HU42117730161111101800000000 IE29AIBK93115212345678 IL620108000000099999999
IQ98NBIQ850123456789012 IS140159260076545510730339 IT60X0542811101000000123456 JO94CBJO0010000000000131000302
KW81CBKU0000000000001234560101 KZ86125KZT5004100100 LB62099900000001001901229114 LC55HEMM000100010012001200023015
LI21088100002324013AA LT121000011101001000 LU280019400644750000 LV80BANK0000435195001 LY83002048000020100120361
MC5811222000010123456789030 MD24AG000225100013104168 ME25505000012345678951 MK07250120000058984
MR1300020001010000123456753 MT84MALT011000012345MTLCAST001S MU17BOMM0101101030300200000MUR NL91ABNA0417164300
NO9386011117947 PK36SCBL0000001123456702 PL61109010140000071219812874 PS92PALS000000000400123456702
PT50000201231234567890154 QA58DOHB00001234567890ABCDEFG RO49AAAA1B31007593840000 RS35260005601001611379
SA0380000000608010167519 SC18SSCB11010000000000001497USD SE4550000000058398257466 SI56263300012039086
SK3112000000198742637541 SM86U0322509800000000270100 SV62CENR00000000000000700025 TL380080012345678910157
TN5910006035183598478831 TR330006100519786457841326 UA213223130000026007233566001 VA59001123000012345678
VG96VPVG0000012345678901 XK051212012345678906`
  .trim()
  .split(/\s+/)

const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ')

test('bank-numbers: the examples of the IBAN registry, as printed and as typed', () => {
  for (const iban of ibans) {
    assert.is(personalDataIn(iban), 'IBAN', iban)
    assert.is(personalDataIn(inFours(iban)), 'IBAN', iban)
    assert.is(personalDataIn(`pay to ${iban.toLowerCase()}, soon`), 'IBAN', iban)
  }
})

test('bank-numbers: an IBAN that has letters among its digits', () => {
  for (const text of ['RO80 BTRL Z0O9 2C1K G0FT JHJG', 'RO80BTRLZ0O92C1KG0FTJHJG'])
    assert.is(personalDataIn(text), 'IBAN', text)
  assert.is(personalDataIn('RO81 BTRL Z0O9 2C1K G0FT JHJG'), undefined)
})

test('bank-numbers: an IBAN with a wrong check digit, one digit too few or too many, or in a longer word is none', () => {
  for (const iban of ibans) {
    const check = (Number(iban.slice(2, 4)) % 97) + 1
    const wrong = `${iban.slice(0, 2)}${String(check).padStart(2, '0')}${iban.slice(4)}`
    for (const text of [wrong, iban.slice(0, -1), `${iban}0`, `x${iban}`])
      assert.is.not(personalDataIn(text), 'IBAN', text)
  }
  assert.is(personalDataIn('ZZ89370400440532013000'), undefined)
})

/** Test numbers that card schemes and payment services publish. */
const cards = `4111111111111111 4012888888881881 5555555555554444 5105105105105100 2223003122003222
2223000048400011 378282246310005 371449635398431 378734493671000 30569309025904 38520000023237 3530111333300000
3566002020360505 6011111111111117 6011000990139424 6200000000000005`
  .trim()
  .split(/\s+/)

test('bank-numbers: payment cards, with single spaces or hyphens or nothing between the digits', () => {
  for (const card of cards)
    for (const text of [card, inFours(card), inFours(card).replaceAll(' ', '-'), `card_${card}`])
      assert.is(personalDataIn(text), 'payment card number', text)
})

test('bank-numbers: a card number with a wrong check digit is none', () => {
  for (const card of cards) {
    const wrong = card.slice(0, -1) + String((Number(card.at(-1)) + 1) % 10)
    assert.is.not(personalDataIn(wrong), 'payment card number', wrong)
  }
})

test('bank-numbers: a part of a longer row of digits is not a card', () => {
  for (const text of ['14111111111111111', '4111-1111-1111-1111-1111', '1.4111111111111111', '4111111111111111.5'])
    assert.is.not(personalDataIn(text), 'payment card number', text)
})

const publishedLettered: Readonly<Record<string, string>> = {
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

test('lettered-numbers: every row has publishedLettered examples, and every example its row', () => {
  assert.equal(letteredNumbers.map(({ kind }) => kind).toSorted(), Object.keys(publishedLettered).toSorted())
})

for (const { kind } of letteredNumbers)
  test(`publishedLettered: ${kind}`, () => {
    const holds = holdsLettered(kind)
    for (const example of (publishedLettered[kind] ?? '').split(', ')) {
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

test('lettered-numbers: every wrong last digit of a German health insurance number', () => {
  const holds = holdsLettered('German health insurance number')
  for (const last of digits) assert.is(holds(`A12345678${last}`), last === '0', last)
})

test('lettered-numbers: the Italian codice fiscale as stdnum judges, in either case, with letters for digits', () => {
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
