import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toldCodeIn } from '../../src/sensitive/told-codes.ts'
import { languageLines } from './language-lines.ts'

const test = suite('codes told in words')

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
  for (const text of told) assert.is(toldCodeIn(text), 'code of a door', text)
})

for (const [language, names = ''] of languageLines(new URL('door-codes.txt', import.meta.url)))
  test(`${language}: digits right behind each name of such a code are found, and a version or a year is not`, () => {
    for (const name of names.split('; ')) {
      for (const text of [`${name} 4711`, `${name}: 4711#`]) assert.is(toldCodeIn(text), 'code of a door', text)
      for (const text of [`${name} v2 4711`, `${name} 2026`, `${name} 47`]) assert.is(toldCodeIn(text), undefined, text)
    }
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
      'door code 4711g',
      'door code 47.11',
      'door code 471 %',
      'door code rotated in room 312'
    ],
    ...['door code changes in ticket 4711', 'code 4711', 'door 4711', 'alarm codes v2 1200', 'door code model 3000'],
    'door code of the second gate behind the old main building 4711'
  ])
    assert.is(toldCodeIn(text), undefined, text)
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
    assert.is(toldCodeIn(text) !== undefined, isOne, text)
})

/** The code and the place that it opens apart, in most official languages of the EU. All are made up. */
const apart = [
  ...[
    'Serverraum UG2 Code 5512#',
    'code to the server room is 5512',
    'code salle serveur 5512',
    'puerta trasera, código 5512'
  ],
  ...['sala server: il codice è 5512', 'sala de servidores código 5512', 'code van de serverruimte is 5512'],
  ...['kod 5512 do serwerowni', 'serverovna kód 5512', 'kód 5512, serverovňa', 'szerverszoba kódja 5512'],
  ...['camera serverelor, cod 5512', 'код за сървърното 5512', 'κωδικός 5512 για την είσοδο', 'serverrum, kod 5512'],
  ...['koden til serverrummet er 5512', 'konesali koodi 5512', 'serveriruumi kood 5512', 'serverinės kodas 5512'],
  ...['serveru telpas kods 5512C', 'kod 5512 za server sobu, vrata lijevo', 'koda za sistemsko sobo 1946B'],
  ...['serverovna kod 4*7291#', 'comms room keypad 5512C', 'šifra vrata sala 3: 5512', 'salle serveurs digicode B5512'],
  ...['cód 5512 don seomra freastalaithe', 'kodiċi 5512 kamra tas-server']
]

test('a code and the place that it opens may stand apart', () => {
  assert.is(apart.length, 28)
  for (const text of apart) assert.is(toldCodeIn(text), 'code of a door', text)
})

test('the code of an error or a page near a place is not one', () => {
  for (const text of [
    ...[
      'server room: error code 5512',
      'server room, exit code 137',
      'Serverraum Fehler-Code 5512',
      'QR code 5512 at the door'
    ],
    ...['postal code 55122 gate', 'code erreur 5512 porte', 'door, code version 5512', 'code 5512', 'server room 5512'],
    ...['code 5512 and then many more words that lead away from it to the door', 'door code RAL 7016', 'code 2026 door']
  ])
    assert.is(toldCodeIn(text), undefined, text)
})

/** A code by which one signs in once, in each official language of the EU. All are made up. */
const once = [
  ...[
    'verification code 518820',
    'Einmalcode 518820',
    'code SMS 518820',
    'código SMS 518820',
    'codice di verifica 518820'
  ],
  ...[
    'código de verificação: 518820',
    'sms-code 518820',
    'kod z SMS 518 820',
    'ověřovací kód 518820',
    'overovací kód 518820'
  ],
  ...[
    'egyszeri kód 518820',
    'cod de verificare 518820',
    'код от SMS 518820',
    'κωδικός επαλήθευσης 518820',
    'engångskod 518820'
  ],
  ...[
    'engangskode 518820',
    'vahvistuskoodi 518820',
    'kinnituskood 518820',
    'patvirtinimo kodas 518820',
    'SMS kods 518820'
  ],
  ...['jednokratni kod 518820', 'enkratna koda 518820', 'cód fíoraithe 518820', 'kodiċi ta’ verifika 518820'],
  ...['кодът от смс-а беше 518 820', 'codice otp 518 820'],
  ...['recovery code 9F3K-77QD-LM20', 'códigos de respaldo: 51882046', 'codul unic 518 820', 'OTP 518820'],
  ...['backup codes 5188-2046 7712-0093', 'code secours 51882046 pour le compte', 'recovery code for the box 51882046']
]

test('a code by which one signs in once is found, in each official language of the EU', () => {
  assert.is(once.length, 33)
  for (const text of once) assert.is(toldCodeIn(text), 'code to sign in with', text)
})

test('what is said of such codes is not one', () => {
  for (const text of [
    ...[
      'verification code expires after 90000 ms',
      'sms code 5188',
      'sms codes in ticket 518820',
      'backup codes are in the safe'
    ],
    ...[
      'verification code since 20260131',
      'sms code 2026-01',
      'verification code, 518820%',
      'sms code 518820.5',
      'code 518820'
    ],
    ...[
      'sms code one two three four five 518820',
      'recovery code 51882046123',
      'recovery code ABCD-EFGH',
      'recovery code 9F3K-77QD1',
      'OTP version 518820'
    ]
  ])
    assert.is(toldCodeIn(text), undefined, text)
})

for (const [language, told = '', near = ''] of languageLines(new URL('told-codes.txt', import.meta.url)))
  test(`${language}: a code with a place or a user between is found, and what is said of one is not`, () => {
    for (const text of told.split('; ')) assert.ok(toldCodeIn(text) !== undefined, text)
    for (const text of near.split('; ')) assert.is(toldCodeIn(text), undefined, text)
  })

test.run()
