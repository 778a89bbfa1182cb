import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { endState, runSeed, startStagingDouble } from '../../support/seed-bench.ts'
import { killAt } from '../../support/seed-kill.ts'

const calm = await startStagingDouble()
calm.world.hasDefaults = false
await runSeed(calm)
const expected = endState(calm)
await calm.stop()

const test = suite('seed, killed again and again')

test('one call later each time, it still ends in the same', async () => {
  const double = await startStagingDouble()
  try {
    double.world.hasDefaults = false
    let [at, how]: [number, NodeJS.Signals | number | null] = [2, null]
    do {
      double.forget()
      how = await killAt(double, at)
      at += 2
    } while (how === 'SIGKILL')
    assert.is(how, 0)
    assert.is(endState(double), expected)
  } finally {
    await double.stop()
  }
})

test.run()
