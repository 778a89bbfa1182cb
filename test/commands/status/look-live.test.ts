import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { NamedStack } from '../../../src/command-line/named-stack.ts'
import { type LookPorts, lookLive } from '../../../src/commands/status/look-live.ts'
import { clock } from '../../../src/outside/process/clock.ts'
import { emittedStaging, wantedOfStaging } from '../../support/wanted.ts'

const test = suite('what status asks AWS')

const stacks: ReadonlyArray<NamedStack> = Array.from({ length: 40 }, (_, index) => ({
  project: '/project',
  source: `stacks/team${index}-eu.ts`,
  imports: [],
  read: new Map(),
  file: emittedStaging(),
  wanted: wantedOfStaging(),
  providerBuilds: []
}))

const route = { proxy: undefined, caBundle: undefined }
const signedIn = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' }

test('of forty stacks eight are asked about at a time, and each once', async () => {
  const now = { open: 0, most: 0, asked: new Array<string>() }
  const ports: LookPorts = {
    variables: signedIn,
    sharedConfig: T.of({ config: {}, credentials: {} }),
    clock,
    pause: () => T.of(undefined),
    open:
      ({ source }) =>
      async () => {
        now.asked.push(source)
        now.open += 1
        now.most = Math.max(now.most, now.open)
        await new Promise((resolve) => setImmediate(resolve))
        now.open -= 1
        return E.left('no answer')
      }
  }
  const seen = await lookLive(ports, stacks, route)
  assert.is(now.most, 8)
  assert.equal(now.asked.toSorted(), stacks.map(({ source }) => source).toSorted())
  assert.equal(
    seen.map((one) => (E.isLeft(one) ? one.left.word : 'seen')),
    stacks.map(() => 'credentials')
  )
})

test.run()
