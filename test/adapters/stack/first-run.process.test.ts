import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stackEvaluator } from '../../../src/adapters/stack/evaluator.ts'
import { type FirstRun, firstRun } from '../../../src/adapters/stack/first-run.js'
import { stackThread } from '../../../src/adapters/stack/thread.js'
import { type TempProject, inTempProject } from '../../support/temp-project.ts'
import { said } from './said.ts'

const good = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')
const FILES = { 'stacks/staging-eu.ts': good, 'stacks/throw.ts': "throw new Error('no')" }
const NAMES = ['stacks/staging-eu.ts', 'stacks/throw.ts']

const test = suite('first run')

/** A run that says what no evaluation would, so that one sees who was asked. */
const told = (project: string, sources: ReadonlyArray<string>, patienceSeconds: number): FirstRun => ({
  task: { project, sources, stopped: new Map(), atOnce: 1 },
  patienceSeconds,
  ending: Promise.resolve({ _tag: 'Emitted', emissions: [] })
})

test('a run that was begun over the same sources is the evaluation, once', () =>
  inTempProject(FILES, async ({ root }) => {
    const { emitAll } = stackEvaluator({ patienceSeconds: 4, run: told(root, NAMES, 4) })
    assert.equal(await emitAll(root, NAMES)(), [])
    assert.is((await emitAll(root, NAMES)()).length, 2)
  }))

test('a run over anything else is not', () =>
  inTempProject(FILES, async ({ root, at }: TempProject) => {
    for (const run of [
      told(at('stacks'), NAMES, 4),
      told(root, NAMES.toReversed(), 4),
      told(root, NAMES.slice(0, 1), 4),
      told(root, [...NAMES, 'stacks/more.ts'], 4),
      told(root, NAMES, 5)
    ])
      assert.is((await stackEvaluator({ patienceSeconds: 4, run }).emitAll(root, NAMES)()).length, 2)
  }))

test('what a begun run answers is what an evaluation does, also where a stack ends the worker', () =>
  inTempProject({ ...FILES, 'stacks/wait.ts': 'export const then = () => 1\nexport default 1' }, async ({ root }) => {
    const names = [...NAMES, 'stacks/wait.ts']
    const run = firstRun(stackThread(), root, names, 4)
    const all = await stackEvaluator({ patienceSeconds: 4, run }).emitAll(root, names)()
    assert.equal(said(all)['stacks/wait.ts'], [
      'stack-finishes-loading stacks/wait.ts it waits for something that never comes'
    ])
    assert.equal(all, await stackEvaluator({ patienceSeconds: 4 }).emitAll(root, names)())
  }))

test.run()
