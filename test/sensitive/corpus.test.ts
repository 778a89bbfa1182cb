import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
import { clinicalFacts, mailAddresses, phoneNumbers, postalAddresses } from '../../src/sensitive/clinical.ts'
import { fold } from '../../src/sensitive/fold.ts'
import { otherTokens, tokens } from '../../src/sensitive/tokens.ts'
import { type Entry, entries } from './entries.ts'

/**
 * How much of what is sensitive is found, and how much of what is not is stopped. Three lists were written before the rules,
 * in the forms in which people write such things into tags; no rule was made from them word by word.
 *
 * `notes` and `purposes` are of four lists of 150 sensitive and 150 harmless values, by a writer who never saw the rules. Each
 * list was judged once before it was looked at, and then the kinds that it showed were added. Found of 100, in that order: 70,
 * 81, 86 and 85. Stopped of 100: 1.3, 2.0, 0.7 and 2.0. The rules from before all four had found 70, 61, 54 and 79. What is found
 * of these lists today (97) says nothing about the next list; the last two figures do.
 */
const test = suite('corpus')

const found = ({ key, value }: Entry): boolean => sensitiveData({ tags: { [key]: value } }, ['111122223333']).length > 0

const sensitive = [...entries('credentials'), ...entries('personal'), ...entries('notes')]
const innocent = [...entries('innocent'), ...entries('purposes')]
const known = new Set(entries('known').map(({ line }) => line))

test('the lists are as long as they have to be', () => {
  assert.ok(sensitive.length >= 300 && innocent.length >= 300, `${sensitive.length} and ${innocent.length}`)
})

test('at least 97 of 100 sensitive values are found, and each that is not is known', () => {
  const missed = sensitive.filter((entry) => !found(entry)).map(({ line }) => line)
  assert.equal(
    missed.filter((line) => !known.has(line)),
    []
  )
  assert.ok(
    missed.length <= sensitive.length * 0.03,
    `${missed.length} of ${sensitive.length} missed:\n${missed.join('\n')}`
  )
})

test('each that is found is told by its kind, in words, with its length', () => {
  for (const { key, value, line } of sensitive)
    for (const { what } of sensitiveData({ tags: { [key]: value } }, ['111122223333']))
      assert.match(what, /^[\p{L}\d][\p{L}\d ,./:'()-]{2,80} \(\d+ characters\)$/u, line)
})

test('at most one of 100 innocent values is stopped, and each that is stopped is known', () => {
  const stopped = innocent.filter(found)
  assert.equal(
    stopped.map(({ line }) => line).filter((line) => !known.has(line)),
    []
  )
  const lines = stopped.map(
    ({ key, value, line }) =>
      `${line}: ${sensitiveData({ [key]: value }, [])
        .map(({ what }) => what)
        .join()}`
  )
  assert.ok(
    stopped.length <= innocent.length * 0.01,
    `${stopped.length} of ${innocent.length} stopped:\n${lines.join('\n')}`
  )
})

/** What the lists hold only in a longer text, in which something else already meets the need of the table. */
const alone = [
  'HbA1c: 9',
  'TSH=9',
  'Ramipril 5 mg',
  'invalido, 70 %',
  'Blutgruppe: AB',
  'grupa krwi 0',
  'krvna skupina a',
  'krevní skupina b',
  'veriryhmä o',
  'kraujo grupė a',
  'кръвна група а',
  'blodtype ab',
  'erkrankt an Grippe',
  'leidet an Asthma',
  'treated for asthma',
  'sick leave since May',
  'uczulona na mleko',
  'asthma, behandelt',
  'an(at)example.org',
  'incinta'
]

for (const [name, table] of Object.entries({
  clinicalFacts,
  mailAddresses,
  otherTokens,
  phoneNumbers,
  postalAddresses,
  tokens
}))
  test(`${name}: what meets a row meets the need of its table too`, () => {
    const texts = [...sensitive.map(({ value }) => value), ...alone].flatMap((text) => [text, fold(text)])
    for (const { written } of table.rows) {
      const shape = new RegExp(`${table.before}(?:${written})${table.after}`, table.flags)
      const met = texts.filter((text) => shape.test(text) && !table.needs.test(text))
      assert.equal(met, [], written)
    }
  })

test.run()
