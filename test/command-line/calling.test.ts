import { constVoid } from 'fp-ts/lib/function.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callingIn, pause, silenceSdk } from '../../src/command-line/calling.ts'

const test = suite('how a command calls AWS')

test('a call may take twenty seconds, in the region that is asked, and each retry is told', () => {
  const told: Array<unknown> = []
  const calling = callingIn('eu-west-3', (...retry) => {
    told.push(retry)
    return constVoid
  })
  assert.equal([calling.region, calling.patienceMillis, calling.pause], ['eu-west-3', 20_000, pause])
  calling.retrying({ _tag: 'Throttled' } as never, 5, 100)()
  assert.equal(told, [[{ _tag: 'Throttled' }, 5, 100]])
})

test('a pause lasts as long as it is said to, and not before it is run', async () => {
  const paused = pause(60)
  const began = performance.now()
  assert.is(await paused(), undefined)
  assert.ok(performance.now() - began >= 55)
})

test('the SDK is silenced about the releases of Node that a later one of it needs. Source: AWS SDK for JavaScript v3', () => {
  const env: NodeJS.ProcessEnv = {}
  silenceSdk(env)
  assert.equal(env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' })
})

test.run()
