import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isStack, stack } from '../../src/stack/stack.ts'
import { partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'

const test = suite('stack')

test('a stack holds what it was given, unjudged, and cannot be changed', () => {
  const parts = partsWith(validOptions)
  const made = stack(validDeclaration, parts)
  assert.is(made.declaration, validDeclaration)
  assert.is(made.parts, parts)
  assert.is(Object.isFrozen(made), true)
  assert.throws(() => Object.assign(made, { parts: [] }), TypeError)
})

test('only what `stack` made is one', () => {
  const made = stack(validDeclaration, [])
  assert.is(isStack(made), true)
  for (const other of [{ ...made }, null, undefined, 'stack', () => made, [made], Promise.resolve(made)])
    assert.is(isStack(other), false)
})

test.run()
