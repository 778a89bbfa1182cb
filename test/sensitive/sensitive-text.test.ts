import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isNote, sensitiveText } from '../../src/sensitive/sensitive-text.ts'

const test = suite('sensitive-text')

test('a key for a remark is a note, however it is written', () => {
  for (const key of [
    'Note',
    'notes',
    'AdminNote',
    'Bemerkung',
    'poznámka',
    'σημείωση',
    'Забележка',
    'märkus',
    'INTERNAL_COMMENT'
  ])
    assert.ok(isNote(key), key)
  for (const key of ['Purpose', 'Name', 'Notebook', 'Denote', '']) assert.not.ok(isNote(key), key)
})

test('the name of an illness is one person’s under such a key alone', () => {
  assert.is(sensitiveText('Note', 'Leukämie').length, 1)
  assert.equal(sensitiveText('Purpose', 'Leukämie'), [])
})

test.run()
