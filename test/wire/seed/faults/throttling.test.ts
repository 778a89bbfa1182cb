import * as assert from 'uvu/assert'
import { failureOf, strikeEachCall } from '../../../support/seed-faults.ts'

const codes = {
  s3: 'SlowDown',
  dynamodb: 'ThrottlingException',
  kms: 'ThrottlingException',
  sts: 'Throttling',
  iam: 'Throttling',
  account: 'Throttling',
  servicequotas: 'Throttling'
} as const

await strikeEachCall('throttled for good', { fault: 'throttling', times: 5 }, (run, { service, operation }) => {
  const failure = failureOf(run)
  assert.is(failure?._tag, operation === 'HeadBucket' ? 'ServiceFault' : 'Throttled')
  assert.is(failure?.attempts, 5)
  if (service !== 'another service' && operation !== 'HeadBucket') assert.is(failure?.code, codes[service])
  assert.match(failure?.requestId ?? '', /^REQUEST-/)
  const retries = run.events.filter(({ _tag }) => _tag === 'Retrying')
  assert.is(retries.length, 4)
})
