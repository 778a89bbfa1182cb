import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { homeIn } from '../../src/sensitive/homes.ts'
import { personalDataIn } from '../../src/sensitive/personal-data.ts'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
import { languageLines } from './language-lines.ts'

/** Where a person lives, as each country writes it, and the address of a hospital, an office or a data centre there. */
const test = suite('homes')

const lines = languageLines(new URL('homes.txt', import.meta.url))

for (const [language = '', home = '', other = ''] of lines)
  test(`${language}: the home of a person is found, and the address of another house is not`, () => {
    assert.is(homeIn(home), 'postal address', home)
    assert.is(sensitiveData({ tags: { Delivery: home } }, []).length, 1, home)
    assert.is(homeIn(other), undefined, other)
  })

for (const [language, premises = '', homes = ''] of languageLines(new URL('premises.txt', import.meta.url)))
  test(`${language}: the address of a hall or a rack passes, and that of a person is found`, () => {
    for (const key of ['Standort', 'Location', 'Address', 'Adresse']) {
      for (const text of premises.split('; ')) assert.equal(sensitiveData({ tags: { [key]: text } }, []), [], text)
      for (const text of homes.split('; ')) assert.is(sensitiveData({ tags: { [key]: text } }, []).length, 1, text)
    }
  })

for (const [language, homes = '', others = ''] of languageLines(new URL('home-words.txt', import.meta.url)))
  test(`${language}: a house beside a word for a home is found, and a number of another thing is not`, () => {
    for (const text of homes.split('; ')) assert.is(homeIn(text), 'postal address', text)
    for (const text of others.split('; ')) assert.is(homeIn(text), undefined, text)
  })

test('an address under the name of a home is found beside a rack too', () => {
  const text = 'Lindenstr. 40, 24537 Neumünster, Rack'
  assert.is(sensitiveData({ tags: { Privatadresse: text } }, []).length, 1)
  assert.is(sensitiveData({ tags: { Adresse: text } }, []).length, 0)
})

/** What is found, and beside it what is written alike and is not. */
const pairs = [
  ['79117 Freiburg, Lindenhof 14, Gerlinde Kruse', '79117 Freiburg, Lindenhof 14, Firma Gerlinde Kruse'],
  ['Gerlinde Kruse, Lindenweg 14, 2024 Langental', 'Gerlinde Kruse, Sprint 14, 2024 Langental'],
  ['Gerlinde Kruse, Lindenhof 14, 79117 Freiburg', 'Gerlinde Kruse, Lindenhof, 79117 Freiburg'],
  ['Gerlinde Kruse, Spitalgasse 14, 79117 Freiburg', 'Gerlinde Kruse, Spital, Gasse 14, 79117 Freiburg'],
  ["Josiane Kerbrat, 14 rue de l'Hôpital, 29200 Brest", 'Josiane Kerbrat, Hôpital, 14 rue du Lac, 29200 Brest'],
  ['Gerlinde Kruse, Lindenhof 14, A-6020 Innsbruck', 'Gerlinde Kruse, release 14, 45000 Records'],
  ['Gerlinde Kruse, Lindenhof 14, 6020 Innsbruck', 'Lindenhof 14, 6020 Innsbruck'],
  ['Gerlinde Kruse, Lindenhof 14, D-79117 Freiburg', 'Gerlinde Kruse, Lindenhof 14.30, 79117 rows'],
  ['Lembit Tammsaar, Kase tn 8, 10119 Tallinn', 'Lembit Tammsaar asked for 45000 IOPS on 12 volumes']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(homeIn(found), 'postal address')
    assert.is(homeIn(harmless), undefined)
  })

/** An address that no name stands beside is found too, but for a house where machines or patients are. */
const alone = [
  ['Lindenweg 14, 79117 Freiburg', 'Lindenweg 14, 79117 Freiburg, Rechenzentrum'],
  ['Lindenhof 14b, 79117 Freiburg', 'Klinikum, Lindenhof 14b, 79117 Freiburg'],
  ['Patient, Klinikum, Lindenhof 14, 79117 Freiburg', 'Sprint 14, 2025 Freigabe'],
  ['Pihlajatie 14, 70110 Kuopio', 'Release 14, 70110 Records']
] as const

for (const [found, harmless] of alone)
  test(`without a name "${found}" is found, and "${harmless}" is not`, () => {
    assert.is(personalDataIn(found), 'postal address')
    assert.is(personalDataIn(harmless), undefined)
  })

test.run()
