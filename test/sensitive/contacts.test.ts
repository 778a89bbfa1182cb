import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { credentialIn } from '../../src/sensitive/credentials.ts'
import { personalDataIn } from '../../src/sensitive/personal-data.ts'

const test = suite('contacts')

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

test('the password in a URL is a credential and not a mail address too', () => {
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

test('a text without @ is judged in time that grows with its length, not with its square', () => {
  assert.is(personalDataIn(`${'a.'.repeat(100_000)}@`), undefined)
  assert.is(personalDataIn(`${'a@'.repeat(100_000)}`), undefined)
})

test.run()
