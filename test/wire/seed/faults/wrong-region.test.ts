import * as assert from 'uvu/assert'
import { failureOf, strikeEachCall } from '../../../support/seed-faults.ts'

const messages = {
  kms: 'Credential should be scoped to a valid region.',
  dynamodb: 'Credential should be scoped to a valid region.',
  sts: 'STS is not activated in this region.'
}

await strikeEachCall('wrong region', { fault: 'wrong region' }, (run, { service }, stop) => {
  const failure = failureOf(run)
  if (service === 'dynamodb' || service === 'kms' || service === 'sts') {
    assert.is(failure?._tag, service === 'sts' ? 'RegionOff' : 'CredentialsRefused')
    assert.is(failure?.message, messages[service])
  } else if (stop._tag === 'Elsewhere') assert.is(stop.region, 'us-east-1')
  else {
    assert.is(failure?._tag, 'WrongRegion')
    assert.is(failure?.region, 'us-east-1')
  }
})
