import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { existsLines } from '../../../src/commands/seed/event-text.ts'
import { type SeedEvent, emptyLedger, noted } from '../../../src/commands/seed/event.ts'
import { stopLines } from '../../../src/commands/seed/stop-text.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Answer, Call } from '../../support/aws-double/call.ts'
import { json } from '../../support/aws-double/dynamodb-answer.ts'
import { document, element, text } from '../../support/aws-double/xml.ts'
import { type Run, bucketIn, endState, runSeed, startStagingDouble } from '../../support/seed-bench.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('seed, cut off where the tags of a creation are dropped, and settings that never read as declared')

/** A double like both stand-ins: a new bucket has no tags, with AWS's settings of a new bucket or without. */
const startDropping = async (hasDefaults: boolean): Promise<AwsDouble> => {
  const double = await startStagingDouble()
  Object.assign(double.world, { takesTags: false, hasDefaults })
  return double
}

/** The end without the moment at which the bucket was made. */
const endOf = (double: AwsDouble): string => {
  delete bucketIn(double)?.created
  return endState(double)
}

const isWrite = ({ operation }: Call): boolean => /^(Create|Put|Update)/.test(operation)

// What a call that takes no effect leaves is what the call before it left, so each call takes effect.
for (const hasDefaults of [true, false]) {
  const calm = await startDropping(hasDefaults)
  await runSeed(calm)
  const calls = calm.calls()
  const whole = endOf(calm)
  await calm.stop()
  const finished = new Set<string>()

  for (const [index, call] of calls.entries())
    if (hasDefaults || isWrite(call))
      test(`cut off at call ${index + 1}, ${call.service} ${call.operation}, ${hasDefaults ? 'with' : 'without'} defaults: the next run finishes`, async () => {
        const double = await startDropping(hasDefaults)
        try {
          // A read is asked once more.
          double.misbehave({ at: index + 1, fault: 'reset', takesEffect: true, times: 2 })
          assert.ok(E.isLeft((await runSeed(double)).outcome))
          const left = endState(double).replace(/"created": ".*"/, '')
          if (finished.has(left)) return
          double.misbehave(undefined)
          assert.ok(E.isRight((await runSeed(double)).outcome))
          assert.is(endOf(double), whole)
          assert.not(double.calls().some(({ operation }) => operation.startsWith('Delete')))
          finished.add(left)
        } finally {
          await double.stop()
        }
      })
}

test('cut off again and again, two writes further each time, it ends in the same and never refuses its own', async () => {
  const calm = await startDropping(true)
  await runSeed(calm)
  const whole = endOf(calm)
  await calm.stop()
  const double = await startDropping(true)
  let ends: Run | undefined
  for (let runs = 0; runs < 20 && (ends === undefined || E.isLeft(ends.outcome)); runs += 1) {
    let writes = 0
    double.misbehave({
      at: (call) => {
        if (!isWrite(call)) return false
        writes += 1
        return writes === 3
      },
      fault: 'reset',
      takesEffect: false
    })
    ends = await runSeed(double)
    if (E.isLeft(ends.outcome)) assert.is(ends.outcome.left._tag, 'StepFailed')
  }
  assert.ok(ends !== undefined && E.isRight(ends.outcome))
  assert.is(endOf(double), whole)
  await double.stop()
})

/** Each setting that seed makes: the write, and an answer that never comes to read as declared, by how far it is off. */
const stubborn: Readonly<Record<string, readonly [write: string, read: string, answer: Answer]>> = {
  encryption: [
    'PutBucketEncryption',
    'GetBucketEncryption',
    document(
      element(
        'ServerSideEncryptionConfiguration',
        element('Rule', element('ApplyServerSideEncryptionByDefault', text('SSEAlgorithm', 'aws:kms')))
      )
    )
  ],
  versioning: [
    'PutBucketVersioning',
    'GetBucketVersioning',
    document(element('VersioningConfiguration', text('Status', 'Suspended')))
  ],
  'public access': [
    'PutPublicAccessBlock',
    'GetPublicAccessBlock',
    document(element('PublicAccessBlockConfiguration', text('BlockPublicAcls', 'false')))
  ],
  tags: [
    'PutBucketTagging',
    'GetBucketTagging',
    document(element('Tagging', element('TagSet', element('Tag', text('Key', 'Purpose'), text('Value', 'Other')))))
  ],
  policy: [
    'PutBucketPolicy',
    'GetBucketPolicy',
    { status: 200, body: JSON.stringify({ Version: '2012-10-17', Statement: [] }) }
  ],
  recovery: [
    'UpdateContinuousBackups',
    'DescribeContinuousBackups',
    json(200, {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'ENABLED',
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED', RecoveryPeriodInDays: 7 }
      }
    })
  ]
}

/** What a run that ended early says: why, and what another run would do. */
const told = ({ outcome, events }: Run): string => {
  if (E.isRight(outcome)) return outcome.right
  const wanted = wantedOfStaging()
  const ledger = events.reduce((before, event: SeedEvent) => noted(before, event), emptyLedger)
  const isRefusedNext =
    outcome.left._tag === 'NotReady' && outcome.left.differences.some(({ standing }) => standing === 'wrong')
  return [
    ...stopLines((_, line) => line, outcome.left, wanted),
    ...existsLines(ledger, wanted, 'stacks/staging-eu.ts', !isRefusedNext)
  ].join('\n')
}

for (const [name, [write, read, answer]] of Object.entries(stubborn))
  test(`${name} that never reads as declared is told in one way by the first run and the two after it`, async () => {
    const double = await startStagingDouble()
    double.world.hasDefaults = false
    let isSet = false
    double.onCall(({ operation }) => {
      isSet ||= operation === write
    })
    const at = ({ operation }: Call): boolean => isSet && operation === read
    double.misbehave({ at, fault: answer })
    const [first, second, third] = [await runSeed(double), await runSeed(double), await runSeed(double)]
    const said = [first, second, third].map(told)
    for (const one of said) assert.match(one, `  ${name}\n`)
    assert.not.match(said[0] ?? '', 'it finishes what is missing')
    assert.match(said[0] ?? '', 'refuses it in the next run too')
    for (const one of said.slice(1)) assert.match(one, /exists, and is refused/)
    assert.is(said[1], said[2], 'repeatable')
    await double.stop()
  })

test.run()
