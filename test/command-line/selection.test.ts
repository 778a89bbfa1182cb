import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { namesStacks, projectsNamed, selection } from '../../src/command-line/selection.ts'

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
  ['/home/a', ['stacks/x.ts', 'stacks/y.ts', './stacks/x.ts']],
  ['/home/a', ['stacks/x', './stacks/y']],
  ['/home/a/stacks', ['x.ts', '../stacks/y']]
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
  'stacks/x.ts.bak',
  'stacks/x.tsx',
  'stacks/.x.ts',
  'stacks/.ts',
  'out/x/main.tf.json',
  'mystacks/x.ts',
  'mystacks/staging-eu',
  'staging',
  '-',
  'Staging-eu',
  'out/staging-eu'
])
  test(`'${file}' is not a stack file`, () => {
    assert.equal(selection('/home/a', ['stacks/ok.ts', file]), E.left({ _tag: 'NotAStackFile', file }))
  })

for (const [cwd, words, named] of [
  ['/home/a', ['staging-eu', 'prod-2-eu'], ['stacks/staging-eu.ts', 'stacks/prod-2-eu.ts']],
  ['/home/a/stacks', ['staging-eu'], ['stacks/staging-eu.ts']],
  ['/home/a', ['staging-eu', 'stacks/staging-eu.ts', 'stacks/staging-eu'], ['stacks/staging-eu.ts']],
  ['/home/a', ['prod-*', 'stacks/team?-{eu,us}.ts'], ['stacks/prod-*.ts', 'stacks/team?-{eu,us}.ts']],
  ['/', ['home/a/stacks/*'], ['stacks/*.ts']]
] as const)
  test(`${words.join(' ')} in ${cwd}: by name or by pattern`, () => {
    assert.equal(selection(cwd, words), E.right({ project: '/home/a', named }))
  })

test('a word names stacks by its ending, a slash, a sign of a pattern or the form of a name', () => {
  for (const word of ['x.ts', 'a/b', '/', '*', 'a?', '[a', 'a]', '{a', 'a}', 'staging-eu', 'prod-2-eu', 'a1-2b'])
    assert.ok(namesStacks(word), word)
  for (const word of [
    ...['plan', 'eu', '', '--json', '-eu', 'eu-', 'a--b', '1a-eu', 'Staging-eu', 'staging-Eu', 'a_b-c', 'a-b_c'],
    ...['x.tsx', 'xts', 'a-b.c', 'a b-c', 'a.b-c']
  ])
    assert.not.ok(namesStacks(word), word)
})

for (const word of ['stacks/a.b', 'stacks/a b', 'stacks/a!', 'a-b c'])
  test(`'${word}' is the path of a file, and not the name of a stack`, () => {
    assert.ok(E.isLeft(selection('/home/a', [word])))
  })

test('files of two projects are refused', () => {
  assert.equal(
    selection('/home/a', ['stacks/x.ts', '../b/stacks/x.ts']),
    E.left({ _tag: 'TwoProjects', projects: ['/home/a', '/home/b'] })
  )
})

test('the projects of a command line are each named once, and the working directory where none is', () => {
  assert.equal(projectsNamed('/home/a', ['plan', '--json']), ['/home/a'])
  assert.equal(projectsNamed('/home/a', ['stacks/x.ts', 'stacks/y.ts', 'plan']), ['/home/a'])
  assert.equal(projectsNamed('/home/a', ['stacks/x.ts', '../b/stacks/x.ts', 'stacks/y.ts']), ['/home/a', '/home/b'])
})

test.run()
