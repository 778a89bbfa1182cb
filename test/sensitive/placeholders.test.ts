import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isPlaceholder, withoutFormats, withoutSamples } from '../../src/sensitive/placeholders.ts'
import { sensitiveText } from '../../src/sensitive/sensitive-text.ts'
import { languageLines } from './language-lines.ts'

/** What stands for a value that is still to come, and values that stand near to it. */
const test = suite('placeholders')

const stopped = (key: string, text: string): boolean => sensitiveText(key, text).length > 0

const lines = languageLines(new URL('placeholders.txt', import.meta.url))

for (const [language, placeholders = '', values = ''] of lines)
  test(`${language}: a placeholder passes under the name of a credential, and a value is stopped`, () => {
    for (const text of placeholders.split('; ')) {
      assert.ok(isPlaceholder(text), text)
      assert.not(stopped('password', text), text)
    }
    for (const text of values.split('; ')) assert.ok(!isPlaceholder(text) && stopped('password', text), text)
  })

test('a placeholder behind a name in a text passes, and a value is stopped', () => {
  for (const text of [
    'api_key=CHANGE_ME',
    'password: <your-password>, then restart',
    'token = "DA_SOSTITUIRE"',
    'Authorization: Bearer <token>'
  ])
    assert.not(stopped('Note', text), text)
  for (const text of ['api_key=CHANGE77', 'password: hunter, to be replaced', 'token = "DA_SOSTITUIRE_77"'])
    assert.ok(stopped('Note', text), text)
})

test('one short word, two letters and a long text stand for themselves', () => {
  for (const text of [
    'lisa',
    'insert',
    'replaceme',
    'tbd1',
    '<a',
    '<>',
    `<${'your '.repeat(16)}key>`,
    '<linden>',
    '[linden]'
  ])
    assert.not(isPlaceholder(text), text)
  for (const text of ['todo', '"tbd"', 'REPLACEME', '<todo>', '[change me]', '@@PASSWORD@@', '@TOKEN@', '${PASSWORD}'])
    assert.ok(isPlaceholder(text), text)
})

const crosses = (count: number): string => 'X'.repeat(count)

/** A record of formats, and the same with one value. No number of social security begins with 9. */
const records = [
  ['name=Jane Doe; dob=YYYY-MM-DD; mrn=0000000', 'name=Jane Doe; dob=1984-03-12; mrn=0000000'],
  ['John Doe, MRN: 0000000', 'John Doe, MRN: 4711000'],
  ['Patient: Max Mustermann, geb. TT.MM.JJJJ', 'Patient: Max Mustermann, geb. 12.03.1984'],
  ['Patientin Erika Mustermann, JJJJ-MM-TT', 'Patientin Gerlinde Kruse, JJJJ-MM-TT'],
  ['paziente Mario Rossi, nato GG/MM/AAAA', 'paziente Mario Bellucci, nato GG/MM/AAAA'],
  ['patient : Jean Dupont, né le JJ/MM/AAAA', 'patient : Jean Kerbrat, né le JJ/MM/AAAA, VIH+'],
  ['Pacjent: Jan Kowalski, PESEL 00000000000', 'Pacjent: Jan Kowalski, PESEL 44051401359'],
  [`SSN: ${crosses(3)}-${crosses(2)}-${crosses(4)}`, 'SSN: 900-12-3456'],
  ['dob=DDMMYYYY', 'dob=12031984'],
  ['KVNR X000000000', 'KVNR A123456781'],
  ['Vorname Nachname, MRN 00000-000', 'Vorname Nachname, MRN 47110-815']
] as const

for (const [format, value] of records)
  test(`"${format}" passes, and "${value}" is stopped`, () => {
    assert.equal(sensitiveText('sample', format), [])
    assert.ok(stopped('sample', value))
  })

