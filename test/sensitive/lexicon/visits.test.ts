import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { visitIn } from '../../../src/sensitive/lexicon/visits.ts'

const test = suite('visits')

/** What tells of one person or opens something, and beside it what is written alike and does neither. */
const pairs = [
  ['Kuusemets tuleb neuroloogi vastuvõtule 27.11 kell 13.30', 'huolto: neurologian palvelin 27.11 klo 13.30'],
  [
    'spostata la Falchetti in ambulatorio dermatologia a giovedì 16/10 ore 11:20',
    'mise à jour du serveur de dermatologie le 16/10 à 11h20'
  ],
  ['Kelemvári Ödön időpontja: 2025. november 4. 8:30, kardiológia', 'kardiológia, 2025. november 4. 8:30'],
  [
    'Tid til Birthe Skovlund, ortopædkirurgisk ambulatorium, 18. november kl. 10.15',
    'ortopædkirurgisk ambulatorium, 18. november kl. 10.15'
  ],
  ['Podgorškova naročena na gastroskopijo 3. 12. ob 7.45', 'Termin Jahresabschluss Radiologie 3.12. 7:45'],
  [
    'Coinne do Bhríd Ní Mhaoilchiaráin, clinic súl, 14 Samhain ag 10:30',
    'Cardiology Grand Rounds on 4 December at 8:00'
  ],
  [
    'Birthe Skovlund booked, cardiology, 18. november kl. 10.15',
    'Birthe Skovlund booked, cardiology server update, 18. november kl. 10.15'
  ],
  ['Vertongen: hartecho op 4/12 om 14u30', 'Vertongen: overleg op 4/12 om 14u30']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(visitIn(found), 'appointment of a person')
    assert.is(visitIn(harmless), undefined)
  })

/** Source: the Unicode Common Locale Data Repository, by Intl. The third of June 2024 was a Monday. */
const LANGUAGES = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ')
for (const language of LANGUAGES)
  test(`an examination on each working day is an appointment: ${language}`, () => {
    for (const date of [3, 4, 5, 6, 7]) {
      const day = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2024, 5, date)
      )
      assert.is(visitIn(`Anna Blutabnahme ${day}`), 'appointment of a person', day)
    }
  })

test('an examination without a day is none', () => {
  assert.is(visitIn('Anna Blutabnahme'), undefined)
})

test.run()
