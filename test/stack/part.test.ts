import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { closed } from '../../src/diagnostics/closed.ts'
import { isPart, part } from '../../src/stack/part.ts'
import { declaration, right } from '../support/valid-blocks.ts'
import { shown } from '../../src/diagnostics/shown.ts'
import { type Stack, isStack, stack } from '../../src/stack/stack.ts'
import { type SurfaceFunction, surface } from '../../src/stack/surface.ts'
import {
  type PartName,
  partsWith,
  problemsOf,
  validDeclaration,
  validOptions,
  validSource
} from '../support/valid-stack.ts'

const test = suite('stack and part')

const Options = closed('{ size, name }', { size: t.number, name: t.string })
type BoxOptions = t.TypeOf<typeof Options>
const made = (options: unknown) =>
  part('box', Options, [options as BoxOptions], ({ size, name }, { account }) => [
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

/** A function of the surface, as JavaScript without types would call it. */
const untyped = (call: SurfaceFunction) => call as (...args: ReadonlyArray<unknown>) => unknown

const told = (parts: ReadonlyArray<unknown>, ...others: ReadonlyArray<unknown>) =>
  problemsOf([
    { source: validSource, stack: E.right(untyped(stack)(validDeclaration, parts, ...others) as Stack) }
  ]).map(({ rule, at, actual }) => [rule, at, actual])

test('no part takes an argument beside its options', () => {
  const functions = Object.values(surface).flatMap((one) => Object.entries(one))
  const makers = functions.filter(([name]) => Object.hasOwn(validOptions, name))
  assert.is(makers.length, Object.keys(validOptions).length)
  for (const [name, call] of makers) {
    const options = validOptions[name as PartName]
    const others = partsWith(validOptions).filter((one) => one.name !== name)
    assert.equal(told([...others, untyped(call)(options)]), [])
    for (const more of [{ deletionProtection: false }, undefined])
      assert.equal(told([...others, untyped(call)(options, more)]), [
        ['part-complete', [name], `one argument more, ${shown(more)}`]
      ])
  }
})

test('no block takes an argument beside its body', () => {
  const parts = partsWith(validOptions)
  for (const [name, args] of [
    ['block', ['resource', ['aws_sns_topic', 'one'], {}]],
    ['resource', ['aws_sns_topic', 'one', {}]],
    ['dataSource', ['aws_region', 'one', {}]]
  ] as const) {
    const call = untyped(surface['zenthea-foundation/block']?.[name] as SurfaceFunction)
    assert.equal(told([...parts, call(...args, 1)]), [['part-complete', ['block'], 'one argument more, 1']], name)
  }
})

test('a stack takes no argument beside its declaration and its parts', () => {
  assert.equal(told(partsWith(validOptions), { x: 1 }), [['part-complete', [], 'one argument more, {"x":1}']])
  assert.equal(told(partsWith(validOptions)), [])
})

test.run()
