import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { rowOf } from '../../../src/commands/guard/change-text.ts'
import type { ResourceChange } from '../../../src/plan/plan-form.ts'

const test = suite('one change of a plan as a line')

type Given = Partial<ResourceChange['change']> & { readonly previous?: string }

const rows = ({ previous, ...change }: Given) =>
  rowOf({
    address: 'aws_s3_bucket.state',
    mode: 'managed',
    type: 'aws_s3_bucket',
    name: 'state',
    provider_name: 'registry.opentofu.org/hashicorp/aws',
    ...(previous === undefined ? {} : { previous_address: previous }),
    change: {
      actions: ['no-op'],
      before: null,
      after: null,
      after_unknown: false,
      before_sensitive: false,
      after_sensitive: false,
      ...change
    }
  })
const row = (given: Given) => rows(given).map(({ sign, colour, what }) => [sign, colour, ...what])[0]
const update = (before: unknown, after: unknown, more: Given = {}) =>
  row({ actions: ['update'], before: { a: before }, after: { a: after }, ...more })?.slice(2)

test('each action has its sign and its colour, and says what becomes of the thing', () => {
  const made = { before: { name: 'old', kept: 1 }, after: { name: 'new', kept: 2 }, replace_paths: [['name']] }
  const forced = 'name: old → new'
  for (const [actions, ...expected] of [
    [['create'], '+', 'green', 'new'],
    [['delete'], '-', 'red', 'would be deleted'],
    [['forget'], '.', 'red', 'would stay in AWS and leave the state'],
    [['read'], '<=', 'cyan', 'would be read only while applying']
  ] as const)
    assert.equal(row({ actions }), expected)
  assert.equal(row({ ...made, actions: ['delete', 'create'] }), ['-/+', 'red', forced])
  assert.equal(row({ ...made, actions: ['create', 'delete'] }), ['+/-', 'red', forced])
  assert.equal(row({ actions: ['update'], before: { a: 1 }, after: { a: 2 } }), ['~', 'yellow', 'a: 1 → 2'])
  assert.equal(row({ actions: ['invent'] as never }), ['?', 'red'])
})

test('a thing that stays has no line, unless it is taken over or renamed', () => {
  assert.equal(rows({}), [])
  assert.equal(row({ importing: { id: 'zenthea' } }), ['import', 'cyan', 'adopts zenthea'])
  assert.equal(row({ importing: {} }), ['import', 'cyan', 'adopts ?'])
  assert.equal(row({ previous: 'aws_s3_bucket.old' }), ['moved', 'cyan', 'was aws_s3_bucket.old'])
  assert.equal(row({ importing: { id: 'a' }, previous: 'b', actions: ['update'], before: { x: 1 }, after: { x: 2 } }), [
    'import moved ~',
    'yellow',
    'adopts a',
    'was b',
    'x: 1 → 2'
  ])
})

test('a new thing is called by its name, its bucket or its role, each cut after 48 characters', () => {
  for (const key of ['name', 'bucket', 'role_name'])
    assert.equal(row({ actions: ['create'], after: { [key]: 'x'.repeat(48) } })?.[2], `new: ${'x'.repeat(48)}`)
  assert.equal(
    row({ actions: ['create'], after: { name: 'y'.repeat(49) } })?.[2],
    `new: ${'y'.repeat(48)}… (1 characters more)`
  )
  assert.equal(row({ actions: ['create'], after: { name: 7, bucket: 'b' } })?.[2], 'new: b')
  assert.equal(row({ importing: { id: 'z'.repeat(49) } })?.[2], `adopts ${'z'.repeat(48)}… (1 characters more)`)
})

test('values are shown up to 48 characters; none, empty, sensitive and unknown ones by a word', () => {
  assert.equal(update('x'.repeat(48), 'y'.repeat(49)), [`a: ${'x'.repeat(48)} → ${'y'.repeat(48)}…`])
  assert.equal(update(null, ''), ['a: (none) → ""'])
  assert.equal(update([1], { b: 'c' }), ['a: [1] → {"b":"c"}'])
  assert.equal(update('old', 'new', { before_sensitive: { a: true } }), ['a: (sensitive) → new'])
  assert.equal(update('old', null, { after_unknown: { a: true } }), ['a: old → (known after apply)'])
})

test('a policy is not shown in a line: the sentences below the table say what it gives', () => {
  for (const path of ['policy', 'assume_role_policy']) {
    const change = { actions: ['update'] satisfies Given['actions'], before: { [path]: '{}' }, after: { [path]: '[]' } }
    assert.equal(row(change)?.slice(2), [`${path}: another document, see below`])
    assert.equal(row({ ...change, after: {}, after_unknown: { [path]: true } })?.slice(2), [
      `${path}: another document (known after apply)`
    ])
  }
})

test('of a replaced thing the attributes are told that force it, also those below them', () => {
  const change = { actions: ['delete', 'create'] as const, before: { a: { b: 1 }, c: 1 }, after: { a: { b: 2 }, c: 2 } }
  const told = (paths: unknown): unknown => row({ ...change, replace_paths: paths } as never)?.slice(2)
  assert.equal(told([['a', 'b']]), ['a.b: 1 → 2'])
  assert.equal(told([['c'], ['a']]), ['a.b: 1 → 2', 'c: 1 → 2'])
  assert.equal(told(['c']), [])
  assert.equal(told(undefined), [])
})

test.run()
