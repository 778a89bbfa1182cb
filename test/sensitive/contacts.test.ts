import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { contactIn } from '../../src/sensitive/contacts.ts'

const test = suite('contacts')

/** What tells of one person or opens something, and beside it what is written alike and does neither. */
const pairs = [
  ['Pilar Etxeandia, 944 12 55 31', 'Servicio técnico, 944 12 55 31'],
  ['volať Zuzanu Kohútikovú, 0903 859 457', 'volať dispečing, 0903 859 457'],
  ['zvanīt Ilgvaram Bērzkalnam 2912 7373', 'Cisco Nexus 2912 7373'],
  ['Soita Marjut Vainikaiselle 0400 311 877', 'IT-päivystys 0400 311 877'],
  ['appeler Solène Le Guennec 06.44.19.03.77', 'astreinte réseau 06.44.19.03.77'],
  ['Ring Gunilla Svartbäck på 070-174 06 33', 'Order Gunilla Svartbäck 070-174 06 33'],
  ['Klaus-Dieter Pfaffenzeller 08031 442 19 77', 'Standort Freiburg 08031 442 19 77'],
  ['Anna Berg 0761 123 45 67', 'Anna Berg 0800 123 45 67'],
  ['да се обади Стоян Гърбев 0887 41 22 90', 'Стоян Гърбев, 12.03.2021'],
  ['Κυριακή Παπαδημητρακοπούλου 6944 120 338', 'Palo Alto 5220 0119 2233 firewall'],
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
  ['mobil Torsten 722 417 385', 'mobil Torsten nr.; 722 417 385'],
  ['mobil Torsten 24 722 417 385', 'mobil Torsten 2024, 722 417 385'],
  ['privat, 01604417382', 'privat\n01604417382'],
  ['Handy Katja 0176 88213340 ab 18 Uhr', 'Handy Katja 0176 88213340 Svensson AB'],
  ['Change nurse Anna Berg 0761 123 45 67', 'Change ticket Anna Berg 0761 123 45 67']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(contactIn(found), 'phone number')
    assert.is(contactIn(harmless), undefined)
  })

test('a word counts within five words and sixty characters before a number, and within forty behind it', () => {
  const found = (text: string): boolean => contactIn(text) !== undefined
  const number = '01604417382'
  for (const [near, far] of [
    [`privat nr nr nr nr ${number}`, `privat nr nr nr nr nr ${number}`],
    [`${'privat'.padEnd(60)}${number}`, `${'privat'.padEnd(61)}${number}`],
    [`${number}${'privat'.padStart(40)}`, `${number}${'privat'.padStart(41)}`]
  ] as const)
    assert.equal([found(near), found(far)], [true, false], near)
})

test.run()
