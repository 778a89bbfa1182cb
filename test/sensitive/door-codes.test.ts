import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { doorCodeIn } from '../../src/sensitive/door-codes.ts'

const test = suite('codes of doors, alarms and safes')

/** One in each official language of the EU, as staff write it. All are made up. */
const told = [
  ...['door code server aisle: 4711', 'The gate code is 2026', 'alarm code 9081#', 'safe combination (12345678)'],
  ...['tuercode serverraum keller 4711#', 'Code für die Tür ist 0815', 'Alarmcode Keller=4711', 'digicode B #4711'],
  ...['code de la porte du local 2580', 'código de la puerta 1904*', 'codice porta CED 7731'],
  ...['codigo da porta da sala tecnica 2580', 'deurcode is 1948', 'kod do drzwi serwerowni to 3907'],
  ...[
    'kód od dveří je 1212',
    'kód od dverí 3434',
    'az ajtókód 5656',
    'codul ușii este 7878',
    'kodat za vratata e 1948'
  ],
  ...['код за вратата на сървърното 6604', 'o kodikos tis portas einai 7702', 'κωδικός πόρτας: 8181'],
  ...[
    'portkod 9292',
    'dørkode 1313',
    'ovikoodi 2424',
    'ukse kood 3535',
    'durų kodas 4646',
    'durvju kods servertelpai 6604'
  ],
  ...['šifra za ulaz je 0912, pitati portira', 'koda vrat 5757', 'cód an dorais 6868', 'il-kodiċi tal-bieb hu 4471']
]

test('digits are found a few words behind the name, in each official language of the EU', () => {
  assert.is(told.length, 32)
  for (const text of told) assert.is(doorCodeIn(text), 'code of a door', text)
})

test('what is said of such a code, another number and a year are not one', () => {
  for (const text of [
    ...[
      'door code',
      'door code policy 4711',
      'door code reader firmware 4711',
      'gate code in 2026',
      'door codes for 12 doors'
    ],
    ...[
      'door code 47',
      'door code 471112345',
      'door code 4711a',
      'door code 47.11',
      'door code 471 %',
      'door code rotated in room 312'
    ],
    ...['door code changes in ticket 4711', 'code 4711', 'door 4711', 'alarm codes v2 1200', 'door code model 3000'],
    'door code of the second gate behind the old main building 4711'
  ])
    assert.is(doorCodeIn(text), undefined, text)
})

test('both ends of how many digits and words there may be', () => {
  for (const [text, isOne] of [
    ['door code 123', true],
    ['door code 12', false],
    ['door code 12345678', true],
    ['door code 123456789', false],
    ['door code one two three four five 4711', true],
    ['door code one two three four five six 4711', false],
    ['door code is 1948', true],
    ['door code 1948', false],
    ['door code 1948#', true],
    ['door code 2150', true]
  ] as const)
    assert.is(doorCodeIn(text) !== undefined, isOne, text)
})

test.run()
