import * as assert from 'uvu/assert'
import { failureOf, strikeEachCall } from '../../../support/seed-faults.ts'

await strikeEachCall('access denied', { fault: 'access denied' }, (run, { service, operation }) => {
  const failure = failureOf(run)
  assert.is(failure?._tag, 'Denied')
  assert.is(failure?.attempts, 1)
  const isJson = service === 'dynamodb' || service === 'kms'
  assert.is(failure?.status, isJson ? 400 : 403)
  if (operation !== 'HeadBucket') assert.is(failure?.code, isJson ? 'AccessDeniedException' : 'AccessDenied')
})

await strikeEachCall('a web page instead of an answer', { fault: 'nonsense' }, (run) => {
  assert.is(failureOf(run)?._tag, 'Unintelligible')
  assert.is(failureOf(run)?.attempts, 1)
})
