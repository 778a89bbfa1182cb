import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { RecoveryDays, SessionHours, SessionSeconds } from '../../src/declaration/settings.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('settings')

const others = [0, -1, 1.5, Number.NaN, Infinity, '1', true, null, undefined, [1], 1n]

test('session: a session lasts 1 to 12 hours', () => {
  assert.equal(accepted(SessionHours, [1, 12, 13, ...others]), [1, 12])
})

test('session: in seconds, 3600 to 43200', () => {
  assert.equal(accepted(SessionSeconds, [3600, 43200, 3599, 43201, ...others]), [3600, 43200])
})

test('recovery days: a table is restored to 1 to 35 days ago, as DynamoDB takes them', () => {
  assert.equal(
    accepted(RecoveryDays, [1, 35, 36, 0, -1, 1.5, Number.NaN, Infinity, '1', true, null, undefined, 1n]),
    [1, 35]
  )
})

test.run()
