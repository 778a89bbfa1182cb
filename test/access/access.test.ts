import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Access, distinctAccess, partitionOf } from '../../src/access/access.ts'

const test = suite('who may do what, each thing once')

const role = (name: string, of: object = {}): Access['roles'][number] => ({
  name,
  arn: `arn:aws:iam::111122223333:role/${name}`,
  policies: [{ Statement: [name] }],
  ...of
})
const bucket = (name: string, policy?: string): Access['buckets'][number] => ({
  arn: `arn:aws:s3:::${name}`,
  account: '111122223333',
  policy
})
const distinct = (roles: Access['roles'], buckets: Access['buckets'] = []): Access =>
  distinctAccess({ partition: 'aws', roles, buckets })

test('roles and buckets stand in the order of their ARNs, and what stands once stays as it is', () => {
  const [a, b] = [role('a', { boundary: 'one', trust: 'two' }), role('b')]
  assert.equal(distinct([b, a], [bucket('y', 'p'), bucket('x')]), {
    partition: 'aws',
    roles: [a, b],
    buckets: [bucket('x'), bucket('y', 'p')]
  })
})

test('a role that stands twice has the policies of both, and one boundary and trust where they agree', () => {
  const first = role('a', { boundary: { b: 1, c: [2] }, trust: 'same' })
  const second = role('a', { policies: ['more'], boundary: { c: [2], b: 1 }, trust: 'same' })
  assert.equal(distinct([first, second]).roles, [{ ...first, policies: [{ Statement: ['a'] }, 'more'] }])
})

test('where two differ, or one of them says nothing, no reader can decide it', () => {
  const told = (one: object, other: object) => distinct([role('a', one), role('a', other)]).roles[0]
  assert.is(told({ boundary: 'x' }, { boundary: 'y' })?.boundary, 'one of 2 documents: ["x","y"]')
  assert.is(told({ trust: 'x' }, {})?.trust, 'one of 2 documents: ["x",null]')
  assert.is(told({}, { trust: 'x' })?.trust, 'one of 2 documents: [null,"x"]')
  assert.is(told({}, {})?.trust, undefined)
  const three = distinct([], [bucket('x', 'p'), bucket('x', 'p'), bucket('x', 'q')]).buckets
  assert.equal(three, [bucket('x', 'one of 3 documents: ["p","p","q"]')])
  assert.equal(distinct([], [bucket('x', 'p'), bucket('x', 'p')]).buckets, [bucket('x', 'p')])
})

test('the partition of a region', () => {
  assert.equal(['eu-central-1', 'eusc-de-east-1', 'us-eusc-1', 'eusc'].map(partitionOf), [
    'aws',
    'aws-eusc',
    'aws',
    'aws'
  ])
})

test.run()