test('a format under the name of a fact passes, and a name of a handbook beside no format is a person', () => {
  for (const [key, text] of [
    ['dob', 'YYYY-MM-DD'],
    ['mrn', '0000000'],
    ['Geburtsdatum', 'TT.MM.JJJJ'],
    ['patient', '<patient-id>']
  ] as const)
    assert.not(stopped(key, text), text)
  for (const [key, text] of [
    ['dob', '1984-03-12'],
    ['patient', 'Jane Doe'],
    ['patient', '<Gerlinde>'],
    ['patient', '0000000 Gerlinde'],
    ['pin', '000000']
  ] as const)
    assert.ok(stopped(key, text), text)
  for (const text of ['Jane Doe', '5500 0000 0000 0004', '0000 0004', '0000']) assert.is(withoutFormats(text), text)
  assert.is(withoutFormats('Jane Doe, 00000'), '<>, <>')
})

/** A home of a handbook, and one near to it where somebody may live. */
const homes = [
  ['Musterstraße 1, 12345 Musterstadt', 'Lindenstraße 1, 12345 Musterstadt'],
  ['Musterstr. 12a 12345 Musterstadt', 'Musterstr. 12a, 80331 München'],
  ['Musterstrasse 12, A-1010 Musterdorf', 'Lindenstrasse 12, 10115 Musterdorf'],
  ['Beispielweg 3, 12345 Beispielhausen', 'Beispielweg 3, 80331 München'],
  ['Beispielplatz 3, 12345 Beispielort', 'Beispielplatz 3, 12345 Berlin'],
  ['123 Main Street, Anytown SW1A 1AA', '123 Main Street, London SW1A 1AA'],
  ['12 Example Road, Exampleville, SW1A 1AA', '12 Linden Road, Exampleville, SW1A 1AA']
] as const

for (const [sample, home] of homes)
  test(`"${sample}" passes, and "${home}" is stopped`, () => {
    assert.equal(sensitiveText('Note', sample), [])
    assert.is(withoutFormats(sample), '<>')
    assert.ok(stopped('Note', home))
  })

test('a home beside one of a handbook is stopped, and a person of a handbook passes with it', () => {
  assert.ok(stopped('Note', 'Musterstraße 1, 12345 Musterstadt, now Lindenstraße 4, 12345 Berlin'))
  assert.not(stopped('Note', 'Testpatient Max Mustermann, Musterstraße 1, 12345 Musterstadt'))
})

/** Samples of the documentation of vendors, in parts: whole, they would be refused here. */
const samples = [
  ['AKIAIOSFODNN7', 'EXAMPLE'],
  ['wJalrXUtnFEMI/K7MDENG/bPxRfiCY', 'EXAMPLEKEY'],
  ['sk_test_4eC39HqL', 'yjWDarjtT1zdp7dc'],
  ['ghp_16C7e42F292c6912E7710c8383', '47Ae178B4a'],
  ['xoxb-not-a-real-', 'token-this-will-not-work'],
  ['4242 4242', ' 4242 4242'],
  ['DE89 3704 0044', ' 0532 0130 00']
].map((parts) => parts.join(''))

test('a sample of a documentation passes where it is said to be one, and nowhere else', () => {
  for (const sample of samples) {
    for (const [key, text] of [
      ['example', sample],
      ['Beispiel', sample],
      ['Note', `from the docs: ${sample}`],
      ['voorbeeld_sleutel', sample]
    ] as const)
      assert.is(withoutSamples(key, text), text.replace(sample, '<>'))
    assert.not(stopped('example', sample), sample)
    assert.is(withoutSamples('Owner', `${sample} of max@example.com`), `${sample} of max@example.com`)
    assert.is(withoutSamples('Owner', sample), sample)
  }
  assert.ok(stopped('Owner', samples[0] ?? ''))
  assert.ok(stopped('example', `AKIAIOSFODNN7${'EXAMPLA'}`))
  assert.not(stopped('example', `aws_access_key_id = ${samples[0]}`))
})

test.run()
