import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { BlockType, RenderedBlock } from '../../src/terraform/block.ts'
import { configuration, toJson } from '../../src/terraform/configuration.ts'
import { type Json, canonical } from '../../src/terraform/json.ts'
import { renderedBlocks } from '../support/valid-blocks.ts'

const test = suite('configuration')

const block = (
  type: BlockType,
  labels: ReadonlyArray<string>,
  body: Json = {},
  ...refersTo: ReadonlyArray<string>
): RenderedBlock => ({
  type,
  labels,
  body,
  refersTo,
  at: [type, ...labels]
})

const found = (...blocks: ReadonlyArray<RenderedBlock>): ReadonlyArray<string> => {
  const made = configuration(blocks)
  return E.isRight(made)
    ? []
    : made.left.map((problem) => `${problem.rule} ${(problem.at ?? []).join('.')}: ${problem.expected}`)
}

const bucket = block('resource', ['aws_s3_bucket', 'state'])

test('an address may stand once', () => {
  assert.equal(
    found(bucket, block('resource', ['aws_s3_bucket', 'other']), block('data', ['aws_s3_bucket', 'state'])),
    []
  )
  assert.equal(found(bucket, bucket), ['addresses-unique resource.aws_s3_bucket.state: aws_s3_bucket.state once'])
  assert.equal(found(block('terraform', []), block('terraform', [])), ['addresses-unique terraform: terraform once'])
  assert.equal(found(block('import', []), block('import', [])), [])
})

test('the third one is a problem too', () => {
  assert.is(found(bucket, bucket, bucket).length, 2)
})

test('a reference leads to a block, before it or after it', () => {
  const policy = block('resource', ['aws_s3_bucket_policy', 'state'], {}, 'aws_s3_bucket.state', 'local.policy')
  assert.equal(found(policy, bucket, block('locals', ['policy'])), [])
  assert.equal(found(policy, block('locals', ['state'])), [
    'references-resolve resource.aws_s3_bucket_policy.state: aws_s3_bucket.state in the same stack, since aws_s3_bucket_policy.state refers to it',
    'references-resolve resource.aws_s3_bucket_policy.state: local.policy in the same stack, since aws_s3_bucket_policy.state refers to it'
  ])
})

test('both are said at once', () => {
  assert.is(found(bucket, bucket, block('import', [], {}, 'aws_s3_bucket.other')).length, 2)
})

test('labels nest, imports are a list, blocks without labels are themselves', () => {
  const blocks = [
    block('terraform', [], { required_version: '1' }),
    block('resource', ['aws_a', 'one'], { n: 1 }),
    block('resource', ['aws_a', 'two'], { n: 2 }),
    block('resource', ['aws_b', 'one'], { n: 3 }),
    block('locals', ['p'], { n: 4 }),
    block('import', [], { to: 'aws_b.one', id: 'b' }),
    block('import', [], { to: 'aws_a.one', id: 'a' })
  ]
  assert.equal(toJson({ blocks }), {
    terraform: { required_version: '1' },
    resource: { aws_a: { one: { n: 1 }, two: { n: 2 } }, aws_b: { one: { n: 3 } } },
    locals: { p: { n: 4 } },
    import: [
      { to: 'aws_a.one', id: 'a' },
      { to: 'aws_b.one', id: 'b' }
    ]
  })
})

test('no empty group is written: OpenTofu would miss its label', () => {
  assert.equal(toJson({ blocks: [] }), {})
})

test('names that JavaScript knows are labels like others', () => {
  const odd = ['__proto__', 'constructor', 'toString']
  const json = toJson({ blocks: odd.map((name) => block('resource', [name, name], { name })) })
  assert.equal(
    JSON.stringify(json),
    `{"resource":{${odd.map((name) => `"${name}":{"${name}":{"name":"${name}"}}`).join(',')}}}`
  )
})

test('the order of blocks changes no byte', () => {
  const bytes = canonical(toJson({ blocks: renderedBlocks }))
  const order = fc.shuffledSubarray([...renderedBlocks], { minLength: renderedBlocks.length })
  const orders = fc.sample(order, { seed: 20260306, numRuns: 100 })
  assert.ok(new Set(orders.map((blocks) => blocks.map(({ at }) => at.join('.')).join())).size > 90, 'the orders differ')
  for (const blocks of orders) assert.is(canonical(toJson({ blocks })), bytes)
})

test.run()
