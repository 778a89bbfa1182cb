import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'
import { refusedSyntax } from '../../../src/stack/source/refused-syntax.ts'

const test = suite('syntax that a stack has no use for')

type Spot = Parameters<typeof refusedSyntax>[0]

const at = (type: string, depth: number): Spot => ({ node: { type, start: 7 }, depth }) as unknown as Spot

/** A later parser may know more kinds: each is refused by its own name, where it stands. */
test('a kind that the grammar of a stack does not know is refused by its name', () => {
  assert.equal(refusedSyntax(at('PipelineExpression', 1)), [
    {
      at: 7,
      expected: 'constants, functions and the values they make',
      actual: 'syntax of the kind PipelineExpression',
      remedy: 'Write it with constants, functions, lists, objects and templates.'
    }
  ])
})

test('a key of a pattern that is known only at run time is told once', () => {
  const text =
    'const pick = (all: Readonly<Record<string, number>>, key: string) => {\n  const { [key]: one, two } = all\n  return [one, two]\n}\nexport const a = pick({ two: 1 }, "x")\n'
  const { problems } = judgedSource('stacks/a.ts', text, [])
  assert.equal(
    problems.map(({ actual }) => actual),
    ['a member whose name is known only at run time']
  )
})

test('a node may be 100 levels deep, and not one more', () => {
  assert.equal(refusedSyntax(at('Identifier', 100)), [])
  assert.equal(refusedSyntax(at('Identifier', 101)), [
    {
      at: 7,
      expected: 'constants, functions and the values they make',
      actual: 'syntax that nests more than 100 levels deep',
      remedy: 'Give the inner values names of their own.'
    }
  ])
})

const digits = (count: number): string => '1234567890'.repeat(4).slice(0, count)

/** Source: ECMA-262, NumericValue: a decimal number is exact to its 20th digit. Zeros at both ends are not counted. */
const numbers: ReadonlyArray<readonly [what: string, twenty: string, twentyOne: string]> = [
  ['digits', digits(19) + '1', digits(20) + '1'],
  ['a point', `1.${digits(19)}`.replace(/0$/, '1'), `1.${digits(19)}1`],
  ['underscores', `1_${digits(18)}_1`, `1_${digits(19)}_1`],
  ['an exponent', `${digits(19)}1e10`, `${digits(19)}11e1`],
  ['an exponent in a capital', `${digits(19)}1E1234`, `${digits(19)}11E1`],
  ['zeros before', `0.0000${digits(19)}1`, `0.0000${digits(19)}11`],
  ['zeros after', `${digits(19)}100000`, `${digits(19)}1100000`]
]

const actual = (number: string): ReadonlyArray<string> =>
  judgedSource('stacks/a.ts', `export const a = ${number}\n`, []).problems.map((problem) => problem.actual)

for (const [what, twenty, twentyOne] of numbers)
  test(`a number with ${what} has at most 20 digits`, () => {
    assert.equal(actual(twenty), [])
    assert.equal(actual(twentyOne), ['a number of more than 20 digits, which engines may round differently'])
  })

test('a number in base 16, 8 or 2 is read exactly by every engine, however long it is', () => {
  for (const [letters, digit] of [
    ['xX', 'f'],
    ['oO', '7'],
    ['bB', '1']
  ])
    for (const letter of letters ?? '') assert.equal(actual(`0${letter}${digit?.repeat(30)}`), [], letter)
})

test.run()
