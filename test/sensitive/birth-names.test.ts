import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { byWeakName } from '../../src/sensitive/weak-names.ts'
import { languageLines } from './language-lines.ts'

/** How keys name the date and the place of a birth, in each official language of the EU. */
const test = suite('birth names')

for (const [language, dates = '', places = '', halves = ''] of languageLines(
  new URL('birth-names.txt', import.meta.url)
))
  test(`${language}: under each name a date is of a birth, and a town is where, and half a name says neither`, () => {
    for (const name of dates.split('; ')) {
      assert.is(byWeakName(name, '1984-03-12'), 'date of birth', name)
      assert.is.not(byWeakName(name, 'eu-central-1'), 'date of birth', name)
    }
    for (const name of places.split('; ')) {
      assert.is(byWeakName(name, 'Valletta'), 'place of birth', name)
      assert.is.not(byWeakName(name, '12'), 'place of birth', name)
    }
    for (const name of halves.split('; '))
      for (const text of ['1984-03-12', 'Valletta']) assert.is(byWeakName(name, text), undefined, name)
  })

test('a name with another word behind says neither', () => {
  for (const name of ['birth date format', 'birthday project', 'geburtsdatum format'])
    assert.is(byWeakName(name, '1984-03-12'), undefined, name)
})

test.run()
