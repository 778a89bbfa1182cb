import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bareNumberIn, personalDataIn } from '../../src/sensitive/personal-data.ts'

const test = suite('personal-data')

const kinds: ReadonlyArray<[string, string]> = [
  ['e-mail address', 'max@example.com'],
  ['phone number', '+49 30 901820'],
  ['IBAN', 'DE89 3704 0044 0532 0130 00'],
  ['number of a person', 'PESEL 44051401359'],
  ['UK NHS number', '943 476 5919'],
  ['German health insurance number', 'A 123 456 780'],
  ['Italian codice fiscale', 'RCCMNL83S18D969H'],
  ['personal or clinical fact', 'Diagnosis: C50.9'],
  ['number of a person', 'BSN 111222333']
]

for (const [kind, text] of kinds)
  test(`${kind}: ${text}`, () => {
    assert.is(personalDataIn(text), kind)
    assert.is(personalDataIn(`before ${text} after`), kind)
  })

test('where several rows fit, the one with more structure names the kind', () => {
  assert.is(bareNumberIn('86095742719'), 'German tax id')
  assert.is(bareNumberIn('33392005961'), 'Croatian OIB')
  assert.is(personalDataIn('86 095 742 719'), 'German tax id')
})

test('bare digits are asked for by themselves, since only what stands beside them tells whose they are', () => {
  for (const [kind, text] of [
    ['Polish PESEL', '44051401359'],
    ['German health insurance number', 'A123456780']
  ] as const) {
    assert.is(bareNumberIn(`before ${text} after`), kind)
    assert.is(personalDataIn(text), undefined, text)
  }
})

test('the parts of a UUID are no numbers of a person, what stands beside a UUID is', () => {
  assert.is(personalDataIn('6433435F'), 'Irish PPS number')
  for (const text of ['6433435F-AB1C-4C3D-8E9F-0A1B2C3D4E5F', 'key/6433435F-AB1C-4C3D-8E9F-0A1B2C3D4E5F'])
    assert.is(personalDataIn(text), undefined, text)
  assert.is(personalDataIn('6433435F-AB1C-4C3D-8E9F-0A1B2C3D4E5F of max@example.com'), 'e-mail address')
})

test('small letters around digits are a hash', () => {
  for (const text of ['a123456780', '6433435f', 'zenthea-54362315k']) assert.is(personalDataIn(text), undefined, text)
})

test.run()
