import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
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

test.run()
