import * as assert from 'uvu/assert'
import { failureOf, strikeEachCall } from '../../../support/seed-faults.ts'

await strikeEachCall(
  'a connection that breaks, though it took effect',
  { fault: 'reset', takesEffect: true },
  (run) => {
    assert.is(failureOf(run)?._tag, 'Unreachable')
    assert.is(failureOf(run)?.attempts, 1)
  }
)
