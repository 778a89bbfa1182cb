import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isTeamMailbox, speaksOfABusinessNumber, speaksOfACompany } from '../../src/sensitive/organisations.ts'
import { sensitiveText } from '../../src/sensitive/sensitive-text.ts'

const test = suite('organisations')

test('a supplier in a language of the EU is a company, and a person is not', () => {
  for (const text of [
    'lda',
    'leverancier',
    'εταιρεια',
    'leverantor',
    'oib dobavljaca',
    'fornitore di stampanti',
    'lieferant',
    'προμηθευτης',
    'фирма',
    'toimittaja oy'
  ])
    assert.ok(speaksOfACompany(text), text)
  for (const text of ['oib pacijenta', 'patient', 'companion', 'firmware']) assert.not.ok(speaksOfACompany(text), text)
})

test('a number that would be a person’s passes beside a supplier, and not beside a patient', () => {
  assert.equal(sensitiveText('Note', 'OIB dobavljača 57415695263'), [])
  assert.is(sensitiveText('Note', 'OIB pacijenta 57415695263').length, 1)
})

test('the number of a hotline passes, and the number of a person does not', () => {
  assert.ok(speaksOfABusinessNumber('vendor hotline'))
  assert.ok(speaksOfABusinessNumber('fornitore'))
  assert.not.ok(speaksOfABusinessNumber('on call'))
  assert.equal(sensitiveText('Contact', 'hotline +49 800 0918273'), [])
  assert.is(sensitiveText('Contact', 'daughter +49 800 0918273').length, 1)
})

test('a mailbox whose words are a team’s passes, under any key', () => {
  for (const address of [
    'platform-team@example.org',
    'servicedesk@example.org',
    'it.ops2@example.org',
    'datenschutz@example.org',
    'rufbereitschaft-netzwerk@example.org',
    'dyzur-siec@example.org',
    'paivystys.verkko@example.org',
    'astreinte-reseau@example.org',
    'ugyelet@example.org',
    'beheer-nacht@example.org',
    'rz-leitstand@example.org',
    'astreinte-n2@example.org',
    'andmebaasid@example.org'
  ]) {
    assert.ok(isTeamMailbox(address), address)
    assert.equal(sensitiveText('Contact', address), [], address)
    assert.equal(sensitiveText('OwnerEmail', address), [], address)
  }
})

test('a mailbox with one other word is a person’s', () => {
  for (const address of [
    'jane@example.org',
    'jane.support@example.org',
    'j.team@example.org',
    '123@example.org',

    'support-jane@example.org',
    'nordbau-support@example.org',
    'it-nordbau@example.org'
  ]) {
    assert.not.ok(isTeamMailbox(address), address)
    assert.is(sensitiveText('Contact', address).length, 1, address)
  }
})

test.run()
