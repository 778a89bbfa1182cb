import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { block, dataSource, reference, resource } from '../../../src/stack/parts/block.ts'
import type { Part } from '../../../src/stack/part.ts'
import type { BlockType } from '../../../src/terraform/block.ts'
import type { Value } from '../../../src/terraform/expression.ts'
import { declaration, jsonOf, right } from '../../support/valid-blocks.ts'

const test = suite('generic blocks')

const json = (part: Part): unknown => jsonOf(right(part.blocks)(declaration))
const refused = (part: Part): ReadonlyArray<string> =>
  E.isRight(part.blocks) ? [] : part.blocks.left.map((problem) => (problem.at ?? []).join('.'))

test('any block, resource or data source, as its author wrote it', () => {
  assert.equal(json(block('module', ['network'], { source: './network' })), {
    module: { network: { source: './network' } }
  })
  assert.equal(json(resource('aws_s3_bucket', 'logs', {})), { resource: { aws_s3_bucket: { logs: {} } } })
  assert.equal(json(dataSource('aws_region', 'here', {})), { data: { aws_region: { here: {} } } })
})

test('text is text, and only a reference is one', () => {
  const body = { a: '${file("x")}', b: reference('aws_s3_bucket.state', 'id') }
  assert.equal(json(resource('aws_s3_bucket', 'logs', body)), {
    resource: { aws_s3_bucket: { logs: { a: '$${file("x")}', b: '${aws_s3_bucket.state.id}' } } }
  })
})

test('labels are names in ASCII, so that every tool reads them alike', () => {
  assert.equal(refused(block('locals', ['a-b_2', '_c'], 1)), [])
  for (const label of ['1a', 'a.b', 'a b', 'é', '', '-a', 'a\n', '${a}', '//', 7 as unknown as string])
    assert.equal(refused(block('locals', [label], 1)), ['block.labels.0'], label)
})

test('a type that OpenTofu does not know, no labels, no body: all at once', () => {
  const nothing = undefined as unknown
  assert.equal(refused(block('action' as BlockType, nothing as [], nothing as Value)), [
    'block.type',
    'block.labels',
    'block.body'
  ])
  for (const type of ['toString', '__proto__', 'Resource', ''])
    assert.equal(refused(block(type as BlockType, [], {})), ['block.type'])
})

test.run()
