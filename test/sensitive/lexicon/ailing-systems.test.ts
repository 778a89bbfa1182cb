import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ailsAsASystem, withoutAilment } from '../../../src/sensitive/lexicon/ailing-systems.ts'
import { sensitiveText } from '../../../src/sensitive/sensitive-text.ts'

const test = suite('who ails')

const stopped = (text: string): boolean => sensitiveText('Purpose', text).length > 0

test('a patient with cancer is found in each official language, in the cases that a sentence takes', () => {
  for (const text of [
    'the patient suffers from cancer',
    'der Patient leidet an Krebs',
    "le patient souffre d'un cancer",
    'el paciente padece cáncer',
    'il paziente soffre di cancro',
    'o doente sofre de cancro',
    'de patiënt lijdt aan kanker',
    'pacjent choruje na raka',
    'pacient trpí rakovinou',
    'pacient trpí na rakovinu',
    'a páciens rákban szenved',
    'rákos beteg',
    'pacientul suferă de cancer',
    'bolnavul suferă de cancer',
    'пациентът страда от рак',
    'ο ασθενής πάσχει από καρκίνο',
    'patienten lider av cancer',
    'patienten lider af kræft',
    'potilas sairastaa syöpää',
    'patsient põeb vähki',
    'haige põeb suhkurtõbe',
    'Tamm põeb vähki',
    'pacientas serga vėžiu',
    'ligonis serga vėžiu',
    'pacients slimo ar vēzi',
    'slimnieks slimo ar vēzi',
    'pacijent boluje od raka',
    'bolnik trpi za rakom',
    'tá ailse ar an othar',
    'il-pazjent ibati minn kanċer',
    'cukorbeteg páciens',
    'szívbeteg néni'
  ])
    assert.ok(stopped(text), text)
})

test('a note of sickness with the name of an illness is of one person', () => {
  for (const text of [
    'Krankmeldung Müller wegen Burnout',
    'Krankschreibung Schneider, Bandscheibenvorfall',
    'ziekmelding Jansen, depressie',
    'sjukanmälan Svensson, depression',
    'sygemelding Hansen, depression',
    'sairausloma Virtanen, masennus',
    'haigusleht Tamm, depressioon'
  ])
    assert.ok(stopped(text), text)
  for (const text of [
    'Krankmeldungen API',
    'eAU Krankmeldung Schnittstelle',
    'ziekmelding app',
    'burnout prevention course'
  ])
    assert.not(stopped(text), text)
})

test('a system that ails is not a person', () => {
  for (const text of [
    'the cluster suffers from latency',
    'Server leidet an Speichermangel',
    'the server suffers from latency and the cluster suffers from timeouts',
    'the old pipeline suffers from timeouts since 2024'
  ])
    assert.ok(ailsAsASystem(text.toLowerCase()) && !stopped(text), text)
  for (const text of [
    'she suffers from latency',
    'the portal says: my mother suffers from xyzosis',
    'the cluster of patients suffers from measles',
    'Lehtonen leidet an Xyzose',
    'Lehtonen suffers from latency of the server',
    'suffers from latency on the server',
    'Patient im Portal leidet an Fatigue',
    'the server is slow, daughter treated for something'
  ])
    assert.ok(!ailsAsASystem(text.toLowerCase()) && stopped(text), text)
  assert.is(withoutAilment('the cluster suffers from latency'), 'the cluster latency')
})

test.run()
