import fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stackThread } from '../../../src/adapters/stack/thread.js'
import { looksEdited, plainRun } from '../../../src/cli/emit/plain-run.js'
import { inTempProject } from '../../support/temp-project.ts'

const test = suite('plain run')

const good = fs.readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')
const GOOD = { 'stacks/staging-eu.ts': good, 'stacks/nothing.ts': '', 'stacks/.hidden.ts': '', 'stacks/notes.md': '' }
const ALL = ['stacks/nothing.ts', 'stacks/staging-eu.ts']
const ONE = ['stacks/staging-eu.ts']

for (const [argv, chosen, check] of [
  [[], ALL, false],
  [['--check'], ALL, true],
  [ONE, ONE, false],
  [['stacks/staging-eu.ts', '--check', 'stacks/staging-eu.ts'], ONE, true],
  [['stacks/staging-eu.ts', 'stacks/nothing.ts'], ALL, false]
] as const)
  test(`[${argv.join(' ')}] is plain: all stacks are evaluated, in the order of the program`, () =>
    inTempProject(GOOD, async ({ root }) => {
      const plain = plainRun(stackThread(), root, argv)
      if (plain === undefined) throw new Error('it was not plain')
      assert.equal(
        [plain.run.task.project, plain.run.task.sources, plain.chosen, plain.check],
        [root, ALL, chosen, check]
      )
      const ending = await plain.run.ending
      if (ending._tag !== 'Emitted') throw new Error(ending._tag)
      assert.equal(
        ending.emissions.map(({ source }) => source),
        ALL
      )
    }))

for (const argv of [
  ['--json'],
  ['--help'],
  ['-h'],
  ['--debug'],
  ['--patience', '3'],
  ['--check=1'],
  ['--'],
  [''],
  ['./stacks/staging-eu.ts'],
  ['staging-eu.ts'],
  ['stacks/gone.ts'],
  ['stacks/staging-eu.ts', 'stacks/gone.ts'],
  ['stacks/.hidden.ts'],
  ['stacks/notes.md'],
  ['stacks']
])
  test(`[${argv.join(' ')}] is left to the program`, () =>
    inTempProject(GOOD, async ({ root }) => {
      const thread = stackThread()
      assert.is(plainRun(thread, root, argv), undefined)
      assert.is(thread.worker.listenerCount('message'), 0)
      await thread.worker.terminate()
    }))

test('without stacks/, and without a thread: left to the program', () =>
  inTempProject({}, async ({ root, write }) => {
    const thread = stackThread()
    assert.is(plainRun(thread, root, []), undefined)
    write('stacks/staging-eu.ts', good)
    assert.is(plainRun(undefined, root, []), undefined)
    await thread.worker.terminate()
  }))

const OUT = { 'stacks/a.ts': '', 'stacks/b.ts': '', 'out/a/main.tf.json': '', 'out/b/main.tf.json': '' }

for (const [what, chosen, seconds, isEdited] of [
  ['older than its file', ['a'], -1, false],
  ['as old, as after a checkout', ['a'], 1, false],
  ['younger than its file', ['a'], 3, true],
  ['younger, and beside one that is not', ['b', 'a'], 3, true],
  ['younger, but not chosen', ['b'], 3, false]
] as const)
  test(`a stack that is ${what}: ${isEdited ? 'looks' : 'does not look'} edited`, () =>
    inTempProject(OUT, async ({ root, at }) => {
      const emitted = new Date('2026-11-20T12:00:00Z')
      for (const path of Object.keys(OUT)) fs.utimesSync(at(path), emitted, emitted)
      const edited = new Date(emitted.getTime() + 1000 * seconds)
      fs.utimesSync(at('stacks/a.ts'), edited, edited)
      const sources = chosen.map((name) => `stacks/${name}.ts`)
      assert.is(looksEdited(root, sources), isEdited)
    }))

test('a stack without its file looks edited', () =>
  inTempProject({ 'stacks/a.ts': '' }, async ({ root }) => {
    assert.is(looksEdited(root, ['stacks/a.ts']), true)
  }))

test.run()
