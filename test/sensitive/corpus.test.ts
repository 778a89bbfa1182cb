import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
import { clinicalFacts, mailAddresses, phoneNumbers, postalAddresses } from '../../src/sensitive/clinical.ts'
import { conditions } from '../../src/sensitive/conditions.ts'
import { fold } from '../../src/sensitive/fold.ts'
import { otherTokens, tokens } from '../../src/sensitive/tokens.ts'
import { type Entry, entries } from './entries.ts'

/**
 * How much of what is sensitive is found, and how much of what is not is stopped. The three lists were written before
 * the rules, in the forms in which people write such things into tags; no rule was made from them word by word.
 */
const test = suite('corpus')

const found = ({ key, value }: Entry): boolean => sensitiveData({ tags: { [key]: value } }, ['111122223333']).length > 0

const sensitive = [...entries('credentials'), ...entries('personal')]
const innocent = entries('innocent')

test('the lists are as long as they have to be', () => {
  assert.ok(sensitive.length >= 300 && innocent.length >= 300, `${sensitive.length} and ${innocent.length}`)
})

test('at least 97 of 100 sensitive values are found', () => {
  const missed = sensitive.filter((entry) => !found(entry)).map(({ line }) => line)
  assert.ok(
    missed.length <= sensitive.length * 0.03,
    `${missed.length} of ${sensitive.length} missed:\n${missed.join('\n')}`
  )
})

test('at most one of 100 innocent values is stopped', () => {
  const stopped = innocent.filter(found)
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
  conditions,
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
