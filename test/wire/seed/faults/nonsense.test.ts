import * as assert from 'uvu/assert'
import { failureOf, strikeEachCall } from '../../../support/seed-faults.ts'

await strikeEachCall('a web page instead of an answer', { fault: 'nonsense' }, (run) => {
  assert.is(failureOf(run)?._tag, 'Unintelligible')
  assert.is(failureOf(run)?.attempts, 1)
})
