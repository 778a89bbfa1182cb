import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commandArguments } from '../../../src/commands/emit/arguments.ts'

const test = suite('emit arguments')

const nothing = { files: [], check: false, all: false, json: false, help: false, patienceSeconds: 10 }

test('no arguments: all stacks, written, for a person, with ten seconds of patience', () => {
  assert.equal(commandArguments([]), E.right(nothing))
})

test('every option, between the files and behind them', () => {
  assert.equal(
    commandArguments(['stacks/a.ts', '--check', '--json', 'stacks/b.ts', '--patience', '2.5', '--debug']),
    E.right({
      files: ['stacks/a.ts', 'stacks/b.ts'],
      check: true,
      all: false,
      json: true,
      help: false,
      patienceSeconds: 2.5
    })
  )
})

test('--help and -h', () => {
  assert.equal(commandArguments(['--help']), E.right({ ...nothing, help: true }))
  assert.equal(commandArguments(['-h']), E.right({ ...nothing, help: true }))
})

test('behind -- all is a file', () => {
  assert.equal(commandArguments(['--', '--check']), E.right({ ...nothing, files: ['--check'] }))
})

for (const [args, message] of [
  [['--chekc'], "Unknown option '--chekc'. Did you mean --check?"],
  [['--no-check'], "Unknown option '--no-check'. Did you mean --check?"],
  [['-x'], "Unknown option '-x'"],
  [['--check=yes'], "Option '--check' does not take an argument"],
  [['--patience'], "Option '--patience <value>' argument missing"],
  [['--patience', '--check'], "Option '--patience' argument is ambiguous"]
] as const)
  test(`${args.join(' ')} is not understood`, () => {
    assert.equal(commandArguments(args), E.left({ _tag: 'NotUnderstood', message }))
  })

for (const value of ['0', '0.09', '3601', 'ten', '1e3', '0x10', ' 5', '', 'Infinity', 'NaN', '10s'])
  test(`a patience of '${value}' is refused`, () => {
    assert.equal(commandArguments(['--patience', value]), E.left({ _tag: 'NotAPatience', value }))
  })

test('a patience of less than nothing is refused', () => {
  assert.equal(commandArguments(['--patience=-1']), E.left({ _tag: 'NotAPatience', value: '-1' }))
})

for (const value of ['0.1', '1', '0.25', '10.125', '3600'])
  test(`a patience of ${value} seconds is taken`, () => {
    assert.equal(commandArguments([`--patience=${value}`]), E.right({ ...nothing, patienceSeconds: Number(value) }))
  })

test.run()
