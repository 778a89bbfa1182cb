import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { contactIn } from '../../../src/sensitive/contacts.ts'
import { languageLines } from '../language-lines.ts'

/** In each official language a number told as one's own is found, and the mobile telephone of a duty is none. */
const test = suite('telephones')

const lines = languageLines(new URL('telephones.txt', import.meta.url))

for (const [language = '', ...rest] of lines)
  test(`${language}: an own number, and a mobile one beside one name, are found, and a team's is not`, () => {
    const [team = '', ...persons] = rest.toReversed()
    assert.is(persons.length, 2, language)
    for (const text of persons) assert.is(contactIn(text), 'phone number', text)
    assert.is(contactIn(team), undefined, team)
  })

test.run()
