import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Answer } from '../../support/aws-double/call.ts'
import { document, s3Error, element, text } from '../../support/aws-double/xml.ts'
import { bucketIn, endState, runSeed, startStagingDouble } from '../../support/seed-bench.ts'

const test = suite('seed, a write that is answered and does not happen')

const startBare = async (): Promise<AwsDouble> => {
  const double = await startStagingDouble()
  double.world.hasDefaults = false
  return double
}

const calm = await startBare()
await runSeed(calm)
const whole: unknown = JSON.parse(endState(calm))
await calm.stop()

const errorInside: Answer = document(
  element('Error', text('Code', 'InternalError'), text('Message', 'We encountered an internal error.'))
)
const ofS3 = ['CreateBucket', 'PutPublicAccessBlock', 'PutBucketEncryption', 'PutBucketVersioning']

/** Each write, and a success under which nothing happened. */
const lost: ReadonlyArray<readonly [operation: string, answer: Answer, what: string]> = [
  ...[...ofS3, 'PutBucketPolicy', 'CreateTable', 'UpdateContinuousBackups'].map(
    (operation) => [operation, { status: 200 }, 'an empty success'] as const
  ),
  ...[...ofS3, 'PutBucketTagging'].map(
    (operation) => [operation, errorInside, 'an error under the status of a success'] as const
  )
]

for (const [operation, fault, what] of lost)
  test(`${operation} with ${what}: this run stops, and the next one finishes`, async () => {
    const double = await startBare()
    double.misbehave({ at: (call) => call.operation === operation, fault, takesEffect: false })
    const first = await runSeed(double)
    assert.ok(E.isLeft(first.outcome), 'a thing that is not there is not called there')
    if (fault === errorInside && E.isLeft(first.outcome)) assert.is(first.outcome.left._tag, 'StepFailed')
    double.misbehave(undefined)
    assert.ok(E.isRight((await runSeed(double)).outcome))
    assert.equal(JSON.parse(endState(double)), whole)
    await double.stop()
  })

test('the policy, after which no principal turns versioning on, is not set before versioning reads as declared', async () => {
  const double = await startBare()
  double.misbehave({ at: ({ operation }) => operation === 'PutBucketVersioning', fault: { status: 200 } })
  const { outcome } = await runSeed(double)
  if (E.isRight(outcome) || outcome.left._tag !== 'NotReady') throw new Error(JSON.stringify(outcome))
  assert.equal(
    outcome.left.differences.map(({ name, standing }) => [name, standing]),
    [['versioning', 'unset']]
  )
  assert.is(bucketIn(double)?.policy, undefined)
  await double.stop()
})

test('a redirect that goes away is waited for', async () => {
  const double = await startBare()
  let heads = 0
  const at = ({ operation }: { readonly operation: string }): boolean => {
    if (operation !== 'HeadBucket' || bucketIn(double) === undefined) return false
    heads += 1
    return heads <= 3
  }
  double.misbehave({ at, fault: s3Error(307, 'TemporaryRedirect') })
  const { outcome, events } = await runSeed(double)
  assert.ok(E.isRight(outcome))
  assert.is(events.filter((event) => event._tag === 'Waiting' && event.for === 'it answers').length, 3)
  assert.equal(JSON.parse(endState(double)), whole)
  await double.stop()
})

test.run()
