import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withoutKeptCodes } from '../../src/sensitive/code-systems.ts'
import { sensitiveText } from '../../src/sensitive/sensitive-text.ts'
import { languageLines } from './language-lines.ts'

/** Clinical codes in a note on a system that keeps them, and beside a person. */
const test = suite('code systems')

const lines = languageLines(new URL('code-systems.txt', import.meta.url))

for (const [language, ofASystem = '', ofAPerson = ''] of lines)
  test(`${language}: the code in a catalogue passes, and that of a person is stopped`, () => {
    for (const key of ['Note', 'description', 'Bemerkung']) {
      for (const text of ofASystem.split('; ')) assert.equal(sensitiveText(key, text), [], text)
      for (const text of ofAPerson.split('; ')) assert.ok(sensitiveText(key, text).length > 0, text)
    }
  })

test('codes are taken out beside words for a catalogue alone', () => {
  assert.is(withoutKeptCodes('E11.9 in the mapping'), '  in the mapping')
  for (const text of [
    'E11.9 in the list',
    'mapping 11.9',
    'E11.9, mapping of R. Kruse',
    'E11.9, mapping of Kruse G.',
    'E11.9, 12.03.1984, mapping',
    '4548-4 = 8.7 mapping'
  ])
    assert.is(withoutKeptCodes(text), text)
})

test.run()
