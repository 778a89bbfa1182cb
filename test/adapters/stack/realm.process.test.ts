import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Found } from './realm-probe.ts'

const typescript = new URL('../../../test/typescript.js', import.meta.url).href

const test = suite('stack realm')

test('once closed, it has no process, no network, no clock, and no code from text', async () => {
  const probe = new URL('realm-probe.ts', import.meta.url)
  const [[before, after]] = (await once(
    new Worker(probe, { env: {}, execArgv: ['--import', typescript] }),
    'message'
  )) as [readonly [Found, Found]]
  assert.is(before.names.length, 5)
  assert.equal(before.made, [true, true, true, true])
  assert.match(before.text, '=>')
  assert.equal(after, { names: [], made: [false, false, false, false], text: 'function' })
})

test.run()
