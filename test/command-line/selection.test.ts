import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { selection } from '../../src/command-line/selection.ts'

const test = suite('selection')

test('no file: the working directory and all of its stacks', () => {
  assert.equal(selection('/home/a', []), E.right({ project: '/home/a', named: [] }))
})

for (const [cwd, files] of [
  ['/home/a', ['stacks/x.ts', 'stacks/y.ts']],
  ['/home/a', ['./stacks//x.ts', 'stacks/../stacks/y.ts']],
  ['/home/a/stacks', ['x.ts', './y.ts']],
  ['/home/a/stacks/shared', ['../x.ts', '../y.ts']],
  ['/tmp', ['/home/a/stacks/x.ts', '../home/a/stacks/y.ts']],
  ['/home/a', ['stacks/x.ts', 'stacks/y.ts', './stacks/x.ts']]
] as const)
  test(`${files.join(' ')} in ${cwd}`, () => {
    assert.equal(selection(cwd, files), E.right({ project: '/home/a', named: ['stacks/x.ts', 'stacks/y.ts'] }))
  })

for (const file of [
  'x.ts',
  'stacks',
  'stacks/',
  '',
  'stacks/shared/x.ts',
  'stacks/x.js',
  'stacks/x',
  'stacks/.x.ts',
  'stacks/.ts',
  'out/x/main.tf.json',
  'mystacks/x.ts'
])
  test(`'${file}' is not a stack file`, () => {
    assert.equal(selection('/home/a', ['stacks/ok.ts', file]), E.left({ _tag: 'NotAStackFile', file }))
  })

test('files of two projects are refused', () => {
  assert.equal(
    selection('/home/a', ['stacks/x.ts', '../b/stacks/x.ts']),
    E.left({ _tag: 'TwoProjects', projects: ['/home/a', '/home/b'] })
  )
})

test.run()
