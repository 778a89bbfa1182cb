import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attributesOf, isNothing, own, unknownPaths } from '../../src/plan/value.ts'

const test = suite('values of a plan')

test('null, an empty text, zero, false, an empty list and a block of only these set nothing', () => {
  for (const value of [undefined, null, '', false, 0, [], {}, [null, { a: '' }], { a: [0], b: false }])
    assert.is(isNothing(value), true, JSON.stringify(value))
  for (const value of [' ', true, 1, -1, [1], [null, 'x'], { a: { b: 'x' } }, { a: null, b: true }])
    assert.is(isNothing(value), false, JSON.stringify(value))
})

test('the paths that are known later have the names of blocks and no places in lists', () => {
  assert.equal(unknownPaths(true), [''])
  assert.equal(unknownPaths({ id: true, arn: false, rule: [{ prefix: true, days: [true] }], tags: { a: true } }), [
    'id',
    'rule.prefix',
    'rule.days',
    'tags.a'
  ])
  for (const nothing of [false, null, undefined, 'true', {}, [], { a: false }]) assert.equal(unknownPaths(nothing), [])
})

test('a value is taken by its own name alone', () => {
  assert.is(own({ a: 1 }, 'a'), 1)
  for (const [value, name] of [
    [{}, 'toString'],
    [[1], '0'],
    ['text', 'length'],
    [null, 'a']
  ] as const)
    assert.is(own(value, name), undefined)
  assert.equal([attributesOf({ a: 1 }), attributesOf(null), attributesOf('x')], [{ a: 1 }, {}, {}])
})

test.run()
