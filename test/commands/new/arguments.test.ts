import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { NEW_OPTIONS, newArguments } from '../../../src/commands/new/arguments.ts'
import { questions } from '../../../src/commands/new/questions.ts'

const test = suite('the command line of new')

const answersOf = (...argv: ReadonlyArray<string>): unknown => {
  const read = newArguments(argv)
  return E.isRight(read) ? read.right.answers : undefined
}

test('the last hyphen of a name parts the environment from the logical region', () => {
  for (const [word, environment, logical] of [
    ['staging-eu', 'staging', 'eu'],
    ['prod-2-eu', 'prod-2', 'eu'],
    ['stacks/staging-eu.ts', 'staging', 'eu'],
    ['staging-eu.ts', 'staging', 'eu'],
    ['stacks/staging-eu', 'staging', 'eu']
  ])
    assert.equal(answersOf(word ?? ''), { environment, 'logical-region': logical }, word)
})

test('anything else is the name of no stack, and so are two', () => {
  for (const words of [['staging'], ['-eu'], ['staging-'], ['other/staging-eu'], ['stacks/'], [''], ['a-eu', 'b-eu']])
    assert.equal(
      newArguments(['--', ...words]),
      E.left({
        _tag: 'NotUnderstood',
        message: 'name one stack at most, as its environment, a hyphen and its logical region, such as staging-eu'
      }),
      words.join(' ')
    )
})

test('each question has an option of its name, and an option answers before the name does', () => {
  const texts = Object.entries(NEW_OPTIONS).filter(([, { type }]) => type === 'string')
  assert.equal(texts.map(([name]) => name).toSorted(), questions.map(({ name }) => name).toSorted())
  for (const [name] of texts) assert.equal(answersOf(`--${name}=x`), { [name]: 'x' })
  assert.equal(answersOf('staging-eu', '--environment', 'other', '--operators='), {
    environment: 'other',
    'logical-region': 'eu',
    operators: ''
  })
})

test('nothing is taken for yes, and nothing for a wish for help', () => {
  const nothing = { answers: {}, yes: false, help: false }
  assert.equal(newArguments([]), E.right(nothing))
  assert.equal(newArguments(['--yes', '--debug']), E.right({ ...nothing, yes: true }))
  assert.equal(newArguments(['-h']), E.right({ ...nothing, help: true }))
})

test.run()
