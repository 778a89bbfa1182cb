import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { dataSourceTypes, placeOf, resourceTypes } from '../../src/charter/charter.ts'
import { j70 } from '../../src/charter/j-7-0.ts'
import type { BlockType } from '../../src/terraform/block.ts'
import type { Json } from '../../src/terraform/json.ts'
import { renderedBlocks } from '../support/valid-blocks.ts'

const test = suite('charter')

const place = (type: BlockType, labels: ReadonlyArray<string>, body: Json = {}) => placeOf({ type, labels, body })

test('the place of a block is its address, and an import is placed by the address it adopts', () => {
  assert.is(place('resource', ['aws_s3_bucket', 'state']), 'aws_s3_bucket.state')
  assert.is(place('data', ['aws_caller_identity', 'current']), 'data.aws_caller_identity.current')
  assert.is(place('import', [], { to: 'aws_s3_bucket.state', id: 'x' }), 'import aws_s3_bucket.state')
  assert.is(place('import', [], 'x'), 'import')
  assert.is(place('moved', [], { from: 'a.b', to: 'aws_s3_bucket.state' }), 'moved aws_s3_bucket.state')
})

test('no block takes the place of another kind of block', () => {
  assert.is.not(place('resource', ['local', 'operator_policy']), 'local.operator_policy')
  assert.is.not(place('import', ['x'], { to: 'aws_s3_bucket.state' }), 'import aws_s3_bucket.state')
  assert.is.not(place('locals', ['x'], { to: 'aws_s3_bucket.state' }), 'import aws_s3_bucket.state')
})

test('J.7.0 lists exactly the blocks of a valid stack, each once', () => {
  assert.equal([...j70.blocks.keys()].toSorted(), renderedBlocks.map(placeOf).toSorted())
})

test('every block has a purpose in words', () => {
  for (const [where, { purpose }] of j70.blocks) assert.match(purpose, /^[a-z][^.]+$/, where)
})

test('the types that it lists', () => {
  assert.equal([...dataSourceTypes(j70)], ['aws_caller_identity'])
  assert.is(resourceTypes(j70).size, 12)
  for (const type of resourceTypes(j70)) assert.match(type, /^aws_(s3_bucket|dynamodb_table|iam_(role|policy))/)
})

test.run()
