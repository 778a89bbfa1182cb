import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stackEvaluator } from '../../../src/adapters/stack/evaluator.ts'
import { stackThread } from '../../../src/adapters/stack/thread.js'
import { inTempProject } from '../../support/temp-project.ts'
import { said } from './said.ts'

const good = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')

const waits = 'export const then = () => 1\nexport default 1'

const test = suite('stack evaluator, where a stack never ends')

/** Enough for a file that loads at once, on a machine that is busy. */
const patienceSeconds = 4

test('loops, and waiting for ever: each is one problem of its own file, and the others are judged', () =>
  inTempProject(
    {
      'stacks/staging-eu.ts': good,
      'stacks/loop.ts': 'for (;;) {}',
      'stacks/call.ts': "import { forever } from './shared/forever.ts'\nexport default forever()",
      'stacks/shared/forever.ts': 'export const forever = () => { let n = 0; while (true) n += 1 }',
      'stacks/wait.ts': waits,
      'stacks/throw.ts': "throw new Error('no')"
    },
    async ({ root }) => {
      const names = ['loop', 'staging-eu', 'call', 'wait', 'throw'].map((name) => `stacks/${name}.ts`)
      const all = said(await stackEvaluator({ patienceSeconds }).emitAll(root, names)())
      assert.equal(Object.keys(all), names)
      assert.equal(all['stacks/loop.ts'], ['stack-finishes-loading stacks/loop.ts it was still busy after 4 s'])
      assert.equal(all['stacks/call.ts'], ['stack-finishes-loading stacks/call.ts it was still busy after 4 s'])
      assert.equal(all['stacks/wait.ts'], [
        'stack-finishes-loading stacks/wait.ts it waits for something that never comes'
      ])
      assert.equal(all['stacks/throw.ts'], ['stack-loads stacks/throw.ts:1:7 no'])
      assert.match(all['stacks/staging-eu.ts']?.join() ?? '', 'stacks/loop.ts')
    }
  ))

test('code of a stack that runs only when it is emitted, and never ends', () =>
  inTempProject(
    {
      'stacks/staging-eu.ts': good,
      'stacks/hook.ts': good.replace("phase: 'J.7.0'", 'phase: { toJSON: () => { for (;;) {} } } as never')
    },
    async ({ root }) => {
      const names = ['stacks/staging-eu.ts', 'stacks/hook.ts']
      const all = said(await stackEvaluator({ patienceSeconds: 2 }).emitAll(root, names)())
      assert.equal(all['stacks/hook.ts'], ['stack-finishes-loading stacks/hook.ts it was still busy after 2 s'])
      assert.not.match(all['stacks/staging-eu.ts']?.join() ?? '', 'stack-finishes-loading')
    }
  ))

test('a worker that was started early gives the same', () =>
  inTempProject({ 'stacks/staging-eu.ts': good, 'stacks/wait.ts': waits }, async ({ root }) => {
    const early = stackEvaluator({ patienceSeconds, thread: stackThread() })
    const names = ['stacks/staging-eu.ts', 'stacks/wait.ts']
    const all = await early.emitAll(root, names)()
    assert.equal(said(all)['stacks/wait.ts']?.length, 1)
    assert.equal(all, await stackEvaluator({ patienceSeconds }).emitAll(root, names)())
  }))

test.run()
