import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bringsBack, driftsOf } from '../../src/plan/drift.ts'
import type { Plan } from '../../src/plan/plan-form.ts'

const test = suite('what changed outside, of a bucket policy')

const policy = (...sids: ReadonlyArray<string>): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: sids.map((Sid) => ({ Sid, Effect: 'Deny', Principal: '*', Action: 's3:GetBucketAcl', Resource: '*' }))
  })

const changed = (type: string, before: object, after: object | null, address = `${type}.state`) => ({
  address,
  type,
  change: { actions: ['no-op'], before, after }
})

/** The bucket read another policy back, its policy's own resource stands so, and drifted or did not. */
const plan = (live: string, own: string, drifted: boolean, name = 'a'): Plan =>
  ({
    resource_changes: [changed('aws_s3_bucket_policy', { bucket: name, policy: own }, { bucket: name, policy: own })],
    resource_drift: [
      changed('aws_s3_bucket', { id: 'a', policy: policy('Old') }, { id: 'a', policy: live }),
      ...(drifted
        ? [changed('aws_s3_bucket_policy', { bucket: 'a', policy: policy('Old') }, { bucket: 'a', policy: live })]
        : [])
    ]
  }) as unknown as Plan

const names = (of: Plan): ReadonlyArray<string> =>
  driftsOf(of).map(({ type, attributes }) => `${type} ${attributes.join()}`)

test('a policy that its own resource set is none of the bucket', () => {
  assert.equal(names(plan(policy('New'), policy('New'), false)), [])
})

test('one that was set by hand is said of its own resource', () => {
  assert.equal(names(plan(policy('New'), policy('New'), true)), ['aws_s3_bucket_policy policy'])
})

test('one that no resource knows, or that of another bucket does, is said of the bucket', () => {
  assert.equal(names(plan(policy('Strange'), policy('New'), false)), ['aws_s3_bucket policy'])
  assert.equal(names(plan(policy('New'), policy('New'), false, 'b')), ['aws_s3_bucket policy'])
})

/** The same policy as AWS may write it: its members in another order, and one text as a list of one. */
const rewritten = (text: string): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(JSON.parse(text) as Record<string, unknown>)
        .toReversed()
        .map(([key, value]) => [
          key,
          Array.isArray(value) ? value.map((one: object) => ({ ...one, Action: ['s3:GetBucketAcl'] })) : value
        ])
    )
  )

test('a document in other words changes no policy, and it does change any other attribute', () => {
  const [text, other] = [policy('New'), rewritten(policy('New'))]
  assert.is.not(text, other)
  const drifted = (type: string, name: string, to = other): ReadonlyArray<string> =>
    names({
      resource_changes: [],
      resource_drift: [changed(type, { [name]: text }, { [name]: to })]
    } as unknown as Plan)
  for (const [type, name] of [
    ['aws_iam_policy', 'policy'],
    ['aws_iam_role', 'assume_role_policy'],
    ['aws_s3_bucket', 'policy']
  ] as const) {
    assert.equal(drifted(type, name), [], name)
    assert.equal(drifted(type, name, policy('Old')), [`${type} ${name}`])
  }
  assert.equal(drifted('aws_iam_role', 'description'), ['aws_iam_role description'])
})

test('nothing written in two ways stays nothing, and what is gone is told as gone', () => {
  const drifted = (before: object, after: object | null): ReadonlyArray<string> =>
    names({ resource_changes: [], resource_drift: [changed('aws_iam_role', before, after)] } as unknown as Plan)
  assert.equal(drifted({ tags: null }, { tags: {} }), [])
  assert.equal(drifted({ tags: {} }, {}), [])
  assert.equal(drifted({ tags: { a: '1' } }, { tags: {} }), ['aws_iam_role tags'])
  assert.equal(drifted({ path: '/' }, null), ['aws_iam_role all of it: it is gone'])
})

/** A role whose trust was changed by hand, and what a plan makes of it. */
const trusted = (before: string, live: string, after: string, more: ReadonlyArray<object> = []): Plan => {
  const role = (actions: ReadonlyArray<string>, from: string, to: string) => ({
    address: 'aws_iam_role.operator',
    type: 'aws_iam_role',
    change: { actions, before: { assume_role_policy: from }, after: { assume_role_policy: to } }
  })
  return {
    resource_changes: [role(['update'], live, after), ...more],
    resource_drift: [role(['update'], before, live)]
  } as unknown as Plan
}

test('a plan brings back what changed outside where it ends at what the state has, and does nothing else', () => {
  const added = { address: 'aws_iam_role.new', change: { actions: ['create'], before: null, after: {} } }
  const imported = { address: 'aws_iam_role.old', change: { actions: ['no-op'], importing: { id: 'x' } } }
  const still = { address: 'aws_iam_role.still', change: { actions: ['no-op'], before: {}, after: {} } }
  assert.is(bringsBack(trusted('a', 'b', 'a', [still])), true)
  assert.is(bringsBack(trusted('a', 'b', 'c')), false)
  assert.is(bringsBack(trusted('a', 'b', 'a', [added])), false)
  assert.is(bringsBack(trusted('a', 'b', 'a', [imported])), false)
  assert.is(bringsBack({ ...trusted('a', 'b', 'a'), resource_drift: [] }), false)
})

test.run()
