import * as assert from 'uvu/assert'
import { failureOf, strikeEachCall } from '../../../support/seed-faults.ts'

await strikeEachCall('access denied', { fault: 'access denied' }, (run, { service, operation }) => {
  const failure = failureOf(run)
  assert.is(failure?._tag, 'Denied')
  assert.is(failure?.attempts, 1)
  assert.is(failure?.status, service === 'dynamodb' ? 400 : 403)
  if (operation !== 'HeadBucket')
    assert.is(failure?.code, service === 'dynamodb' ? 'AccessDeniedException' : 'AccessDenied')
})
