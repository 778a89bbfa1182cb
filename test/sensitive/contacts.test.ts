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
  ['Κυριακή Παπαδημητρακοπούλου 6944 120 338', 'Palo Alto 5220 0119 2233 firewall']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(contactIn(found), 'phone number')
    assert.is(contactIn(harmless), undefined)
  })

test.run()
