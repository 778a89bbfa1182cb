import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clinicalFactIn } from '../../../src/sensitive/lexicon/sentences.ts'

const test = suite('notes that a person cannot work')

/** One in each official language of the EU, with names that are common there. All are made up. */
const told = [
  ...['sick note for Anna Miller', 'Anna Miller: off sick', 'Krankmeldung Anna Müller', 'arrêt maladie Marie Dupont'],
  ...['baja médica de Carmen García', 'certificato di malattia di Marco Rossi', 'atestado médico João Silva'],
  ...['ziekmelding Jan de Vries', 'na zwolnieniu lekarskim Jan Kowalski', 'neschopenka Jan Novák'],
  ...['pracovná neschopnosť Peter Kováč', 'táppénzen Kovács Anna', 'concediu medical Ion Popescu'],
  ...['болничен лист Иван Петров', 'αναρρωτική άδεια Μαρία Παππά', 'sjukintyg Karin Andersson'],
  ...[
    'sygemelding Lars Jensen',
    'sairausloma Matti Virtanen',
    'haigusleht Tiina Tamm',
    'nedarbingumas Jonas Kazlauskas'
  ],
  ...['slimības lapa Jānis Bērziņš', 'bolovanje Ivan Horvat', 'bolniška Janez Novak', 'leave tal-mard Maria Borg'],
  'saoire bhreoiteachta Seán Murphy'
]

test('a note beside the full name of a person is a clinical fact, in each official language of the EU', () => {
  assert.is(told.length, 25)
  for (const text of told) assert.is(clinicalFactIn(text), 'clinical fact', text)
})

test('a note without a name, and a name without a note, are not', () => {
  for (const text of [
    ...[
      'Sick Leave Policy',
      'Sick Leave Service Portal',
      'Medical Certificate Authority',
      'Krankmeldung Digitale Annahme'
    ],
    ...[
      'arrêt maladie',
      'Congé Maladie Service Paie',
      'Baja Laboral Gestión',
      'L4 Load Balancer',
      'Anna Miller',
      'sick'
    ],
    'Platform of Anna Miller'
  ])
    assert.is(clinicalFactIn(text), undefined, text)
})

test.run()
