import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Call } from '../../support/aws-double/call.ts'
import { OPERATOR_KEY, refusalsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'
import { ACCESS_KEY } from '../../support/seed-bench.ts'

const test = suite<{ double: AwsDouble }>('preflight, round trips')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

/** All calls of a healthy run, by the round trip in which they are under way together. */
const ROUNDS = [
  ['GetCallerIdentity'],
  [
    ...['DescribeContinuousBackups', 'DescribeContributorInsights', 'DescribeKey'],
    ...['DescribeKinesisStreamingDestination', 'DescribeTable', 'DescribeTimeToLive'],
    'GetAccountSummary',
    ...['GetBucketAbac', 'GetBucketAccelerateConfiguration', 'GetBucketAcl', 'GetBucketCors', 'GetBucketEncryption'],
    ...['GetBucketLifecycleConfiguration', 'GetBucketLogging', 'GetBucketMetadataConfiguration'],
    ...['GetBucketNotificationConfiguration', 'GetBucketOwnershipControls', 'GetBucketPolicy', 'GetBucketReplication'],
    ...['GetBucketRequestPayment', 'GetBucketTagging', 'GetBucketVersioning', 'GetBucketWebsite'],
    ...['GetItem', 'GetItem', 'GetItem', 'GetObject', 'GetObjectLockConfiguration', 'GetPublicAccessBlock'],
    ...['GetResourcePolicy', 'HeadBucket', 'ListBucketIntelligentTieringConfigurations'],
    ...['ListBucketInventoryConfigurations', 'PutItem']
  ],
  ['DeleteItem', 'GetItem', 'PutItem'],
  ['DeleteItem'],
  ['GetItem']
]

/** Everything that could arrive by itself has had the time to. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 300; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/**
 * Holds every answer back until all calls of a round have arrived, so that a call that waits for another one of its
 * round never gets an answer. Gives the operations of each round, as they came.
 */
const inRounds = (double: AwsDouble): ReadonlyArray<ReadonlyArray<string>> => {
  const rounds: Array<Array<string>> = []
  let arrived: Array<string> = []
  let release = (): void => undefined
  let held = new Promise<void>((resolve) => (release = resolve))
  double.onCall(async ({ operation }: Call) => {
    const wait = held
    arrived.push(operation)
    if (arrived.length === ROUNDS[rounds.length]?.length) {
      const letGo = release
      const round = arrived
      await settled()
      rounds.push(round.toSorted())
      arrived = []
      held = new Promise((resolve) => (release = resolve))
      letGo()
    }
    await wait
  })
  return rounds
}

for (const [who, accessKey] of [
  ['operator role', OPERATOR_KEY],
  ['bootstrap principal', ACCESS_KEY]
] as const)
  test(`a healthy run takes the ${who} five round trips, of which the first is GetCallerIdentity alone`, async ({
    double
  }) => {
    const rounds = inRounds(double)
    const seen = await runOnline(double, { accessKey, patienceMillis: 20_000 })
    assert.equal(rounds, ROUNDS)
    assert.equal(refusalsIn(seen), [])
    assert.is(double.calls().length, ROUNDS.flat().length)
    assert.ok(rounds.length <= 5)
  })

test.run()
