import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plateIn } from '../../src/sensitive/plates.ts'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
import { languageLines } from './language-lines.ts'

/** A plate beside the person whose car it is, in the form and the language of each country, and the plate of no person. */
const test = suite('plates')

const lines = languageLines(new URL('plates.txt', import.meta.url))

const foundIn = (entry = ''): ReadonlyArray<string> => {
  const at = entry.indexOf('=')
  return sensitiveData({ tags: { [entry.slice(0, at)]: entry.slice(at + 1) } }, []).map(({ what }) => what)
}

for (const [language = '', found = '', passes = ''] of lines)
  test(`${language}: the plate of a person's car is found, and the plate of no person is not`, () => {
    assert.equal(foundIn(found).length, 1, found)
    assert.match(foundIn(found).join(), /^licence plate of a person/)
    assert.equal(foundIn(passes), [], passes)
  })

/** What is found, and beside it what is written alike and is not. */
const pairs = [
  ['car of T. Ashworth AB12 CDE', 'car of the team AB12 CDE'],
  ['auto Sandro Bellucci GK417LM', 'auto Sandro Bellucci rack GK417LM'],
  ['Torsten Kruse parkt, 1-KLM-417', 'Torsten Kruse kommt, 1-KLM-417'],
  ['parking Torsten Kruse KL 417', 'parking Torsten Kruse KL 4'],
  ['Gemma Ashworth, parking permit KLM 417', 'Gemma Ashworth, parking, flight LH 417'],
  ['Parkplatz Torsten Kruse FR-TK 417', 'Parkplatz der Kruse GmbH, Torsten Kruse FR-TK 417'],
  ['car Gemma Ashworth 12-34-KL', 'car park release, Gemma Ashworth 12.34.56'],
  ['Radek Dvořák, auto 3A8 1220', 'Radek Dvořák, auto scaling 512 MB'],
  ['car Gemma Ashworth GK417TB', 'car park cache of Gemma Ashworth 4173 GB']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(plateIn(found), 'licence plate of a person')
    assert.is(plateIn(harmless), undefined)
  })

test.run()
