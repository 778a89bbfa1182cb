import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { byWeakName } from '../../src/sensitive/weak-names.ts'

const test = suite('names that say little alone')

/** A kind, a value that fits, one that does not, and names for it. */
const kinds: ReadonlyArray<readonly [string, string, string, string]> = [
  ['date of birth', '17.05.1980', 'in May', 'birth fecha_nac data_ur szulido ημ_γεννησης датаРаждане dzim_dat né_le'],
  ['place of birth', 'Linz', '47', 'birthplace geb_ort lieu_naiss szulhely loc_nastere място_на_раждане'],
  ['name of a person', 'Huber', 'main.tf', 'fname lname forename nname vname'],
  ['phone number', '0664 1234567', '900/1800', 'gsm fon mobiel guthan mowbajl'],
  ['clinical fact', 'Asthma', '2. Bundesliga', 'illness Krankheit liga болест ασθένεια dx'],
  ['password', 'Fruehling7', '24/2026', 'kw KW']
]

for (const [kind, fit, other, names] of kinds)
  test(`a value decides under such a name: ${kind}`, () => {
    for (const name of names.split(' ')) {
      assert.is(byWeakName(name, fit), kind, name)
      assert.is(byWeakName(name, other), undefined, name)
    }
    assert.is(byWeakName('Purpose', fit), undefined)
  })

/** By kind and a name of it: what just fits, and the nearest that does not. */
const sides: ReadonlyArray<
  readonly [name: string, kind: string, fitting: ReadonlyArray<string>, others: ReadonlyArray<string>]
> = [
  [
    'born',
    'date of birth',
    [
      ...[
        '1.2.80',
        '17 / 05 / 1980',
        '17 Dec. 1980',
        '17.  May  1980',
        'May 7 1980',
        'May 17, 1980',
        'September 7, 80'
      ],
      ...[
        '1980-5-17',
        '1980-05-7',
        '198005-17',
        '1980-0517',
        '2001/1/1',
        '17.05.1980.',
        '17 Μαΐου 1980',
        '17 мая 1980'
      ],
      ...['1980-05-17T00:00:00.000+02:00', '1980-05-17T00Z', '17 abcdefghijkl 1980']
    ],
    [
      ...[
        '117.05.1980',
        '17.005.1980',
        '17.05.1880',
        '17.05.198',
        '17....05.1980',
        '17.05....1980',
        '17 ab 1980',
        '17051980'
      ],
      ...[
        '17 abcdefghijklm 1980',
        'Ma 17 1980',
        'Septembers1 7 1980',
        'May 17,1980',
        'May 117 1980',
        '1880-05-17',
        '1980---05-17'
      ],
      ...[
        '1980-05---17',
        '1980-05-17..',
        '1980-05-17T01:00',
        '1980-05-17T00:00x',
        'x17.05.1980',
        '17.05.1980x',
        'May 1980'
      ]
    ]
  ],
  ['birthplace', 'place of birth', ['Ulm', '4020 Linz', 'Ρόδος', 'Рим'], ['Ul', '4020', 'U1m', '12.3']],
  [
    'lname',
    'name of a person',
    ['Li', 'O’Brien', "O'Brien", 'Anna Maria Luise Huber', 'Meier-Huber', 'Żak'],
    ['L', 'huber', 'xHuber', 'Huber.tf', 'Huber 2', 'Anna Maria Luise Eva Huber', 'Huber  Anna', 'Huber_Anna', 'Anna h']
  ],
  [
    'gsm',
    'phone number',
    ['+43 (664) 12.34-56/7', '06641234', ' 0664 1234 '],
    ['++4366412345', 'x0664 1234567', '0664 1234567x', '0664 123', '0664_1234567', '+']
  ],
  [
    'dx',
    'clinical fact',
    ['F32', 'f322', 'F32.2', 'F32.25', 'F3225', 'Z99'],
    ['U32', 'xF32', 'F32x', 'F32.', 'F32.255', 'FF32', 'F3']
  ],
  [
    'kw',
    'password',
    ['abcd12', 'abc123', '1!2Abc', 'κωδ123'],
    ['abc12', 'ab1234', 'abcdef', 'das abc123', 'abc123 das', '123456']
  ]
]

for (const [name, kind, fitting, others] of sides)
  test(`what just fits, and what does not: ${kind}`, () => {
    for (const value of fitting) assert.is(byWeakName(name, value), kind, value)
    for (const value of others) assert.is(byWeakName(name, value), undefined, value)
  })

test('a date is one in each order and with a month in words, with its year', () => {
  for (const date of [
    '1980-05-17',
    '17.5.1980',
    '17/05/80',
    '17 May 1980',
    'May 17, 1980',
    '19800517',
    ' 17. Mai 1980 '
  ])
    assert.is(byWeakName('born', date), 'date of birth', date)
  for (const date of ['17.05.', '05/1980', '1980', 'v1980-05-17', '1980-05-17-rc1', 'the day'])
    assert.is(byWeakName('born', date), undefined, date)
})

test('a code of a diagnosis fits the name of an illness, and eight digits fit a phone', () => {
  assert.is(byWeakName('illness', 'F32.2'), 'clinical fact')
  assert.is(byWeakName('illness', 'F3'), undefined)
  assert.is(byWeakName('gsm', '12345678'), 'phone number')
  assert.is(byWeakName('gsm', '1234567'), undefined)
})

test('a word about systems behind the name, and a longer text, are not judged by it', () => {
  assert.is(byWeakName('birthplaceOfProject', 'Ostwind'), undefined)
  assert.is(byWeakName('birth_service', '2024-05-17'), undefined)
  assert.is(byWeakName('illness', `${' '.repeat(194)}Asthma`), 'clinical fact')
  assert.is(byWeakName('illness', `${' '.repeat(195)}Asthma`), undefined)
})

test('a number is one’s own under a word for that, and the mobile telephone of a person under another', () => {
  for (const [key, text] of [
    ['privat', '0160 4417 382'],
    ['Privatnummer', 'Gerlinde 0160 4417 382'],
    ['oma_numero', '041 724 1738'],
    ['mobil', 'Torsten 0160 4417 382'],
    ['komórka', 'Oliwia 660 204 918'],
    ['личен', '0888 214 730']
  ] as const)
    assert.is(byWeakName(key, text), 'phone number', key)
  for (const [key, text] of [
    ['privat', '10.120.130.140'],
    ['private', 'true'],
    ['mobil', 'Team Bildgebung 0160 4417 382'],
    ['mobile', 'build 20240115'],
    ['own', 'account 123456789012']
  ] as const)
    assert.is(byWeakName(key, text), undefined, key)
})

test.run()
