import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { byWeakName } from '../../src/sensitive/weak-names.ts'

const test = suite('names that say little alone')

/** A kind, a value that fits, one that does not, and names for it. */
const kinds: ReadonlyArray<readonly [string, string, string, string]> = [
  ['date of birth', '17.05.1980', 'in May', 'birth fecha_nac data_ur szulido ημ_γεννησης датаРаждане dzim_dat né_le'],
  ['place of birth', 'Linz', '47', 'birthplace geb_ort lieu_naiss szulhely loc_nastere място_на_раждане'],
  ['name of a person', 'Huber', 'main.tf', 'fname lname forename nname vname'],
  ['phone number', '0664 1234567', '900/1800', 'gsm fon mobiel guthan mowbajl'],
  ['clinical fact', 'Asthma', '2. Bundesliga', 'illness Krankheit liga болест ασθένεια dx'],
  ['password', 'Fruehling7', '24/2026', 'kw KW']
]

for (const [kind, fit, other, names] of kinds)
  test(`a value decides under such a name: ${kind}`, () => {
    for (const name of names.split(' ')) {
      assert.is(byWeakName(name, fit), kind, name)
      assert.is(byWeakName(name, other), undefined, name)
    }
    assert.is(byWeakName('Purpose', fit), undefined)
  })

test('a date is one in each order and with a month in words, with its year', () => {
  for (const date of [
    '1980-05-17',
    '17.5.1980',
    '17/05/80',
    '17 May 1980',
    'May 17, 1980',
    '19800517',
    ' 17. Mai 1980 '
  ])
    assert.is(byWeakName('born', date), 'date of birth', date)
  for (const date of ['17.05.', '05/1980', '1980', 'v1980-05-17', '1980-05-17-rc1', 'the day'])
    assert.is(byWeakName('born', date), undefined, date)
})

test('a code of a diagnosis fits the name of an illness, and eight digits fit a phone', () => {
  assert.is(byWeakName('illness', 'F32.2'), 'clinical fact')
  assert.is(byWeakName('illness', 'F3'), undefined)
  assert.is(byWeakName('gsm', '12345678'), 'phone number')
  assert.is(byWeakName('gsm', '1234567'), undefined)
})

test('a word about systems behind the name, and a longer text, are not judged by it', () => {
  assert.is(byWeakName('birthplaceOfProject', 'Ostwind'), undefined)
  assert.is(byWeakName('birth_service', '2024-05-17'), undefined)
  assert.is(byWeakName('illness', `${' '.repeat(194)}Asthma`), 'clinical fact')
  assert.is(byWeakName('illness', `${' '.repeat(195)}Asthma`), undefined)
})

test.run()
