import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { evaluatorWith } from '../../support/stack-evaluator.ts'
import { inTempProject } from '../../support/temp-project.ts'
import { said } from './said.ts'

const good = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')

const test = suite('stack evaluator, where a stack never ends')

/** Enough for a file that loads at once, on a machine that is busy. */
const patienceSeconds = 4

test('loops: each is one problem of its own file, and the others are judged', () =>
  inTempProject(
    {
      'stacks/staging-eu.ts': good,
      'stacks/loop.ts': 'for (;;) {}',
      'stacks/call.ts': "import { forever } from './shared/forever.ts'\nexport default forever()",
      'stacks/shared/forever.ts': 'export const forever = () => { let n = 0; while (true) n += 1 }',
      'stacks/throw.ts': "throw new Error('no')"
    },
    async ({ root }) => {
      const names = ['loop', 'staging-eu', 'call', 'throw'].map((name) => `stacks/${name}.ts`)
      const all = said(await evaluatorWith({ patienceSeconds }).emitAll(root, names)())
      assert.equal(Object.keys(all), names)
      assert.equal(all['stacks/loop.ts'], ['stack-finishes-loading stacks/loop.ts it was still busy after 4 s'])
      assert.equal(all['stacks/call.ts'], ['stack-finishes-loading stacks/call.ts it was still busy after 4 s'])
      assert.equal(all['stacks/throw.ts'], ['stack-loads stacks/throw.ts:1:7 no'])
      assert.match(all['stacks/staging-eu.ts']?.join() ?? '', 'stacks/loop.ts')
    }
  ))

test('code of a stack that would run when it is emitted never runs', () =>
  inTempProject(
    { 'stacks/staging-eu.ts': good.replace("phase: 'J.7.0'", 'phase: { toJSON: () => { for (;;) {} } } as never') },
    async ({ root }) => {
      const all = said(await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, ['stacks/staging-eu.ts'])())
      assert.match(all['stacks/staging-eu.ts']?.join() ?? '', /"at":\["declaration"?,?"?phase"\]|"phase"/)
      assert.not.match(all['stacks/staging-eu.ts']?.join() ?? '', 'stack-finishes-loading')
    }
  ))

test.run()
