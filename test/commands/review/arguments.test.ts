import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { namedIn, reviewArguments } from '../../../src/commands/review/arguments.ts'
import type { UsageMistake } from '../../../src/command-line/usage.ts'

const test = suite('the command line of review')

const refused = (message: string): E.Either<UsageMistake, never> => E.left({ _tag: 'NotUnderstood', message })

test('an option is read as it is typed, and none has another value', () => {
  const none = { words: [], form: 'text', html: undefined, help: false }
  for (const [typed, read] of [
    [[], none],
    [['--json'], { ...none, form: 'json' }],
    [['--markdown'], { ...none, form: 'markdown' }],
    [['--html', 'page.html'], { ...none, html: 'page.html' }],
    [['-h'], { ...none, help: true }],
    [['--help', '--debug'], { ...none, help: true }],
    [['v1', 'v2', 'staging-eu'], { ...none, words: ['v1', 'v2', 'staging-eu'] }]
  ] as const)
    assert.equal(reviewArguments(typed), E.right(read), typed.join(' '))
})

test('two forms, or a page without a name, are refused', () => {
  assert.equal(reviewArguments(['--json', '--markdown']), refused('choose one of --markdown and --json'))
  assert.equal(reviewArguments(['--html', '']), refused('--html takes the name of a file'))
  assert.ok(E.isLeft(reviewArguments(['--jsn'])))
})

const sources = ['stacks/staging-eu.ts', 'stacks/v1.ts']

test('a file, a path, a pattern or the name of a stack is a stack', () => {
  for (const word of [
    'staging-eu',
    'v1',
    'x.ts',
    'stacks/other',
    './stacks/other',
    '/home/stacks/other',
    '*-eu',
    'staging-?u',
    'staging-[ab]u'
  ])
    assert.equal(namedIn([word], sources), E.right({ base: undefined, head: undefined, stacks: [word] }), word)
})

/** Source: Git, git-check-ref-format, "git check-ref-format". */
test('any other word names a commit: the base, then the head', () => {
  for (const word of ['main', 'v2', 'HEAD~1', 'origin/main', 'mystacks/x', 'stacks', 'x.tsx', 'staging-us'])
    assert.equal(namedIn([word], sources), E.right({ base: word, head: undefined, stacks: [] }), word)
  assert.equal(
    namedIn(['main', 'staging-eu', 'HEAD', 'v1'], sources),
    E.right({ base: 'main', head: 'HEAD', stacks: ['staging-eu', 'v1'] })
  )
  assert.equal(namedIn([], sources), E.right({ base: undefined, head: undefined, stacks: [] }))
})

test('a third commit, and what cannot be a name of one, are refused', () => {
  assert.equal(
    namedIn(['main', 'HEAD', 'v2', 'v3'], sources),
    refused("name at most two commits, BASE and HEAD; 'v2' is one more")
  )
  for (const [words, odd] of [
    [[''], ''],
    [['main', ''], ''],
    [['-x'], '-x'],
    [['main', '--upload-pack'], '--upload-pack']
  ] as const)
    assert.equal(namedIn(words, sources), refused(`'${odd}' is not the name of a commit`))
})

test.run()
