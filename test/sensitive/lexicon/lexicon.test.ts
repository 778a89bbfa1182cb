import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fold } from '../../../src/sensitive/fold.ts'
import { disorders, organs } from '../../../src/sensitive/lexicon/bodies.ts'
import { appointments, courses, departments, events, labs, medicines } from '../../../src/sensitive/lexicon/care.ts'
import { givenNames } from '../../../src/sensitive/lexicon/given-names.ts'
import { illnesses } from '../../../src/sensitive/lexicon/illnesses.ts'
import { persons } from '../../../src/sensitive/lexicon/persons.ts'
import { signs } from '../../../src/sensitive/lexicon/signs.ts'
import { systems } from '../../../src/sensitive/lexicon/systems.ts'
import { about, aboutOf } from '../../../src/sensitive/lexicon/lexicon.ts'

const test = suite('lexicon')

const is = (word: string, bit: number): boolean => (aboutOf(fold(word)) & bit) !== 0

/** One word a line, as languages of the EU spell it. */
const spellings = [
  'haemophilia hemofilia Hämophilie hemofilie hemofili хемофилия αιμορροφιλία',
  'pneumonia Pneumonie pneumonie polmonite pneumonia pneumoni пневмония πνευμονία',
  'carcinoma Karzinom carcinome karcinom karsinooma карцином καρκίνωμα',
  'schizophrenia Schizophrenie schizophrénie esquizofrenia schizofrenia skitsofrenia шизофрения σχιζοφρένεια',
  'anaemia Anämie anémie anemia anemija анемия αναιμία'
]

for (const line of spellings)
  test(`one illness in many spellings: ${line}`, () => {
    for (const word of line.split(' ')) assert.ok(is(word, about.illness), word)
  })

test('the end of the name of a medicine counts behind three letters', () => {
  assert.equal([is('abcpril', about.medicine), is('abpril', about.medicine)], [true, false])
})

test('an illness inside of a word counts in words of eleven to forty letters', () => {
  for (const [within, outside] of [
    ['abcdeasthma', 'abcdasthma'],
    [`unterdiabet${'a'.repeat(29)}`, `unterdiabet${'a'.repeat(30)}`]
  ] as const)
    assert.equal([is(within, about.illness), is(outside, about.illness)], [true, false], within)
})

test('an organ and a disorder in one word are an illness, also with the ending of a case', () => {
  for (const word of [
    'longkanker',
    'Nierenversagen',
    'keuhkosyöpä',
    'tüdőrákban',
    'bröstcancer',
    'Leberrisses',
    'maksakipuja',
    'Milzsteinen',
    'Oberschenkelfraktur'
  ])
    assert.ok(is(word, about.illness), word)
})

test('an operation and an illness that no list has are told by how they end', () => {
  for (const word of ['orchiectomie', 'vagotomectomy', 'costochondritis', 'sialadenitis', 'meralgia']) {
    assert.ok(is(word, about.illness), word)
  }
})

test('a medicine that no list has is told by how it ends', () => {
  for (const word of ['zanubrutinib', 'fosinopril', 'azilsartan', 'sacituzumab', 'esaxerenoxaban'])
    assert.ok(is(word, about.medicine), word)
})

test('a department, a system and an ordinary word mean no illness', () => {
  for (const word of [
    'Kardiologie',
    'Diabetologie',
    'Epileptologie',
    'reumatología',
    'oncology',
    'νεφρολογία',
    'пулмология',
    'Krebsregister',
    'Patientenportal',
    'website'
  ])
    assert.not.ok(is(word, about.illness), word)
  for (const word of [
    'academia',
    'nostalgia',
    'epidemia',
    'sympathy',
    'operator',
    'abort',
    'being',
    'create',
    'national'
  ])
    assert.is(aboutOf(word) & (about.illness | about.medicine | about.event), 0, word)
})

test('the lists are folded, so that nothing folds them at run time, and no word stands twice in a line', () => {
  const tables = [
    appointments,
    courses,
    departments,
    disorders,
    events,
    illnesses,
    labs,
    medicines,
    organs,
    persons,
    signs
  ]
  for (const line of [...tables.flatMap((table) => Object.values(table)), ...systems, ...givenNames]) {
    assert.is(fold(line), line)
    assert.is(new Set(line.split(' ')).size, line.split(' ').length, line)
  }
})

test('the answer of a word is the same when it is asked again', () => {
  for (const word of ['diabetes', 'portal', 'nothing']) assert.is(aboutOf(word), aboutOf(word))
  assert.ok(is('diabetes', about.illness) && is('portal', about.system) && aboutOf('nothing') === 0)
})

test.run()
