import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { condition } from '../../src/access/condition.ts'
import { carriesNothing, carriesOne } from '../../src/access/criterion.ts'

const test = suite('one line of a condition block')

/** What each operator says of what a request carries. Source: IAM, "Condition operators". */
const table: ReadonlyArray<
  readonly [operator: string, wanted: ReadonlyArray<string>, holds: ReadonlyArray<string>, not: ReadonlyArray<string>]
> = [
  ['StringEquals', ['a', 'b'], ['a', 'b'], ['A', 'c', 'ab', '']],
  ['StringNotEquals', ['a', 'b'], ['A', 'c', ''], ['a', 'b']],
  ['StringLike', ['a*c', '?'], ['ac', 'abbc', 'x'], ['abcd', 'xy', '']],
  ['StringNotLike', ['a*c'], ['abcd'], ['ac', 'abc']],
  ['ArnEquals', ['arn:aws:iam::1:role/*'], ['arn:aws:iam::1:role/a'], ['arn:aws:iam::2:role/a']],
  ['ArnLike', ['arn:aws:iam::1:role/*'], ['arn:aws:iam::1:role/a/b'], ['arn:aws:iam::1:user/a']],
  ['ArnNotLike', ['arn:aws:iam::1:role/*'], ['arn:aws:iam::1:user/a'], ['arn:aws:iam::1:role/a']],
  ['Bool', ['true'], ['true', 'TRUE'], ['false']],
  ['NumericEquals', ['5'], ['5', '5.0'], ['4', '6']],
  ['NumericNotEquals', ['5'], ['4', '6'], ['5']],
  ['NumericLessThan', ['5'], ['4.9', '-1'], ['5', '6']],
  ['NumericLessThanEquals', ['5'], ['4.9', '5'], ['5.1']],
  ['NumericGreaterThan', ['5'], ['5.1'], ['5', '4']],
  ['NumericGreaterThanEquals', ['5'], ['5', '6'], ['4.9']]
]
for (const [operator, wanted, holds, not] of table)
  test(`${operator} ${wanted.join(' ')}: in any capitals, and with IfExists where nothing is carried`, () => {
    for (const name of [operator, operator.toUpperCase()]) {
      const { holds: isSo, undecided, dimension } = condition(name, 'AWS:Some', wanted, false)
      assert.is(undecided, undefined)
      assert.is(dimension, 'key aws:some')
      for (const text of holds) assert.is(isSo(carriesOne(text)), true, text)
      for (const text of not) assert.is(isSo(carriesOne(text)), false, text)
    }
    assert.is(condition(operator, 'k', wanted, false).holds(carriesNothing), /Not/.test(operator))
    assert.is(condition(`${operator}IfExists`, 'k', wanted, false).holds(carriesNothing), true)
    for (const text of not)
      assert.is(condition(`${operator}IfExists`, 'k', wanted, false).holds(carriesOne(text)), false)
  })

test('Null asks whether a key is there, and sets ask of all values or of any', () => {
  const list = (...texts: ReadonlyArray<string>) => ({ texts, isList: true })
  for (const [word, isThere] of [
    ['true', false],
    ['TRUE', false],
    ['FALSE', true]
  ] as const) {
    const { holds, undecided } = condition('Null', 'k', [word], false)
    assert.equal([undecided, holds(carriesNothing), holds(carriesOne('x'))], [undefined, !isThere, isThere])
  }
  const all = condition('ForAllValues:StringEquals', 'k', ['a', 'b'], false)
  const any = condition('ForAnyValue:StringEquals', 'k', ['a', 'b'], false)
  const rows = [[], ['a'], ['a', 'b'], ['a', 'c'], ['c']]
  assert.equal(
    rows.map((texts) => all.holds(list(...texts))),
    [true, true, true, false, false]
  )
  assert.equal(
    rows.map((texts) => any.holds(list(...texts))),
    [false, true, true, true, false]
  )
})

test('an operator, a number or a variable that is not decided is undecided', () => {
  const isUndecided = (operator: string, values: ReadonlyArray<string>, hasVariables = false): boolean =>
    condition(operator, 'k', values, hasVariables).undecided !== undefined
  for (const operator of [
    'DateLessThan',
    'IpAddress',
    'BinaryEquals',
    'StringEqualsIgnoreCase',
    'xStringEquals',
    'BoolNot'
  ])
    assert.ok(isUndecided(operator, ['1']), operator)
  for (const text of ['x', '5x', 'x5', '5.', '.5', '1.2.3', '']) assert.ok(isUndecided('NumericEquals', [text]), text)
  for (const [operator, word] of [
    ['Null', 'x'],
    ['NullIfExists', 'true'],
    ['ForAnyValue:Null', 'true'],
    ['Bool', 'xtrue'],
    ['Bool', 'falsex'],
    ['ForAnyValue:StringEqualsIfExists', 'a'],
    ['xForAllValues:StringEquals', 'a']
  ])
    assert.ok(isUndecided(operator ?? '', [word ?? '']), `${operator} ${word}`)
  assert.ok(isUndecided('StringEquals', ['${aws:username}'], true))
  assert.not.ok(isUndecided('StringEquals', ['${aws:username}']))
  assert.not.ok(isUndecided('StringEquals', ['plain'], true))
  for (const text of ['5', '-5', '5.25', '10']) assert.not.ok(isUndecided('NumericEquals', [text]), text)
})

test.run()
