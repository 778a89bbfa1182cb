import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accessIn } from '../../src/access/access-in-file.ts'
import { accessSentences } from '../../src/access/sentences.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { emittedStaging } from '../support/wanted.ts'

const test = suite('numbers of a condition, in words')

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

/** The emitted file with another condition on the age of the second factor. */
const withAge = (conditions: object): JsonObject => {
  const file: Raw = JSON.parse(emittedStaging().text)
  const { Condition } = file.locals.operator_trust.Statement[0]
  delete Condition.NumericLessThan
  Object.assign(Condition, conditions)
  return file as JsonObject
}
const age = (number: string): object => ({ 'aws:MultiFactorAuthAge': number })
const below = (number: string): object => ({ NumericLessThan: age(number) })
const saidOf = (before: object, after: object): string =>
  accessSentences(accessIn(withAge(before)), accessIn(withAge(after)))
    .map(({ sentence }) => /aws:MultiFactorAuthAge is (.*?)(?: and aws:|$)/.exec(sentence)?.[1] ?? sentence)
    .join('; ')

/** What AWS documents of each operator, as a person would write what is gained. Source: IAM, "Condition operators". */
const gained: ReadonlyArray<readonly [before: object, after: object, said: string]> = [
  [below('900'), below('3600'), 'from 900 to below 3600'],
  [below('900'), { NumericLessThanEquals: age('3600') }, 'from 900 to 3600'],
  [below('900'), { NumericLessThanEquals: age('900') }, '900'],
  [{ NumericLessThanEquals: age('900') }, below('3600'), 'between 900 and 3600'],
  [{ NumericLessThanEquals: age('900') }, { NumericLessThanEquals: age('3600') }, 'above 900 to 3600'],
  [{ NumericEquals: age('900') }, below('3600'), 'less than 900 or between 900 and 3600'],
  [{ NumericEquals: age('900') }, { NumericGreaterThanEquals: age('900') }, 'more than 900'],
  [{ NumericGreaterThan: age('900') }, { NumericGreaterThanEquals: age('900') }, '900'],
  [{ NumericGreaterThan: age('900') }, { NumericGreaterThanEquals: age('600') }, 'from 600 to 900'],
  [{ NumericGreaterThan: age('3600') }, { NumericGreaterThan: age('900') }, 'above 900 to 3600'],
  [{ ...below('900'), NumericGreaterThan: age('600') }, below('900'), 'at most 600']
]
for (const [before, after, said] of gained)
  test(`${JSON.stringify(before)} becomes ${JSON.stringify(after)}: ${said}`, () =>
    assert.is(saidOf(before, after), said))

test.run()
