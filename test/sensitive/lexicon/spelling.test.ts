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

/** A sentence with every letter of Greek, and one with every letter of Bulgarian. */
test('each letter of both alphabets has Latin ones', () => {
  assert.is(latin('ξεσκεπαζω την ψυχοφθορα βδελυγμια'), 'xeskepazo tin psihoftora vdeligmia')
  assert.is(
    latin('жълтата дюля беше щастлива че пухът който цъфна замръзна като гьон'),
    'jaltata dula bese stastliva ce puhat koito cafna zamrazna kato gion'
  )
  assert.is(latin('симптомы эпилепсии'), 'simptomi epilepsii')
})

test('the same sounds are heard in each spelling of a word', () => {
  for (const [written, heard] of [
    ['aeoe', 'e'],
    ['phosphat', 'fosfat'],
    ['schizophren', 'sisofren'],
    ['shunt', 'sunt'],
    ['chorea', 'korea'],
    ['cystitis', 'sistitis'],
    ['cancer', 'kanser'],
    ['quecksilber', 'kueksilber'],
    ['xantom', 'ksantom'],
    ['zink', 'sink'],
    ['jod', 'iod'],
    ['wasting', 'vasting'],
    ['hepatitis', 'epatitis'],
    ['allergie', 'alergie']
  ] as const)
    assert.is(sounded(written), heard, written)
})

test.run()
