import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { closed } from '../../src/diagnostics/closed.ts'
import { isPart, part } from '../../src/stack/part.ts'
import { declaration, right } from '../support/valid-blocks.ts'
import { isStack, stack } from '../../src/stack/stack.ts'
import { partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'

const test = suite('stack and part')

const Options = closed('{ size, name }', { size: t.number, name: t.string })
type BoxOptions = t.TypeOf<typeof Options>
const made = (options: unknown) =>
  part('box', Options, options as BoxOptions, ({ size, name }, { account }) => [
    { type: 'resource', labels: ['aws_box', 'one'], body: { size, account } },
    { type: 'locals', labels: ['name'], body: name },
    { type: 'import', labels: [], body: {} }
  ])

test('part: blocks follow from options and declaration, and each says where it comes from', () => {
  assert.equal(right(made({ size: 1, name: 'a' }).blocks)(declaration), [
    {
      type: 'resource',
      labels: ['aws_box', 'one'],
      body: { size: 1, account: '029608264753' },
      at: ['box', 'aws_box', 'one']
    },
    { type: 'locals', labels: ['name'], body: 'a', at: ['box', 'locals', 'name'] },
    { type: 'import', labels: [], body: {}, at: ['box', 'import'] }
  ])
})

test('part: all mistakes of its options are said at once, below its name', () => {
  const { blocks } = made({ size: 'big', nmae: 'a' })
  assert.equal(E.isLeft(blocks) && blocks.left.map((problem) => [problem.rule, ...(problem.at ?? [])]), [
    ['part-complete', 'box', 'size'],
    ['part-complete', 'box', 'name'],
    ['part-complete', 'box', 'nmae']
  ])
})

test('part: options that change later change nothing', () => {
  const options = { size: 1, name: 'a' }
  const { blocks } = made(options)
  options.size = 2
  assert.equal(right(blocks)(declaration)[0]?.body, { size: 1, account: '029608264753' })
})

test('part: only what `part` made is a part, and it cannot be changed', () => {
  const real = made({ size: 1, name: 'a' })
  assert.is(isPart(real), true)
  assert.is(Object.isFrozen(real), true)
  for (const other of [{ ...real }, null, undefined, 'box', () => real, [real]]) assert.is(isPart(other), false)
})

test('stack: a stack holds what it was given, unjudged, and cannot be changed', () => {
  const parts = partsWith(validOptions)
  const made = stack(validDeclaration, parts)
  assert.is(made.declaration, validDeclaration)
  assert.is(made.parts, parts)
  assert.is(Object.isFrozen(made), true)
  assert.throws(() => Object.assign(made, { parts: [] }), TypeError)
})

test('stack: only what `stack` made is one', () => {
  const made = stack(validDeclaration, partsWith(validOptions))
  assert.is(isStack(made), true)
  for (const other of [{ ...made }, null, undefined, 'stack', () => made, [made], Promise.resolve(made)])
    assert.is(isStack(other), false)
})

test.run()
