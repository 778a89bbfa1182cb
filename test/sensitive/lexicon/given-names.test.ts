import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fold } from '../../../src/sensitive/fold.ts'
import { isGivenName } from '../../../src/sensitive/lexicon/names.ts'
import { languageLines } from '../language-lines.ts'

/** Given names of old and young in each official language, with the endings of cases, and words that only look like one. */
const test = suite('given names')

const lines = languageLines(new URL('given-names.txt', import.meta.url))

for (const [language = '', names = ''] of lines)
  test(`${language}: each name is known, and each form of it`, () => {
    for (const name of names.split(/;? /)) assert.ok(isGivenName(fold(name)), name)
  })

test('a word that begins as a name does, or is a country, a day or a thing, is none', () => {
  for (const word of [
    'Connect Kingdom Clarify Conceptual Denied Denial Standing Standort Charter Signal Signature Guide Correct Cyrillic Chart',
    'Friday Edition Edit Christmas Maribor Austria Francia Malta Georgia Romania Germany Milano Juli August Domingo Rok Max',
    'Floor Round Theme Shared Photon Ghost Mercedes Aurora Athena Παρασκευή Αθήνα Поля'
  ].flatMap((line) => line.split(' ')))
    assert.not.ok(isGivenName(fold(word)), word)
})

test.run()
