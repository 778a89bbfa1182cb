import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgePlan } from '../../src/plan/judge-plan.ts'
import type { PlanSubject } from '../../src/plan/rule.ts'
import { line6 } from '../support/provider-line-6.ts'
import { consistent, planIn, rawSample, subjectOf } from './sample.ts'

const test = suite('a plan of line 6 of the provider, as its documents say that it is')

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const REGION = 'eu-central-1'
const ACCOUNT = '111122223333'

const isRegional = (type: string): boolean => 'region' in (line6(type)?.attributes ?? {})

/** What the documents of line 6 name each resource by. */
const identityOf = ({ type, change }: Raw): Raw => {
  const { bucket, role, name, arn } = change.after ?? {}
  if (type.startsWith('aws_s3_')) return { account_id: ACCOUNT, region: REGION, bucket }
  if (type === 'aws_iam_role_policy') return { account_id: ACCOUNT, role, name }
  if (type === 'aws_iam_role') return { account_id: ACCOUNT, name }
  return type === 'aws_iam_policy' ? { arn } : undefined
}

/** A real plan of 5.100.0 with all that line 6 adds to it. */
const ofLine6 = (change: (raw: Raw) => void = () => {}): PlanSubject => {
  const raw = structuredClone(rawSample('no-change')) as Raw
  raw.configuration.provider_config.aws.version_constraint = '6.66.0'
  for (const one of raw.resource_changes) {
    const { before, after } = one.change
    for (const side of [before, after].filter((values) => values !== null && isRegional(one.type))) {
      side.region = REGION
      if (one.type === 'aws_s3_bucket') Object.assign(side, { bucket_region: REGION, bucket_namespace: 'global' })
      if (one.type === 'aws_dynamodb_table')
        side.warm_throughput = [{ read_units_per_second: 12000, write_units_per_second: 4000 }]
      if (one.type === 'aws_s3_bucket_server_side_encryption_configuration')
        side.rule[0].blocked_encryption_types = ['SSE-C']
    }
    const identity = identityOf(one)
    if (identity !== undefined) Object.assign(one.change, { before_identity: identity, after_identity: identity })
  }
  change(raw)
  const subject = subjectOf(planIn(consistent(raw)))
  const versions = {
    ...subject.declaration.versions,
    awsProvider: '6.66.0' as typeof subject.declaration.versions.awsProvider,
    acceptedProof: 'checked against its schema, not run' as const
  }
  return {
    ...subject,
    declaration: { ...subject.declaration, versions },
    emitted: { ...subject.emitted, providerVersion: '6.66.0' }
  }
}

const refusals = (subject: PlanSubject): ReadonlyArray<string> =>
  judgePlan(subject).flatMap(({ outcome, actual }) => (outcome === 'failed' ? [actual] : []))

/** Changes the values of one resource, which were so before and stay so. */
const having = (address: string, change: (values: Raw) => void): PlanSubject =>
  ofLine6((raw) => {
    const { before, after } = raw.resource_changes.find((one: Raw) => one.address === address).change
    for (const side of [before, after]) change(side)
  })

test('what line 6 adds is known', () => {
  assert.equal(refusals(ofLine6()), [])
})

test('the same is refused of a stack that pins line 5', () => {
  const raw = structuredClone(rawSample('no-change')) as Raw
  for (const { change } of raw.resource_changes.filter(({ type }: Raw) => type === 'aws_dynamodb_table'))
    for (const side of [change.before, change.after]) side.region = REGION
  assert.equal(refusals(subjectOf(planIn(consistent(raw)))), [
    'aws_dynamodb_table.lock would keep region, which the file does not write'
  ])
})

const regional = (rawSample('no-change') as Raw).resource_changes.filter(({ type }: Raw) => isRegional(type))
for (const { address } of regional)
  test(`${address} in another region than the declared one is refused`, () => {
    const said = refusals(having(address, (values) => (values.region = 'us-east-1')))
    assert.ok(said.includes(`${address} would keep region, which the file does not write`), said.join('; '))
  })

/** Values of the new attributes that are not those of a resource as AWS makes it, and an attribute of a later release. */
const strange: ReadonlyArray<readonly [address: string, at: string, value: unknown]> = [
  ['aws_s3_bucket.state', 'bucket_region', 'us-east-1'],
  ['aws_s3_bucket.state', 'bucket_namespace', 'account-regional'],
  ['aws_s3_bucket.state', 'bucket_replicas', 'two'],
  ['aws_dynamodb_table.lock', 'warm_throughput', [{ read_units_per_second: 90000, write_units_per_second: 4000 }]],
  ['aws_dynamodb_table.lock', 'global_table_witness', [{ region_name: 'us-east-1' }]],
  ['aws_dynamodb_table.lock', 'restore_backup_arn', 'a backup'],
  ['aws_s3_bucket_public_access_block.state', 'skip_destroy', true],
  ['aws_iam_policy.boundary', 'delay_after_policy_creation_in_ms', 1],
  ['aws_iam_role.operator', 'region', REGION]
]
for (const [address, name, value] of strange)
  test(`${name} of ${address}, ${JSON.stringify(value)}, is refused`, () => {
    assert.equal(refusals(having(address, (values) => (values[name] = value))), [
      `${address} would keep ${name}, which the file does not write`
    ])
  })

test('other refused encryptions than those that S3 refuses by itself are refused', () => {
  const at = 'aws_s3_bucket_server_side_encryption_configuration.state'
  assert.equal(refusals(having(at, (values) => (values.rule[0].blocked_encryption_types = ['NONE']))), [
    `${at} would keep rule.blocked_encryption_types, which the file does not write`
  ])
})

test('an identity of another account is refused', () => {
  const said = refusals(
    ofLine6((raw) => {
      const { change } = raw.resource_changes.find(({ type }: Raw) => type === 'aws_s3_bucket')
      change.after_identity = { ...change.after_identity, account_id: '999999999999' }
    })
  )
  assert.equal(said, ['aws_s3_bucket.state: another account_id in its identity'])
})

test.run()
