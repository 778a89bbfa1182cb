import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { contactIn } from '../../../src/sensitive/contacts.ts'
import { languageLines } from '../language-lines.ts'

/** In each official language a number told as one's own is found, and the mobile telephone of a duty is none. */
const test = suite('telephones')

const lines = languageLines(new URL('telephones.txt', import.meta.url))

for (const [language = '', ...rest] of lines)
  test(`${language}: an own number, and a mobile one beside one name, are found, and a team's is not`, () => {
    const [team = '', ...persons] = rest.toReversed()
    assert.is(persons.length, 2, language)
    for (const text of persons) assert.is(contactIn(text), 'phone number', text)
    assert.is(contactIn(team), undefined, team)
  })

/** What is told as a person's own, and beside it what is written alike and is not. */
const pairs = [
  ['0160 4417 382 (privat)', 'private subnet 10.120.130.140'],
  ['Nijolė 8 612 41738 asmeninis', 'private endpoint 4417 3820'],
  ['privat 01604417382', 'private account 123456789012'],
  ['own number 41738520', 'own release 20240115'],
  ['Handy Torsten 016022417385', 'Handy Scanner 0160 2241 7385'],
  ['Torsten 0160 2241 7385', 'Server 0160 2241 7385'],
  ['personal Viorel Munteanu 722 417 385', 'personal data of order 722 417 385'],
  ['privat Bärzkalns 0722 417385', 'Private Link Service 7224 17385'],
  ['mobil Torsten 722 417 385', 'mobil Torsten, Hotline 722 417 385'],
  ['perso Josiane 07 41 73 85 20', 'support perso 07 41 73 85 20'],
  ['zuhause bei Torsten 7621 884033', 'home page 81228407 hits, says Torsten'],
  ['casa di Chiara 8122 8407', 'casa madre, sede 8122 8407, Chiara'],
  ['Handy Katja 0176 88213340 ab 18 Uhr', 'Handy Katja 0176 88213340 Svensson AB'],
  ['Change nurse Anna Berg 0761 123 45 67', 'Change ticket Anna Berg 0761 123 45 67']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(contactIn(found), 'phone number')
    assert.is(contactIn(harmless), undefined)
  })

test.run()
