import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { StackFile } from '../../../src/outside/stack/files.ts'
import type { StackAnswer } from '../../../src/outside/stack/thread.ts'
import { evaluate } from '../../../src/outside/stack/worker.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'

const test = suite('what a thread does with its stacks')

const files = (texts: Readonly<Record<string, string>>): ReadonlyMap<string, StackFile> =>
  new Map(Object.entries(texts).map(([path, text]) => [path, { _tag: 'Read', path, text, sha256: sha256(text) }]))

test('it judges, runs and answers them one after the other, and says at which it is', () => {
  const progress = new Int32Array(new SharedArrayBuffer(4)).fill(-1)
  const answers: Array<readonly [at: number | undefined, answer: StackAnswer]> = []
  const task = {
    files: files({
      'stacks/a.ts': "import { part } from './shared/part.ts'\nexport default part\n",
      'stacks/b.ts': "import { part } from './shared/part.ts'\nthrow new Error(part)\n",
      'stacks/c.ts': "import { other } from 'zenthea-foundation/stack'\nexport default other\n",
      'stacks/d.ts': "import './shared/broken.ts'\nexport default 1\n",
      'stacks/e.ts': "import { x } from 'hasOwnProperty'\nexport default x\n",
      'stacks/shared/part.ts': "import { word } from './word.ts'\nexport const part = word\n",
      'stacks/shared/word.ts': "export const word = 'a word'\n",
      'stacks/shared/broken.ts': 'export const = 1\n'
    }),
    sources: ['stacks/a.ts', 'stacks/b.ts', 'stacks/c.ts', 'stacks/d.ts', 'stacks/e.ts']
  }
  evaluate(task, progress, (answer) => answers.push([progress[0], answer]))
  const said = answers.map(([at, { source, imports, file }]) => [
    at,
    source,
    imports,
    file._tag === 'Left' ? file.left.map(({ rule, actual }) => [rule, actual]) : 'a file'
  ])
  const both = ['stacks/shared/part.ts', 'stacks/shared/word.ts']
  assert.equal(said.slice(0, 3), [
    [0, 'stacks/a.ts', both, [['stack-exports-a-stack', 'the default export is a string, not made by stack(…)']]],
    [1, 'stacks/b.ts', both, [['stack-loads', 'a word']]],
    [2, 'stacks/c.ts', [], [['stack-loads', '`other`, which it does not export']]]
  ])
  assert.equal(said[3]?.slice(0, 3), [3, 'stacks/d.ts', ['stacks/shared/broken.ts']])
  assert.match(JSON.stringify(said[3]), 'stack-file-parses')
  assert.match(JSON.stringify(said[4]), 'hasOwnProperty')
  assert.is(said.length, 5)
})

test.run()
