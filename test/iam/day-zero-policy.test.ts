import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { charactersTooMany, dayZeroPolicy } from '../../src/iam/day-zero-policy.ts'
import { type Names, production, staging } from '../support/access-matrix/names.ts'
import { type AskedCall, firstRefusedUnder, lessened, refusedUnder, requestOf } from '../support/day-zero/proof.ts'
import { simulate } from '../support/simulate.ts'
import { wantedOfStaging } from '../support/wanted.ts'

/** Measured: `npm run test:e2e -- day-zero-policy` records a day 0 and fails where this list says anything else. */
const recorded = readFileSync(new URL('../support/day-zero/calls.json', import.meta.url), 'utf8')
const calls = JSON.parse(recorded) as ReadonlyArray<AskedCall>

/** The same calls about the other stack, whose names are those of staging in other words. */
const callsOf = (names: Names): ReadonlyArray<AskedCall> =>
  JSON.parse(
    recorded
      .replaceAll(staging.key, names.key)
      .replaceAll(staging.account, names.account)
      .replaceAll(staging.bucket, names.bucket)
      .replaceAll(staging.table, names.table)
      .replaceAll(staging.operator, names.operator)
      .replaceAll(staging.automation, names.automation)
      .replaceAll(staging.boundary, names.boundary)
  ) as ReadonlyArray<AskedCall>

const { declaration } = wantedOfStaging()
const policy = dayZeroPolicy(declaration)

/** The declaration of the other stack, as far as the policy reads it. */
const policyOfProduction = dayZeroPolicy(
  JSON.parse(
    JSON.stringify(declaration)
      .replaceAll(staging.key, production.key)
      .replaceAll(staging.account, production.account)
      .replaceAll(staging.bucket, production.bucket)
      .replaceAll(staging.table, production.table)
      .replaceAll(staging.operator, production.operator)
      .replaceAll(staging.automation, production.automation)
      .replaceAll(staging.boundary, production.boundary)
  ) as typeof declaration
)

const test = suite('the policy of day 0')

test('every recorded call of seed, init, plan and apply is allowed', async () => {
  assert.ok(calls.length > 50)
  assert.equal([...new Set(calls.map(({ step }) => step))], ['seed', 'init', 'plan', 'apply'])
  assert.equal(await refusedUnder(policy, calls, staging), [])
})

test('it is of one stack: the calls of the other are all refused, and allowed by its own', async () => {
  const others = callsOf(production)
  assert.is((await refusedUnder(policy, others, production)).length, others.length)
  assert.equal(await refusedUnder(policyOfProduction, others, production), [])
})

for (const less of lessened(policy))
  test(`without ${less.without}, day 0 is refused a call that it makes`, () => {
    assert.is.not(firstRefusedUnder(less.policy, calls, staging), undefined)
  })

const bucket = `arn:aws:s3:::${staging.bucket}`
const role = `arn:aws:iam::${staging.account}:role/${staging.operator}`
const boundary = `arn:aws:iam::${staging.account}:policy/${staging.boundary}`
const table = `arn:aws:dynamodb:${staging.region}:${staging.account}:table/${staging.table}`
const within = { 'iam:PermissionsBoundary': boundary }
const inRegion = { 'aws:RequestedRegion': staging.region }

/** What nobody needs on day 0, though it is near to what somebody needs. */
const beyond: ReadonlyArray<readonly [what: string, action: string, resource: string, AskedCall['conditions']?]> = [
  ['a role without the boundary', 'iam:CreateRole', role],
  ['a role within another boundary', 'iam:CreateRole', role, { 'iam:PermissionsBoundary': `${boundary}2` }],
  ['another role', 'iam:CreateRole', `${role}2`, within],
  [
    'the bootstrap role itself',
    'iam:PutRolePolicy',
    `arn:aws:iam::${staging.account}:role/${staging.bootstrap}`,
    within
  ],
  ['a managed policy at a role', 'iam:AttachRolePolicy', role, within],
  ['to take the boundary away', 'iam:DeleteRolePermissionsBoundary', role, within],
  ['another boundary', 'iam:CreatePolicy', `${boundary}2`],
  ['a new version of the boundary', 'iam:CreatePolicyVersion', boundary],
  ['another trust', 'iam:UpdateAssumeRolePolicy', role],
  ['to become the operator', 'sts:AssumeRole', role],
  ['another bucket', 's3:CreateBucket', `${bucket}2`, inRegion],
  ['the bucket in another region', 's3:CreateBucket', bucket, { 'aws:RequestedRegion': 'us-east-1' }],
  ['to delete the bucket', 's3:DeleteBucket', bucket, inRegion],
  ['to delete its policy', 's3:DeleteBucketPolicy', bucket, inRegion],
  ['another object', 's3:PutObject', `${bucket}/other.tfstate`, inRegion],
  ['to delete the state', 's3:DeleteObject', `${bucket}/${staging.key}`, inRegion],
  ['an older state', 's3:GetObjectVersion', `${bucket}/${staging.key}`, inRegion],
  ['to delete the table', 'dynamodb:DeleteTable', table],
  ['a table that is not the lock', 'dynamodb:CreateTable', `${table}2`],
  ['an item of another state', 'dynamodb:PutItem', table, { 'dynamodb:LeadingKeys': 'other/state' }],
  [
    'to delete a digest',
    'dynamodb:DeleteItem',
    table,
    { 'dynamodb:LeadingKeys': `${staging.bucket}/${staging.key}-md5` }
  ],
  ['all items', 'dynamodb:Scan', table]
]
for (const [what, action, resource, conditions = {}] of beyond)
  test(`${what} is not allowed: ${action}`, async () => {
    const call: AskedCall = { step: 'seed', hasBucketPolicy: false, action, resource, conditions }
    assert.is(await simulate(requestOf(call, staging), { identity: [policy] }), 'denied')
  })

test('no action has a wildcard, and no resource but the key, which its alias narrows', () => {
  for (const { Effect, Action = [], Resource = [], Condition, NotAction, NotResource } of policy.Statement) {
    assert.is(Effect, 'Allow')
    assert.equal([NotAction, NotResource], [undefined, undefined])
    assert.not.ok(Action.some((action) => /[*?]/.test(action)))
    if (Resource.some((resource) => /[*?]/.test(resource))) {
      assert.equal(Action, ['kms:DescribeKey'])
      assert.equal(Condition, { StringEquals: { 'kms:RequestAlias': 'alias/aws/dynamodb' } })
    }
  }
})

test('it fits into a managed policy, and what does not is counted', () => {
  assert.ok(JSON.stringify(policy).length <= 6144)
  assert.is(charactersTooMany(policy), 0)
  const [first] = policy.Statement
  const long = { ...policy, Statement: [{ ...first, Sid: 'x'.repeat(6144) }] } as typeof policy
  assert.is(charactersTooMany(long), JSON.stringify(long).length - 6144)
})

test.run()
