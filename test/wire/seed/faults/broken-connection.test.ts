import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runSeed, startStagingDouble } from '../../../support/seed-bench.ts'
import { failureOf, strikeEachCall } from '../../../support/seed-faults.ts'

const isRead = ({ operation }: { readonly operation: string }): boolean => /^(Get|Head|List|Describe)/.test(operation)

await strikeEachCall(
  'a connection that breaks twice in a row, though what was asked took effect',
  { fault: 'reset', takesEffect: true, times: 2 },
  (run, call) => {
    assert.is(failureOf(run)?._tag, 'Unreachable')
    assert.is(failureOf(run)?.attempts, isRead(call) ? 2 : 1)
  }
)

const test = suite('a connection that breaks once')

test('under a read, the run goes on and tells it; under a write, it ends', async () => {
  for (const [operation, isTold] of [
    ['HeadBucket', true],
    ['GetBucketVersioning', true],
    ['DescribeTable', true],
    ['PutBucketVersioning', false]
  ] as const) {
    const double = await startStagingDouble()
    let struck = 0
    double.misbehave({ at: (call) => call.operation === operation && (struck += 1) === 1, fault: 'reset' })
    const { outcome, events } = await runSeed(double)
    const retried = events.flatMap((event) => (event._tag === 'Retrying' ? [event] : []))
    assert.is(E.isRight(outcome), isTold, operation)
    assert.equal(
      retried.map(({ failure, ofAttempts }) => [failure.call.split(' ')[1], failure._tag, ofAttempts]),
      isTold ? [[operation, 'Unreachable', 2]] : []
    )
    await double.stop()
  }
})

test.run()
