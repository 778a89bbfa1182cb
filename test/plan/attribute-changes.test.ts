import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attributeChanges } from '../../src/plan/attribute-changes.ts'
import type { Change } from '../../src/plan/plan-form.ts'
import { changesOf } from '../../src/plan/plan-form.ts'
import { sample } from './sample.ts'

const test = suite('changed attributes')

const update = (before: unknown, after: unknown, more: Partial<Change> = {}) =>
  attributeChanges({ actions: ['update'], before, after, ...more })

const value = (of: unknown) => ({ _tag: 'Value', value: of }) as const

test('those of a real change of a tag, without the repetition in tags_all', () => {
  const change = changesOf(sample('tag-change')).find(({ address }) => address === 'aws_s3_bucket.state')?.change
  assert.equal(change === undefined ? [] : attributeChanges(change), [
    { path: 'force_destroy', before: value(null), after: value(false) },
    { path: 'tags.Purpose', before: value('OpenTofu state'), after: value('State of OpenTofu') }
  ])
})

test('tags_all is told where tags does not say it', () => {
  const before = { tags: { A: '1' }, tags_all: { A: '1', B: '1' } }
  const after = { tags: { A: '2' }, tags_all: { A: '2', B: '2' } }
  assert.equal(
    update(before, after).map(({ path }) => path),
    ['tags.A', 'tags_all.B']
  )
})

test('a block of one is looked into, a list is not', () => {
  assert.equal(update({ block: [{ a: 1, b: 2 }] }, { block: [{ a: 1, b: 3 }] }), [
    { path: 'block.b', before: value(2), after: value(3) }
  ])
  assert.equal(update({ list: ['a'] }, { list: ['a', 'b'] }), [
    { path: 'list', before: value(['a']), after: value(['a', 'b']) }
  ])
})

test('a value that is known only afterwards, though nothing is there in its place', () => {
  assert.equal(update({ id: 'x', name: 'n' }, { name: 'n' }, { after_unknown: { id: true } }), [
    { path: 'id', before: value('x'), after: { _tag: 'KnownAfterApply' } }
  ])
})

test('a sensitive value is never given, wherever its mark stands', () => {
  const sensitive = { _tag: 'Sensitive' } as const
  const sides = [{ a: { b: 'secret-before' } }, { a: { b: 'secret-after' } }] as const
  for (const mark of [true, { a: true }, { a: { b: true } }])
    assert.equal(update(...sides, { before_sensitive: mark, after_sensitive: mark }), [
      { path: 'a.b', before: sensitive, after: sensitive }
    ])
  assert.equal(update({ a: ['x'] }, { a: ['y', 'z'] }, { after_sensitive: { a: [false, true] } }), [
    { path: 'a', before: value(['x']), after: sensitive }
  ])
  assert.equal(update({ a: 'x' }, { a: null }, { before_sensitive: { a: true }, after_unknown: { a: true } }), [
    { path: 'a', before: sensitive, after: { _tag: 'KnownAfterApply' } }
  ])
})

test.run()
