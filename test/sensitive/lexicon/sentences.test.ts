import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { languageLines } from '../language-lines.ts'
import { clinicalFactIn, isOfASystem } from '../../../src/sensitive/lexicon/sentences.ts'

const test = suite('sentences')

for (const [language, ofAPerson = '', ofASystem = ''] of languageLines(new URL('beside-names.txt', import.meta.url)))
  test(`${language}: an illness right beside a full name is found among systems, and one of a system is not`, () => {
    for (const text of ofAPerson.split('; ')) assert.is(clinicalFactIn(text), 'clinical fact', text)
    for (const text of ofASystem.split('; ')) assert.is(clinicalFactIn(text), undefined, text)
  })

/** A sentence about one person, and one about a system with the same illness in it. */
const pairs = [
  ['Patient mit Hepatitis C', 'Portal zu Hepatitis C'],
  ['la fille a une leucémie', 'registre de leucémie'],
  ['jej syn ma białaczkę', 'rejestr białaczki'],
  ['bed 4 heeft longontsteking', 'dashboard longontsteking'],
  ['54-årig med lungecancer', 'modell för lungcancer'],
  ['мъж, 61 г., инфаркт', 'регистър инфаркт'],
  ['ο γιος έχει επιληψία', 'μητρώο επιληψίας'],
  ['Hanna K., epilepsia', 'epilepsia-sovellus'],
  ['Nieminen leikattu eilen', 'varaston siirto eilen'],
  ['her asthma, mother asked', 'asthma application for a mother'],
  ['doente com enxaqueca', 'portal do doente com enxaqueca'],
  ['Case 4711: borderline syndrome', 'borderline syndrome guideline'],
  ['left-sided pneumonia, febrile', 'pneumonia detection model'],
  ['metoprolol 50, diabetes mellitus', 'metoprolol price list 50']
] as const

for (const [ofAPerson, ofASystem] of pairs)
  test(`${ofAPerson} is one person's, ${ofASystem} is not`, () => {
    assert.is(clinicalFactIn(ofAPerson), 'clinical fact')
    assert.is(clinicalFactIn(ofASystem), undefined)
  })

test('the name of an illness alone is one person’s in a note, and elsewhere may be a purpose', () => {
  assert.is(clinicalFactIn('Migräne'), undefined)
  assert.is(clinicalFactIn('Migräne', true), 'clinical fact')
  assert.is(clinicalFactIn('Kardiologie', true), undefined)
})

test('sentences are judged apart: a person in one and an illness in the next are not one person’s illness', () => {
  assert.is(clinicalFactIn('The patient list is elsewhere. The diabetes model is trained here.'), undefined)
})

test('a number to call is one person’s beside a word for the family, and not beside a system', () => {
  assert.is(clinicalFactIn('rufen: Tochter 0176 555 0199'), 'phone number')
  assert.is(clinicalFactIn('Portal Tochter 0176 555 0199'), undefined)
  assert.is(clinicalFactIn('0176 555 0199'), undefined)
})

test('letters among digits are parts of an id', () => {
  assert.is(clinicalFactIn('o-af0a0cva0a hiv0cva1', true), undefined)
})

test('a text begins with a system or does not', () => {
  assert.ok(isOfASystem('service born 14 may 2021'))
  assert.not.ok(isOfASystem('patient born 14 may 2021'))
  assert.not.ok(isOfASystem('data di nascita 12/03/1984'))
})

test.run()
