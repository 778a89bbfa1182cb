import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsFailure } from '../../src/outside/aws/failure.port.ts'
import type { Stop } from '../../src/commands/seed/step.ts'
import type { AwsDouble, Misbehaviour } from './aws-double/aws-double.ts'
import type { Call } from './aws-double/call.ts'
import { type Run, type RunOptions, finishing, runSeed, startStagingDouble } from './seed-bench.ts'

/** The failure that AWS is quoted with, of a run that stopped for one. */
export const failureOf = ({ outcome }: Run): AwsFailure | undefined =>
  E.isLeft(outcome) && 'failure' in outcome.left ? outcome.left.failure : undefined

const stopOf = ({ outcome }: Run): Stop | undefined => (E.isLeft(outcome) ? outcome.left : undefined)

/** What a fault must end in at one call. */
export type Judge = (run: Run, call: Call, stop: Stop) => void

/** A double with nothing in it and without the defaults of AWS. */
const startBareDouble = async (): Promise<AwsDouble> => {
  const double = await startStagingDouble()
  double.world.hasDefaults = false
  return double
}

/**
 * A test for each call of a whole first run: the fault strikes that call, the run must stop as the judge says, without
 * a call that deletes; and a second run, in peace, must end in the state that an undisturbed run makes. Runs that wait for
 * an answer may wait several at a time.
 */
export const strikeEachCall = async (
  title: string,
  fault: Omit<Misbehaviour, 'at'>,
  judge: Judge,
  options: RunOptions = {},
  atOnce = 1
): Promise<void> => {
  const calm = await startBareDouble()
  await runSeed(calm)
  const calls = calm.calls()
  const finishes = finishing(calm)
  await calm.stop()
  const strike = async (at: number) => {
    const double = await startBareDouble()
    double.misbehave({ ...fault, at })
    return { double, run: await runSeed(double, options) }
  }
  const struck: Array<ReturnType<typeof strike>> = []
  const test = suite(title)
  for (const [index, call] of calls.entries())
    test(`${index + 1}: ${call.service} ${call.operation}`, async () => {
      while (struck.length < Math.min(index + atOnce, calls.length)) struck.push(strike(struck.length + 1))
      const { double, run } = await (struck[index] ?? strike(index + 1))
      try {
        const stop = stopOf(run)
        assert.ok(stop, 'the run must stop')
        if (stop !== undefined) judge(run, call, stop)
        assert.not(double.calls().some(({ operation }) => operation.startsWith('Delete')))
        double.misbehave(undefined)
        await finishes(double)
      } finally {
        await double.stop()
      }
    })
  test.run()
}
