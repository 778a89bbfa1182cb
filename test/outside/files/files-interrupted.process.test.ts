import type { AbsolutePath } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outputFiles } from '../../../src/outside/files/files.ts'
import { Death, mortalCalls } from './mortal-calls.ts'
import { inTempProject, runChild } from '../../support/temp-project.ts'
import type { TempProject } from '../../support/temp-project.ts'

const test = suite('output files, interrupted')

const VICTIM = fileURLToPath(new URL('./files-victim.ts', import.meta.url))
const NAMES: Readonly<Record<string, string>> = { '{ "text": "old" }\n': 'old', '{ "text": "new" }\n': 'new' }
const [OLD = '', NEW = ''] = Object.keys(NAMES)

const standing = ({ has, read }: TempProject, path: string): string =>
  has(path) ? (NAMES[read(path)] ?? `half: ${read(path)}`) : 'none'

const litter = ({ has, names }: TempProject): ReadonlyArray<string> =>
  ['out/a-eu', 'out/b-eu']
    .filter(has)
    .flatMap(names)
    .filter((name) => name !== 'main.tf.json' && name !== 'REVIEW.md')

/** Writes both files with calls of which one is the last; whether all were made. */
const survives = async (project: AbsolutePath, fatal: number): Promise<boolean> => {
  const files = outputFiles(
    mortalCalls(fatal, () => {
      throw new Death()
    })
  )
  try {
    for (const path of ['out/a-eu/main.tf.json', 'out/b-eu/REVIEW.md'])
      assert.equal(await files.write(project, path, Buffer.from(NEW))(), E.right(undefined))
    return true
  } catch (error) {
    if (!(error instanceof Death)) throw error
    return false
  }
}

/** What stands after an interruption, which the next sweep makes clean. */
const swept = async (made: TempProject, what: string): Promise<string> => {
  const files = ['out/a-eu/main.tf.json', 'out/b-eu/REVIEW.md'].map((path) => standing(made, path))
  const state = [...files, litter(made).length > 0 ? 'litter' : 'clean'].join(' ')
  assert.equal(await outputFiles().sweep(made.root)(), E.right(undefined))
  assert.equal(litter(made), [], what)
  return state
}

test('an end in any call leaves each file old or new, and the next sweep leaves no litter', async () => {
  const states = new Set<string>()
  for (let fatal = 1, survived = false; !survived; fatal += 1)
    await inTempProject({ 'out/a-eu/main.tf.json': OLD }, async (made) => {
      survived = await survives(made.root, fatal)
      states.add(await swept(made, `after call ${fatal}`))
    })
  assert.equal(
    [...states].toSorted(),
    ['new new clean', 'new none clean', 'new none litter', 'old none clean', 'old none litter'],
    'every state between the old files and the new ones was seen, and no other'
  )
})

/** One call of each file, and none. */
for (const [fatal, end, state] of [
  [3, 'SIGKILL', 'old none litter'],
  [10, 'SIGKILL', 'new none clean'],
  [99, 0, 'new new clean']
] as const)
  test(`so does a SIGKILL in call ${fatal} of a process`, () =>
    inTempProject({ 'out/a-eu/main.tf.json': OLD }, async (made) => {
      const { signal, code, stderr } = await runChild(VICTIM, [made.root, String(fatal), NEW])
      assert.is(signal ?? code, end, stderr)
      assert.is(await swept(made, `after call ${fatal}`), state)
    }))

test.run()
