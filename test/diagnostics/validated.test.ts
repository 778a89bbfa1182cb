import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { type Validated, all, allOf, invalid, unless } from '../../src/diagnostics/validated.ts'

const test = suite('validated')

const wrong = (rule: string): Diagnostic => ({
  rule,
  clause: 'J.7.0 §4',
  at: [rule],
  expected: 'a',
  actual: 'b',
  remedy: 'Do.'
})
const lost: Diagnostic = {
  rule: 'stack-loads',
  clause: 'J.7.0 §4',
  source: 'stacks/a.ts',
  place: undefined,
  expected: 'a',
  actual: 'b',
  remedy: 'Do.'
}
const [a, b, c] = [wrong('a'), wrong('b'), lost]

test('a list of values, or all problems in their order', () => {
  assert.equal(all([E.right(1), E.right(2)]), E.right([1, 2]))
  assert.equal(all([]), E.right([]))
  const mixed: ReadonlyArray<Validated<number>> = [invalid(a), E.right(1), E.left([b, c])]
  assert.equal(all(mixed), E.left([a, b, c]))
})

test('a record of values, or all problems of all its fields', () => {
  assert.equal(allOf({ x: E.right(1), y: E.right('z') }), E.right({ x: 1, y: 'z' }))
  const found = allOf({ x: invalid(a), y: E.right(1), z: E.left([b, c] as const) })
  assert.equal(E.isLeft(found) && new Set(found.left), new Set([a, b, c]))
})

test('a value, unless there are problems about it', () => {
  assert.equal(unless([], 1), E.right(1))
  assert.equal(unless([a, b], 1), E.left([a, b]))
})

test.run()
