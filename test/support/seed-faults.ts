import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsFailure } from '../../src/ports/aws-failure.ts'
import type { Stop } from '../../src/seed/stop.ts'
import type { Misbehaviour } from './aws-double/aws-double.ts'
import type { Call } from './aws-double/call.ts'
import { type Run, type RunOptions, endState, runSeed, startStagingDouble } from './seed-bench.ts'

/** The failure that AWS is quoted with, of a run that stopped for one. */
export const failureOf = ({ outcome }: Run): AwsFailure | undefined =>
  E.isLeft(outcome) && 'failure' in outcome.left ? outcome.left.failure : undefined

const stopOf = ({ outcome }: Run): Stop | undefined => (E.isLeft(outcome) ? outcome.left : undefined)

/** What a fault must end in at one call. */
export type Judge = (run: Run, call: Call, stop: Stop) => void

/**
 * A test for each call of a whole first run: the fault strikes that call, the run must stop as the judge says, without
 * a call that deletes; and a second run, in peace, must end in the state that an undisturbed run makes.
 */
export const strikeEachCall = async (
  title: string,
  fault: Omit<Misbehaviour, 'at'>,
  judge: Judge,
  options: RunOptions = {}
): Promise<void> => {
  const calm = await startStagingDouble()
  calm.world.hasDefaults = false
  await runSeed(calm)
  const [calls, expected] = [calm.calls(), endState(calm)]
  await calm.stop()
  const test = suite(title)
  for (const [index, call] of calls.entries())
    test(`${index + 1}: ${call.service} ${call.operation}`, async () => {
      const double = await startStagingDouble()
      try {
        double.world.hasDefaults = false
        double.misbehave({ ...fault, at: index + 1 })
        const run = await runSeed(double, options)
        const stop = stopOf(run)
        assert.ok(stop, 'the run must stop')
        if (stop !== undefined) judge(run, call, stop)
        assert.not(double.calls().some(({ operation }) => operation.startsWith('Delete')))
        double.misbehave(undefined)
        const second = await runSeed(double)
        assert.ok(E.isRight(second.outcome), JSON.stringify(second.outcome))
        assert.is(endState(double), expected)
      } finally {
        await double.stop()
      }
    })
  test.run()
}
