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

/** A leave for a birth, or one told in a sentence, beside one name. */
const oneName = [
  ...[
    'Alice on maternity leave until May',
    'Sabine in Elternzeit ab Juli',
    'Claire en congé maternité',
    'Carmen de baja'
  ],
  ...['Giulia in maternità da marzo', 'Rita de baixa até abril', 'Femke zwangerschapsverlof', 'Beata na macierzyńskim'],
  ...[
    'Jana na mateřské',
    'Zuzana na materskej',
    'Judit gyesen van',
    'Ioana concediu de maternitate',
    'Мария в болничен'
  ],
  ...['Η Ελένη με αναρρωτική', 'Karin föräldraledig', 'Mette på barsel', 'Anna äitiyslomalla', 'Tiina emapuhkusel'],
  ...['Rasa motinystės atostogose', 'Ilze dekrēta atvaļinājumā', 'Petra na porodiljnom', 'Mojca na porodniški'],
  ...['Aoife ar shaoire mháithreachais', 'Maria leave tal-maternità'],
  ...[
    'Quilmer ist krankgeschrieben',
    'Zorbic na bolovanju',
    'Zorbic je na bolovanju',
    'Quilmer na zwolnieniu lekarskim'
  ]
]

test('a leave for a birth is one beside a given name, and what a name that is not known is on', () => {
  assert.is(oneName.length, 28)
  for (const text of oneName) assert.is(clinicalFactIn(text), 'clinical fact', text)
})

test('a leave that a system or a rule is about is not', () => {
  for (const text of [
    ...['Maternity leave policy', 'Portal for parental leave', 'Modul Elternzeit', 'Digitale Krankmeldung'],
    ...['Formular zur Krankmeldung', 'Regler om barselsorlov', 'Servicio dado de baja', 'Quilmer Krankmeldung']
  ])
    assert.is(clinicalFactIn(text), undefined, text)
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
