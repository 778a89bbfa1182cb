import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { iamDifferences } from '../../src/plan/iam-difference.ts'
import { changesOf } from '../../src/plan/plan-form.ts'
import { sample } from './sample.ts'

const test = suite('what changes of IAM give and take')

const told = (name: string, of: 'planned' | 'outside' = 'planned'): ReadonlyArray<string> => {
  const plan = sample(name)
  return iamDifferences(plan, of === 'planned' ? changesOf(plan) : (plan.resource_drift ?? [])).flatMap(
    ({ address, document, difference: { gained, lost, unread } }) => [
      `${address} ${document}`,
      ...gained.map(({ action, resource, principal }) => `+ ${action} ${resource} ${principal}`.trim()),
      ...lost.map(({ action, resource, principal }) => `- ${action} ${resource} ${principal}`.trim()),
      ...unread
    ]
  )
}

const bucket = 'arn:aws:s3:::zenthea-staging-eu-tfstate'

test('a policy with one action and one resource more: three accesses more', () => {
  assert.equal(told('iam-change'), [
    'aws_iam_role_policy.automation policy',
    `+ s3:GetObject ${bucket}/*`,
    `+ s3:PutObject ${bucket}/*`,
    `+ s3:PutObject ${bucket}/111122223333/staging/eu/terraform.tfstate`
  ])
})

test('a trust policy with one principal more', () => {
  assert.equal(told('trust-change'), [
    'aws_iam_role.automation assume_role_policy',
    '+ sts:AssumeRole  arn:aws:iam::111122223333:role/SomebodyElse'
  ])
})

test('a bucket policy that no longer denies: all of it gained', () => {
  const lines = told('bucket-policy-change')
  assert.is(lines[0], 'aws_s3_bucket_policy.state policy')
  assert.is(lines.filter((line) => line.startsWith('+')).length, 8 * 2)
  assert.is(lines.length, 1 + 8 * 2)
  assert.ok(lines.includes(`+ s3:DeleteObjectVersion ${bucket}/* anyone`))
})

test('no change, and a change of tags, give and take nothing; nor does what a role reads back after the first apply', () => {
  for (const name of ['no-change', 'tag-change', 'default-tag-change', 'drift-of-tags']) {
    assert.equal(told(name), [], name)
    assert.equal(told(name, 'outside'), [], name)
  }
})

test('what somebody did in AWS, and what the plan does about it', () => {
  const planner = 'arn:aws:iam::111122223333:role/ZentheaStagingPlanner'
  assert.equal(told('drift-of-iam', 'outside'), [
    'aws_iam_role.automation assume_role_policy',
    '+ sts:AssumeRole  anyone',
    `- sts:AssumeRole  ${planner}`,
    'aws_iam_role.automation the policy extra in it',
    '+ * *'
  ])
  assert.equal(told('drift-of-iam'), [
    'aws_iam_role.automation assume_role_policy',
    `+ sts:AssumeRole  ${planner}`,
    '- sts:AssumeRole  anyone'
  ])
})

test('a document that is not known yet is not shown as one that ends', () => {
  assert.equal(told('unknown'), ['aws_iam_role_policy.automation policy', 'a document that is known only after apply'])
})

test('new documents are new', () => {
  const plan = sample('first-apply')
  assert.equal(
    iamDifferences(plan, changesOf(plan)).map(({ address, isNew }) => [address, isNew]),
    [
      ['aws_iam_policy.boundary', true],
      ['aws_iam_role.automation', true],
      ['aws_iam_role.operator', true],
      ['aws_iam_role_policy.automation', true],
      ['aws_iam_role_policy.operator', true]
    ]
  )
})

test.run()
