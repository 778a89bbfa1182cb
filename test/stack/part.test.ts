import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { closed } from '../../src/diagnostics/closed.ts'
import { isPart, part } from '../../src/stack/part.ts'
import { declaration, right } from '../support/valid-blocks.ts'

const test = suite('part')

const Options = closed('{ size, name }', { size: t.number, name: t.string })
const made = (options: unknown) =>
  part('box', Options, options, ({ size, name }, { account }) => [
    { type: 'resource', labels: ['aws_box', 'one'], body: { size, account } },
    { type: 'locals', labels: ['name'], body: name },
    { type: 'import', labels: [], body: {} }
  ])

test('blocks follow from options and declaration, and each says where it comes from', () => {
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

test('all mistakes of its options are said at once, below its name', () => {
  const { blocks } = made({ size: 'big', nmae: 'a' })
  assert.equal(
    E.isLeft(blocks) && blocks.left.map((problem) => ('at' in problem ? [problem.rule, ...problem.at] : [])),
    [
      ['part-complete', 'box', 'size'],
      ['part-complete', 'box', 'name'],
      ['part-complete', 'box', 'nmae']
    ]
  )
})

test('options that change later change nothing', () => {
  const options = { size: 1, name: 'a' }
  const { blocks } = made(options)
  options.size = 2
  assert.equal(right(blocks)(declaration)[0]?.body, { size: 1, account: '029608264753' })
})

test('only what `part` made is a part, and it cannot be changed', () => {
  const real = made({ size: 1, name: 'a' })
  assert.is(isPart(real), true)
  assert.is(Object.isFrozen(real), true)
  for (const other of [{ ...real }, null, undefined, 'box', () => real, [real]]) assert.is(isPart(other), false)
})

test.run()
