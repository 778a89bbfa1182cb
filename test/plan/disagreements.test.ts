import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { disagreements } from '../../src/plan/disagreements.ts'
import type { Json } from '../../src/terraform/json.ts'
import { sample, subjectOf } from './sample.ts'

const test = suite('where a plan is not what the file writes')

const sides = subjectOf(sample('no-change'))
const compared = (written: Json, after: unknown, unknown: unknown = {}): ReadonlyArray<string> =>
  disagreements(sides, written, after, unknown, '')

test('texts, numbers and truth values are exact', () => {
  assert.equal(compared({ a: 'x', b: 1, c: true }, { a: 'x', b: 1, c: true, d: 'more' }), [])
  assert.equal(compared({ a: 'x', b: 1, c: true, d: 'x' }, { a: 'X', b: '1', c: 'true' }), ['a', 'b', 'c', 'd'])
})

test('a block is a list of one, a map is itself and no more', () => {
  assert.equal(compared({ block: { a: 1 } }, { block: [{ a: 1, b: 2 }] }), [])
  assert.equal(compared({ block: { a: 1 } }, { block: [{ a: 2 }] }), ['block.a'])
  assert.equal(compared({ block: { a: 1 } }, { block: [] }), ['block'])
  assert.equal(compared({ block: { a: 1 } }, { block: [{ a: 1 }, { a: 1 }] }), ['block'])
  assert.equal(compared({ tags: { a: 'x' } }, { tags: { a: 'x', b: 'y' } }), ['tags.b'])
})

test('a list has no order, and no more or less than is written', () => {
  assert.equal(compared({ list: ['a', 'b'] }, { list: ['b', 'a'] }), [])
  for (const other of [['a'], ['a', 'c'], ['a', 'b', 'c'], 'a', null])
    assert.equal(compared({ list: ['a', 'b'] }, { list: other }), ['list'])
})

test('a reference stands for the value of the other resource', () => {
  const written = { bucket: '${aws_s3_bucket.state.id}' }
  assert.equal(compared(written, { bucket: 'zenthea-staging-eu-tfstate' }), [])
  assert.equal(compared(written, { bucket: 'another' }), ['bucket'])
  assert.equal(compared({ bucket: '${aws_s3_bucket.state.nothing}' }, {}), ['bucket'])
})

test('an expression that is not read agrees with nothing', () => {
  assert.equal(compared({ a: '${var.x}' }, { a: '${var.x}' }), ['a'])
})

test('what is not known yet is another rule’s to judge', () => {
  assert.equal(compared({ a: 'x', block: { b: 1 } }, { block: [{}] }, { a: true, block: [{ b: true }] }), [])
})

test.run()
