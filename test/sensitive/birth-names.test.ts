import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { byWeakName } from '../../src/sensitive/weak-names.ts'
import { languageLines } from './language-lines.ts'

/** How keys name the date and the place of a birth, in each official language of the EU. */
const test = suite('birth names')

for (const [language, dates = '', places = ''] of languageLines(new URL('birth-names.txt', import.meta.url)))
  test(`${language}: under each name a date is of a birth, and a town is where`, () => {
    for (const name of dates.split('; ')) {
      assert.is(byWeakName(name, '1984-03-12'), 'date of birth', name)
      assert.is.not(byWeakName(name, 'eu-central-1'), 'date of birth', name)
    }
    for (const name of places.split('; ')) {
      assert.is(byWeakName(name, 'Valletta'), 'place of birth', name)
      assert.is.not(byWeakName(name, '12'), 'place of birth', name)
    }
  })

test('a name with another word behind, and the halves of one, say neither', () => {
  for (const name of ['birth date format', 'datum', 'fecha', 'luogo', 'kraj', 'vieta', 'birthday project'])
    assert.is(byWeakName(name, '1984-03-12'), undefined, name)
})

test.run()
