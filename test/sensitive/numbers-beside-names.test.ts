import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stdnum } from 'stdnum'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'

/** A number whose checksum alone is too weak is a person's beside a full name, and the number of a thing is not. */
const test = suite('numbers beside names')

const whatIn = (value: string): string =>
  sensitiveData({ tags: { Info: value } }, [])
    .map(({ what }) => what)
    .join()

/** A person and a number of each scheme that a country gives, and what the library that knows the scheme says of it. */
const persons = [
  ['Пламен Гърбев', '4005094020', stdnum['BG']?.['egn']],
  ['Vendula Nováková', '7309134680', stdnum['CZ']?.['rc']],
  ['Rastislav Hlavatý', '5509212082', stdnum['SK']?.['rc']],
  ['Gerlinde Kruse', '82922749213', stdnum['DE']?.['idnr']],
  ['Xaver Pichler', '4084210547', stdnum['AT']?.['vnr']],
  ['Godelieve Maes', '72090566680', stdnum['BE']?.['nn']],
  ['Χρυσούλα Κανέλλου', '05015226086', stdnum['GR']?.['amka']],
  ['Χρυσούλα Κανέλλου', '186966817', stdnum['GR']?.['vat']],
  ['Lembit Tammsaar', '48809250266', stdnum['EE']?.['ik']],
  ['Nijolė Petraitytė', '45901218662', stdnum['LT']?.['asmens']],
  ['Josiane Kerbrat', '246012964628806', stdnum['FR']?.['nir']],
  ['Tihana Barbarić', '00284604466', stdnum['HR']?.['oib']],
  ['Geertje Hoekstra', '471608555', stdnum['NL']?.['bsn']],
  ['Oliwia Wrona', '71050160888', stdnum['PL']?.['pesel']],
  ['Deolinda Caldeira', '220214085', stdnum['PT']?.['nif']],
  ['Viorel Tudose', '2430509126226', stdnum['RO']?.['cnp']],
  ['Jernej Kramar', '1301951505602', stdnum['SI']?.['emso']],
  ['Diarmuid Ceallaigh', '0684282QA', stdnum['IE']?.['pps']],
  ['Encarna Arrieta', '80844020D', stdnum['ES']?.['dni']]
] as const

for (const [name, number, scheme] of persons)
  test(`${number} beside ${name} is found, before and behind the name`, () => {
    assert.ok(scheme?.validate(number).isValid, number)
    assert.is.not(whatIn(`${name} ${number}`), '')
    assert.is.not(whatIn(`${number} ${name}`), '')
    assert.is.not(whatIn(`${name}, ${number} x2`), '')
  })

test('a Greek tax number is told by its digits, where no other scheme has them', () => {
  for (const number of ['123480457', '123496295', '123504214', '123615080']) {
    const { isValid } = stdnum['GR']?.['vat']?.validate(number) ?? { isValid: false }
    assert.ok(isValid, number)
    assert.match(whatIn(`Χρυσούλα Κανέλλου ${number}`), /^Greek tax number/)
  }
})

test('a word between a name and a number is none of a system', () => {
  assert.is.not(whatIn('Gerlinde Kruse hat 82922749213'), '')
  for (const word of ['Server', 'deploy', 'ticket']) assert.is(whatIn(`Gerlinde Kruse ${word} 82922749213`), '', word)
})

test('the health insurance number of Hungary is found beside a name', () => {
  assert.match(whatIn('Piroska Bodnár 214173853'), /^Hungarian health insurance number/)
  assert.is(whatIn('Piroska Bodnár 214173851'), '')
})

test('a card cut short with a number that a letter makes is found beside a full name', () => {
  for (const text of [
    'Marthese Zammit ID 0417385M',
    'Vendula Nováková, OP: AB417385',
    'Piroska Bodnár SZIG 417385KL',
    'Mirella Bellucci CI CA41738KL'
  ])
    assert.match(whatIn(text), /^number of an identity card/, text)
  for (const text of [
    'Marthese Zammit ID 041738M',
    'Marthese Zammit ID 41738504',
    'device ID 0417385M',
    'Zammit rack 0417385M'
  ])
    assert.is(whatIn(text), '', text)
})

test('the card of Malta is found right beside a full name', () => {
  assert.match(whatIn('Marthese Zammit 0417385M'), /^Maltese identity card number/)
  for (const text of ['Marthese Zammit, see 0417385M', 'Marthese Zammit 0417385K', 'Plattform 0417385M'])
    assert.is(whatIn(text), '', text)
})

test('a number of a thing, of a company or far from the name passes', () => {
  for (const text of [
    'order 82922749213 Gerlinde Kruse',
    'Gerlinde Kruse, Bestellung Nr. 82922749213',
    'Gerlinde Kruse, zamówienie 71050160888',
    'invoice no 4084210547, Gerlinde Kruse',
    'Kruse GmbH, Gerlinde Kruse 82922749213',
    'Gerlinde Kruse, database snapshot 82922749213',
    'Gerlinde Kruse, wants that this goes on until further notice, 82922749213',
    'Gerlinde Kruse, see 471608555',
    'cost centre 82922749213, Gerlinde Kruse',
    'Gerlinde Kruse 82922749214',
    'Plattform Bildgebung 82922749213',
    'Kruse 82922749213'
  ])
    assert.is(whatIn(text), '', text)
})

test.run()
