import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { latin, sounded } from '../../../src/sensitive/lexicon/spelling.ts'

const test = suite('spelling')

test('one word of Greek or Latin sounds the same in the spellings of the Union', () => {
  for (const words of [
    'haemophilia hemofilia haemofilia',
    'carcinom karzinom karsinoom',
    'ceftriaxon ceftriakson ceftryaxon'
  ])
    assert.is(new Set(words.split(' ').map(sounded)).size, 1, words)
  assert.is.not(sounded('asthma'), sounded('anaemia'))
})

test('Greek and Cyrillic letters become the Latin ones of the same word', () => {
  assert.is(sounded(latin('διαβητησ')), sounded('diavitis'))
  assert.is(latin('инсулин'), 'insulin')
  assert.is(latin('ινσουλινη'), 'insulini')
  assert.is(latin('insulin'), 'insulin')
  assert.is(latin('μπετον ντοματα γκαζι παιδι ειδοσ οικοσ ουρο'), 'beton domata gazi pedi idos ikos uro')
})

test.run()
