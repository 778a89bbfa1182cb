import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fold, foldedWords, wordsOf } from '../../src/sensitive/fold.ts'

const test = suite('folded texts')

/** Letters that Unicode does not take apart, as they are spelt with plain ones. */
const plain = {
  'ß ẞ': 'ss',
  'æ Æ ǽ': 'ae',
  'œ Œ': 'oe',
  'ø Ø ǿ': 'o',
  'ł Ł': 'l',
  'đ Đ ð Ð': 'd',
  'þ Þ': 'th',
  'ı I İ i': 'i',
  'ħ Ħ': 'h',
  'ς σ Σ': 'σ',
  "’ '": "'",
  'é È ê E': 'e',
  'ά Α': 'α',
  'й И': 'и',
  'ﬁ ＦＩ': 'fi'
}

for (const [letters, folded] of Object.entries(plain))
  test(`${letters} is read as ${folded}`, () => {
    for (const letter of letters.split(' ')) assert.is(fold(`x${letter}Y`), `x${folded}y`, letter)
  })

test('a plain text is in small letters, with its signs and line ends', () => {
  assert.is(fold('A-b_C 1,2\t"x"\r\n'), 'a-b_c 1,2\t"x"\r\n')
})

test('each word of a table is there in the way of a keyboard without umlauts, too', () => {
  assert.equal(
    [...foldedWords({ de: 'Schlüssel, Größe, Ärzte', da: 'Ålder, Nøgle, Æble', hr: 'Međa' })].toSorted(),
    'schlussel schluessel grosse groesse arzte aerzte alder aalder nogle noegle aeble meda medja'.split(' ').toSorted()
  )
})

/** Names as people join their words, and how they are read: by capitals first, and then without regard to them. */
const keys: Readonly<Record<string, ReadonlyArray<string>>> = {
  dateOfBirth: ['date of birth', 'dateofbirth'],
  DATE_OF_BIRTH: ['date of birth'],
  'date-of.birth': ['date of birth'],
  '_date__of birth-': ['date of birth'],
  GeburtsDatum: ['geburts datum', 'geburtsdatum'],
  DBPassword: ['db password', 'dbpassword'],
  db2Password: ['db2 password', 'db2password'],
  ΚωδικόςΠρόσβασης: ['κωδικοσ προσβασησ', 'κωδικοσπροσβασησ'],
  ЕГНПациент: ['егн пациент', 'егнпациент'],
  Straße2Ort: ['strasse2 ort', 'strasse2ort'],
  'p\u0430ssword': ['password'],
  ｐａｓｓword: ['password'],
  '!': [''],
  [`${'a'.repeat(299)}bc`]: [`${'a'.repeat(299)}b`]
}

for (const [key, words] of Object.entries(keys))
  test(`${key.slice(0, 40)} is read as ${words.join(', and ').slice(0, 60)}`, () => {
    assert.equal(wordsOf(key), words)
  })

test.run()
