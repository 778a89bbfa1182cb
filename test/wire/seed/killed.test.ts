import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { finishing, startStagingDouble } from '../../support/seed-bench.ts'
import { ended, killAt, start } from '../../support/seed-kill.ts'

const calm = await startStagingDouble()
calm.world.hasDefaults = false
assert.is(await ended(start(calm)), 0)
const calls = calm.calls()
const finishes = finishing(calm)
await calm.stop()

const test = suite('seed, killed after each call in turn')

const lastWrite = calls.findLastIndex(({ operation }) => /^(Create|Put|Update)/.test(operation))

for (const [index, { service, operation }] of calls.slice(0, lastWrite + 2).entries())
  test(`${index + 1}: ${service} ${operation}, then a second run makes the same`, async () => {
    const double = await startStagingDouble()
    try {
      double.world.hasDefaults = false
      assert.is(await killAt(double, index + 1), 'SIGKILL')
      assert.is(double.calls().length, index + 1)
      await finishes(double)
    } finally {
      await double.stop()
    }
  })

test.run()
