import * as E from 'fp-ts/lib/Either.js'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outputFiles } from '../../../src/adapters/output/files.ts'
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
    .filter((name) => name !== 'main.tf.json')

test('a SIGKILL in any call leaves each file old or new, and the next sweep leaves no litter', async () => {
  const states = new Set<string>()
  for (let fatal = 1, survived = false; !survived; fatal += 1)
    await inTempProject({ 'out/a-eu/main.tf.json': OLD }, async (made) => {
      const { signal, code, stderr } = await runChild(VICTIM, [made.root, String(fatal), NEW])
      survived = code === 0
      assert.ok(survived || signal === 'SIGKILL', stderr)

      const files = ['out/a-eu/main.tf.json', 'out/b-eu/main.tf.json'].map((path) => standing(made, path))
      states.add([...files, litter(made).length > 0 ? 'litter' : 'clean'].join(' '))

      assert.equal(await outputFiles().sweep(made.root)(), E.right(undefined))
      assert.equal(litter(made), [], `after call ${fatal}`)
    })
  assert.equal(
    [...states].toSorted(),
    ['new new clean', 'new none clean', 'new none litter', 'old none clean', 'old none litter'],
    'every state between the old files and the new ones was seen, and no other'
  )
})

test.run()
