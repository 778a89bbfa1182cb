import * as assert from 'uvu/assert'
import { failureOf, strikeEachCall } from '../../../support/seed-faults.ts'

await strikeEachCall(
  'no answer, though it took effect',
  { fault: 'no answer', takesEffect: true },
  (run) => {
    assert.is(failureOf(run)?._tag, 'TimedOut')
    assert.is(failureOf(run)?.attempts, 1)
  },
  { patienceMillis: 3000 },
  8
)
