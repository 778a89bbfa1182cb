import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sandboxArguments, stackNamed } from '../../../src/commands/sandbox/arguments.ts'

const test = suite('the command line of the sandbox')

const nothing = {
  ...{ words: [], isAll: false, isTour: false, isYes: false, isList: false, run: undefined },
  ...{ isOffline: false, isKept: false, isReset: false, help: false }
}

test('an option is read as it is typed, and none has another value', () => {
  for (const [argv, differs] of [
    [[], {}],
    [['staging-eu', 'x'], { words: ['staging-eu', 'x'] }],
    [['--all'], { isAll: true }],
    [['--tour'], { isTour: true }],
    [['--yes'], { isYes: true }],
    [['--list'], { isList: true }],
    [['--run', 'seed --dry-run'], { run: 'seed --dry-run' }],
    [['--offline'], { isOffline: true }],
    [['--keep'], { isKept: true }],
    [['--reset'], { isReset: true }],
    [['-h'], { help: true }],
    [['--help', '--debug'], { help: true }]
  ] as const)
    assert.equal(sandboxArguments(argv), E.right({ ...nothing, ...differs }), argv.join(' '))
  assert.ok(E.isLeft(sandboxArguments(['--kep'])))
})

test('a stack goes by its name, however its file is written', () => {
  for (const word of ['staging-eu', 'stacks/staging-eu', './stacks/staging-eu.ts', 'staging-eu.ts'])
    assert.is(stackNamed(word), 'staging-eu', word)
  for (const other of ['mystacks/a', 'a.tsx', 'stacks-eu', '*-eu', 'a.ts-eu', '../stacks/a'])
    assert.is(stackNamed(other), other)
})

test.run()
