import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bareNumberIn, personalDataIn } from '../../src/sensitive/personal-data.ts'
import { credentialIn } from '../../src/sensitive/credentials.ts'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
import { digits, drawn } from './only-row.ts'

const test = suite('personal data')

const kinds: ReadonlyArray<[string, string]> = [
  ['e-mail address', 'max@example.com'],
  ['phone number', '+49 30 901820'],
  ['IBAN', 'DE89 3704 0044 0532 0130 00'],
  ['number of a person', 'PESEL 44051401359'],
  ['UK NHS number', '943 476 5919'],
  ['German health insurance number', 'A 123 456 780'],
  ['Italian codice fiscale', 'RCCMNL83S18D969H'],
  ['personal or clinical fact', 'Diagnosis: C50.9'],
  ['number of a person', 'BSN 111222333']
]

for (const [kind, text] of kinds)
  test(`${kind}: ${text}`, () => {
    assert.is(personalDataIn(text), kind)
    assert.is(personalDataIn(`before ${text} after`), kind)
  })

const readers: Readonly<Record<string, string>> = {
  'a person to call': 'volať Zuzanu Kohútikovú, 0903 859 457',
  'a tax number beside its owner': 'NIF do doente Aníbal Queirós: 157898385',
  'a code of a person in a bed': 'łóżko 6, F20.0, zgoda sądu jest',
  'a visit': 'Podgorškova naročena na gastroskopijo 3. 12. ob 7.45',
  'a file named after a person': 'ELLWOODM_19620314_CT-THORAX'
}

for (const [what, text] of Object.entries(readers))
  test(`personal-data: ${what} is one`, () => {
    assert.ok(personalDataIn(text) !== undefined)
  })

test('personal-data: where several rows fit, the one with more structure names the kind', () => {
  assert.is(bareNumberIn('86095742719'), 'German tax id')
  assert.is(bareNumberIn('33392005961'), 'Croatian OIB')
  assert.is(personalDataIn('86 095 742 719'), 'German tax id')
})

test('personal-data: bare digits are asked for by themselves, since only what stands beside them tells whose they are', () => {
  for (const [kind, text] of [
    ['Polish PESEL', '44051401359'],
    ['German health insurance number', 'A123456780']
  ] as const) {
    assert.is(bareNumberIn(`before ${text} after`), kind)
    assert.is(personalDataIn(text), undefined, text)
  }
})

test('personal-data: the parts of a UUID are not numbers of a person, and an address beside a UUID is found', () => {
  assert.is(personalDataIn('6433435F'), 'Irish PPS number')
  for (const text of ['6433435F-AB1C-4C3D-8E9F-0A1B2C3D4E5F', 'key/6433435F-AB1C-4C3D-8E9F-0A1B2C3D4E5F'])
    assert.is(personalDataIn(text), undefined, text)
  assert.is(personalDataIn('6433435F-AB1C-4C3D-8E9F-0A1B2C3D4E5F of max@example.com'), 'e-mail address')
})

test('personal-data: small letters around digits are a hash', () => {
  for (const text of ['a123456780', '6433435f', 'zenthea-54362315k']) assert.is(personalDataIn(text), undefined, text)
})

const mail = [
  'max.mustermann@example.com',
  'Max <max@example.org>',
  'mailto:o.brien+aws@sub.example.co.uk',
  'arn:aws:sts::111122223333:assumed-role/Admin/jane@example.com',
  'AROAQNZGKIQY56JQ7WMLA:jane@example.com',
  'https://example.com/?owner=jane@example.com',
  'jürgen@müller.example',
  'jane@xn--mller-kva.example',
  'JANE@EXAMPLE.COM',
  'a@b.io'
]

for (const text of mail)
  test(`mail: ${text}`, () => {
    assert.is(personalDataIn(text), 'e-mail address')
  })

const noMail = [
  'hashicorp/aws@5.100.0',
  'repository@sha256:0123456789abcdef',
  '@zenthea/foundation',
  'platform-team@',
  'user@localhost',
  'ssh://git@example.com/org/repo',
  '${aws:username}@example.com',
  'a @ b.example'
]

for (const text of noMail)
  test(`no mail: ${text}`, () => {
    assert.is(personalDataIn(text), undefined)
  })

test('contacts: the password in a URL is a credential and not a mail address too', () => {
  assert.is(personalDataIn('https://user:pass@example.com/x'), undefined)
  assert.is(credentialIn('https://user:pass@example.com/x'), 'URL with a password')
})

const phones = [
  '+49 30 901820',
  '+4915112345678',
  '+49 (0)30 / 90 18 20',
  'tel:+442079460018',
  '+1-202-555-0143',
  '+33 1 99 00 12 34',
  'on call: +353 1 234 5678.'
]

for (const text of phones)
  test(`phone: ${text}`, () => {
    assert.is(personalDataIn(text), 'phone number')
  })

const noPhones = [
  '5.100.0+20240101',
  'UTC+01000000',
  '2024-01-01T00:00:00+01:00',
  '+0123456789',
  '+49 30 9',
  'ab+491511234567c/=',
  '+4915112345678901',
  '1+4915112345679'
]

for (const text of noPhones)
  test(`no phone: ${text}`, () => {
    assert.is(personalDataIn(text), undefined)
  })

test('contacts: a text without @ is judged in time that grows with its length, not with its square', () => {
  assert.is(personalDataIn(`${'a.'.repeat(100_000)}@`), undefined)
  assert.is(personalDataIn(`${'a@'.repeat(100_000)}`), undefined)
})

const refused = (key: string, value: string): boolean => sensitiveData({ tags: { [key]: value } }, []).length > 0

for (const length of [8, 9, 10, 11, 12, 13])
  test(`of 1,000 random numbers of ${length} digits none is refused where nothing says that it is a person's`, () => {
    for (const number of drawn(digits, length, 1_000, length)) {
      for (const key of ['OrderNumber', 'Bestellnummer', 'Reference', 'Note', 'Owner', 'Contact', 'CustomerNumber'])
        assert.not.ok(refused(key, number), `${key} ${number}`)
      assert.not.ok(refused('Note', `order ${number} of 2026`), number)
      assert.not.ok(refused('Asset', `A${number}`), number)
    }
  })

for (const length of [10, 11])
  test(`each of 1,000 random numbers of ${length} digits is refused behind a name that says whose it is`, () => {
    for (const number of drawn(digits, length, 1_000, length)) {
      assert.ok(refused('TaxId', number), number)
      assert.ok(refused('rodneCislo', number), number)
      assert.ok(refused('Note', `PESEL ${number}`), number)
    }
  })

test('order-numbers: a number with a right checksum is refused where a word beside it speaks of a person', () => {
  for (const number of ['44051401359', '86095742719', '9434765919']) {
    assert.ok(refused('Employee', number), number)
    assert.ok(refused('Note', `${number} of the member`), number)
    assert.not.ok(refused('Order', number), number)
  }
})

test.run()
