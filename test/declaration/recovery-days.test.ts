import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { RecoveryDays } from '../../src/declaration/recovery-days.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('recovery days')

test('a table is restored to 1 to 35 days ago, as DynamoDB takes them', () => {
  assert.equal(
    accepted(RecoveryDays, [1, 35, 36, 0, -1, 1.5, Number.NaN, Infinity, '1', true, null, undefined, 1n]),
    [1, 35]
  )
})

test.run()
