import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parsed } from '../../src/command-line/usage.ts'
import { describedCommands } from '../../src/commands/completion/commands.ts'
import { preflightArguments } from '../../src/commands/preflight/arguments.ts'
import { seedArguments } from '../../src/commands/seed/arguments.ts'

const test = suite('switches of every command')

for (const [command, { options }] of Object.entries(describedCommands)) {
  const switches = Object.keys(options).filter((name) => options[name]?.type === 'boolean')

  test(`${command}: no switch is on by itself`, () => {
    const read = parsed(options, [])
    assert.ok(E.isRight(read))
    if (E.isRight(read)) for (const [name, value] of Object.entries(read.right.values)) assert.is.not(value, true, name)
  })

  for (const name of switches)
    test(`${command}: --${name} is on where it is typed, and it alone`, () => {
      const read = parsed(options, [`--${name}`])
      assert.ok(E.isRight(read))
      if (E.isRight(read))
        assert.equal(
          Object.entries(read.right.values).flatMap(([other, value]) => (value === true ? [other] : [])),
          [name]
        )
    })
}

const route = { proxy: 'http://proxy.example:3128', caBundle: '/home/project/ca.pem' }
const way = ['--proxy', route.proxy, '--ca-bundle', 'ca.pem']

test('seed --dry-run keeps its stack and its way to AWS, and is not --policy', () => {
  assert.equal(
    seedArguments('/home/project', ['stacks/staging-eu.ts', '--dry-run', ...way]),
    E.right({ files: ['stacks/staging-eu.ts'], isDryRun: true, isPolicy: false, help: false, route })
  )
})

test('seed --policy is not --dry-run, and both are refused together', () => {
  const read = seedArguments('/home/project', ['stacks/staging-eu.ts', '--policy'])
  assert.ok(E.isRight(read) && read.right.isPolicy && !read.right.isDryRun)
  assert.ok(E.isLeft(seedArguments('/home/project', ['a.ts', '--policy', '--dry-run'])))
})

test('preflight keeps its stack, its way to AWS and --json', () => {
  const read = preflightArguments('/home/project', ['stacks/staging-eu.ts', '--json', ...way])
  assert.ok(E.isRight(read))
  if (E.isRight(read)) assert.equal(read.right.route, route)
})

test.run()
