import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accessIn } from '../../src/access/access-in-file.ts'
import { accessEntries } from '../../src/access/entries.ts'
import { accessSentences, toldText } from '../../src/access/sentences.ts'
import { accessOutside, plannedAccess } from '../../src/plan/access-in-plan.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { emittedStaging } from '../support/wanted.ts'
import { planIn, rawSample, sample, sampleNames } from './sample.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const test = suite('who may do what by a plan')

const { declaration, text } = emittedStaging()

const told = (name: string, of: 'planned' | 'outside' = 'planned'): ReadonlyArray<string> => {
  const { before, after } = (of === 'planned' ? plannedAccess : accessOutside)(sample(name), declaration)
  return accessSentences(before, after).map(toldText)
}

const bucket = 'arn:aws:s3:::zenthea-staging-eu-tfstate'
const account = '111122223333'

test('a plan without changes has the access of the file, role by role and statement by statement', () => {
  const { before, after } = plannedAccess(sample('no-change'), declaration)
  assert.equal(accessEntries(before, accessIn(JSON.parse(text) as JsonObject)), [])
  assert.equal(before, after)
})

test('a policy with one action and one resource more, which the boundary still denies', () => {
  assert.equal(told('iam-change'), [
    `widens: the policy of the automation role would now allow s3:GetObject, s3:PutObject on ${bucket}/*; another policy still denies it`
  ])
})

test('a trust policy with one principal more', () => {
  assert.equal(told('trust-change'), [
    `widens: arn:aws:iam::${account}:role/SomebodyElse may now become the automation role`
  ])
})

test('a bucket policy that no longer denies: whom it kept from what', () => {
  const [line = '', ...others] = told('bucket-policy-change')
  assert.equal(others, [])
  for (const action of ['s3:DeleteObjectVersion', 's3:PutBucketVersioning', 's3:PutReplicationConfiguration'])
    assert.match(line, action)
  assert.match(line, `any other principal of the account ${account}`)
})

test('no change, and a change of tags, give and take nothing; nor does what a role reads back after the first apply', () => {
  for (const name of ['no-change', 'tag-change', 'default-tag-change', 'drift-of-tags', 'refresh-only']) {
    assert.equal(told(name), [], name)
    assert.equal(told(name, 'outside'), [], name)
  }
})

test('a change by hand in AWS, and what the plan does about it', () => {
  const outside = told('drift-of-iam', 'outside')
  assert.ok(
    outside.includes(
      `widens: any other principal of the account ${account}, anybody without credentials, arn:aws:iam::${account}:role/ZentheaStagingPlanner may now become the automation role, as far as the other statements let it`
    )
  )
  assert.ok(
    outside.some((line) =>
      line.startsWith('widens: the policy of the automation role would now allow any action on any resource')
    )
  )
  const planned = told('drift-of-iam')
  assert.ok(
    planned.includes(
      `narrows: any other principal of the account ${account}, any principal of any other account, anybody without credentials may no longer become the automation role, unless another statement allows it`
    )
  )
})

test('a document that is not known yet may widen, and is not shown as one that ends', () => {
  const lines = told('unknown')
  assert.ok(lines.length > 0)
  for (const line of lines) assert.match(line, /^may widen: .*a document that is known only after apply/)
})

test('new roles are told by who may become them', () => {
  assert.equal(told('first-apply'), [
    'widens: the roles are new: the REVIEW.md beside the file says all that they may do',
    `widens: arn:aws:iam::${account}:role/ZentheaStagingPlanner may now become the automation role`,
    `widens: arn:aws:iam::${account}:user/operators/* may now become the operator role, as far as its own account lets it, if aws:MultiFactorAuthAge is less than 3600 and aws:MultiFactorAuthPresent is true`
  ])
})

/** The plan `no-change` in which AWS answers something else for roles than before, and the file is the same. */
const drifted = (
  type: string,
  edit: (values: Raw) => void,
  names: ReadonlyArray<string> = ['automation']
): ReadonlyArray<string> => {
  const raw = structuredClone(rawSample('no-change')) as Raw
  raw.resource_drift = structuredClone(
    raw.resource_changes.filter((one: Raw) => one.type === type && names.includes(one.name))
  )
  for (const { change } of raw.resource_drift) edit(change.after)
  const { before, after } = accessOutside(planIn(raw), declaration)
  return accessSentences(before, after).map(toldText)
}

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess'

test('a managed policy attached by hand, and a boundary taken away by hand, widen', () => {
  const attached = drifted('aws_iam_role', (values) => {
    values.managed_policy_arns = [admin]
  })
  assert.ok(attached.some((line) => line.startsWith('may widen: ') && line.includes(`the managed policy ${admin}`)))
  const bare = drifted('aws_iam_role', (values) => {
    values.permissions_boundary = ''
  })
  assert.ok(bare.some((line) => line.startsWith('widens: the permissions boundary would now allow')))
})

test('a policy in the list of one role is told of that role, and of the other not', () => {
  const list = 'aws_iam_role_policy_attachments_exclusive'
  const attach = (values: Raw): void => {
    values.policy_arns = [admin]
  }
  const lines = drifted(list, attach)
  assert.ok(lines.length > 0)
  for (const line of lines) assert.match(line, /^may widen: (?!.*operator role).*automation role/)
  const [, both = ''] = drifted(list, attach, ['automation', 'operator'])
  assert.match(
    both,
    /^may widen: it may be that the policy of the automation role and the policy of the operator role would now allow any action on any resource; another policy still denies it;/
  )
})

test('every sample of a plan can be told', () => {
  for (const name of sampleNames)
    for (const view of ['planned', 'outside'] as const) assert.ok(Array.isArray(told(name, view)))
})

test.run()
