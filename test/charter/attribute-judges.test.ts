import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { j70 } from '../../src/charter/j-7-0.ts'
import { judgePlan } from '../../src/plan/judge-plan.ts'
import { consistent, planIn, rawSample, subjectOf } from '../plan/sample.ts'
import { type Judge, attributeJudges } from '../support/attribute-judges.ts'
import { changed } from '../support/changed.ts'
import { foreignSettings } from '../support/foreign-settings.ts'
import { type BlockSchema, providerSchema } from '../support/provider-schema.ts'

const test = suite('every setting that AWS may fill in')

/** The types of the phase: `aws_s3_bucket`, `data.aws_caller_identity`. */
const types = [
  ...new Set([...j70.blocks.keys()].flatMap((place) => /^((?:data\.)?aws_[a-z0-9_]+)\./.exec(place)?.[1] ?? []))
].toSorted()

const schemaOf = (type: string): BlockSchema =>
  (type.startsWith('data.') ? providerSchema.data_source_schemas[type.slice(5)] : providerSchema.resource_schemas[type])
    ?.block ?? {}

const computed = ({ attributes = {}, block_types = {} }: BlockSchema, at = ''): ReadonlyArray<string> => [
  ...Object.entries(attributes).flatMap(([name, { optional, computed: isComputed }]) =>
    optional === true && isComputed === true ? [at + name] : []
  ),
  ...Object.entries(block_types).flatMap(([name, { block }]) => computed(block, `${at}${name}.`))
]

test('the phase has thirteen types, and each has rows for what is optional and computed and for its blocks, and no other', () => {
  assert.is(types.length, 13)
  assert.equal(Object.keys(attributeJudges).toSorted(), types)
  for (const type of types) {
    const schema = schemaOf(type)
    const ids = type.startsWith('data.') ? ['id'] : []
    assert.equal(
      Object.keys(attributeJudges[type] ?? {}).toSorted(),
      [...new Set([...ids, ...computed(schema), ...Object.keys(schema.block_types ?? {})])].toSorted(),
      type
    )
  }
})

const rows = Object.entries(attributeJudges).flatMap(([type, row]) =>
  Object.entries(row).map(([name, judge]): readonly [string, string, Judge] => [type, name, judge])
)

test('a finding that a row names is one that a changed bucket or table provokes', () => {
  const provoked = new Set(foreignSettings.flatMap(({ refusedBy }) => refusedBy))
  const named = rows.flatMap(([type, name, judge]) =>
    'preflight' in judge ? [[`${type}.${name}`, judge.preflight]] : []
  )
  assert.ok(named.length > 30)
  assert.equal(
    named.filter(([, rule = '']) => !provoked.has(rule)),
    []
  )
})

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

/** What refuses the real plan without changes once its resources of a type have another value there, before and after. */
const refusalsWith = (type: string, path: ReadonlyArray<string | number>, value: unknown): ReadonlyArray<string> => {
  const raw = structuredClone(rawSample('no-change')) as Raw
  const found: ReadonlyArray<Raw> = raw.resource_changes.filter((one: Raw) => one.type === type)
  assert.ok(found.length > 0, type)
  for (const { change } of found)
    for (const side of ['before', 'after']) change[side] = changed(change[side], path, value)
  return judgePlan(subjectOf(planIn(consistent(raw)))).flatMap(({ outcome, rule }) =>
    outcome === 'failed' ? [rule] : []
  )
}

for (const [type, name, judge] of rows)
  if ('plan' in judge)
    test(`${judge.plan} refuses a plan in which ${type} keeps another ${name}`, () => {
      const path = (judge.at ?? name).split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
      assert.ok(refusalsWith(type, path, judge.refuses).includes(judge.plan))
    })

/** What preflight lets pass, as the provider reads it: the guard has nothing against it either. */
const harmless: ReadonlyArray<readonly [type: string, name: string, value: unknown]> = [
  ['aws_s3_bucket', 'acceleration_status', 'Suspended'],
  ['aws_s3_bucket', 'request_payer', 'BucketOwner'],
  [
    'aws_s3_bucket',
    'lifecycle_rule',
    [
      {
        abort_incomplete_multipart_upload_days: 7,
        enabled: true,
        expiration: [],
        id: 'uploads',
        noncurrent_version_expiration: [],
        noncurrent_version_transition: [],
        prefix: '',
        tags: {},
        transition: []
      }
    ]
  ],
  ['aws_s3_bucket', 'lifecycle_rule', [{ enabled: false, expiration: [{ days: 1 }], id: 'off' }]],
  ['aws_s3_bucket', 'replication_configuration', [{ role: 'x', rules: [{ id: 'off', status: 'Disabled' }] }]],
  ['aws_s3_bucket_versioning', 'versioning_configuration.0.mfa_delete', 'Disabled'],
  ['aws_dynamodb_table', 'on_demand_throughput', [{ max_read_request_units: -1, max_write_request_units: -1 }]],
  ['aws_dynamodb_table', 'table_class', 'STANDARD']
]
for (const [type, name, value] of harmless)
  test(`a plan in which ${type} keeps ${name} as preflight lets it pass is refused by nothing`, () => {
    const path = name.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    assert.equal(refusalsWith(type, path, value), [])
  })

/** What preflight refuses, as the provider reads it: the guard would not let it pass either. */
const harmful: ReadonlyArray<readonly [type: string, name: string, value: unknown]> = [
  ['aws_s3_bucket', 'acceleration_status', 'Enabled'],
  ['aws_s3_bucket', 'cors_rule', [{ allowed_methods: ['GET'], allowed_origins: ['*'] }]],
  ['aws_s3_bucket', 'grant', [{ id: '', permissions: ['READ'], type: 'Group', uri: 'AllUsers' }]],
  ['aws_s3_bucket', 'lifecycle_rule', [{ abort_incomplete_multipart_upload_days: 7, expiration: [{ days: 1 }] }]],
  ['aws_s3_bucket', 'lifecycle_rule', [{ enabled: true, id: 'x' }]],
  ['aws_s3_bucket', 'lifecycle_rule', [{ abort_incomplete_multipart_upload_days: 7, transition: [{ days: 1 }] }]],
  [
    'aws_s3_bucket',
    'lifecycle_rule',
    [
      { enabled: false, expiration: [{ days: 1 }] },
      { enabled: true, expiration: [{ days: 1 }] }
    ]
  ],
  ['aws_s3_bucket', 'lifecycle_rule', [{ abort_incomplete_multipart_upload_days: 7, expiration: [{ days: 1 }] }]],
  ['aws_s3_bucket', 'replication_configuration', [{ role: 'x', rules: [] }]],
  ['aws_s3_bucket', 'replication_configuration', [{ rules: [{ status: 'Disabled' }, { status: 'Enabled' }] }]],
  ['aws_s3_bucket', 'logging', [{ target_bucket: 'another-bucket', target_prefix: '' }]],
  ['aws_s3_bucket', 'object_lock_enabled', true],
  ['aws_s3_bucket', 'request_payer', 'Requester'],
  ['aws_s3_bucket', 'website', [{ index_document: 'index.html' }]],
  ['aws_s3_bucket_versioning', 'versioning_configuration.0.mfa_delete', 'Enabled'],
  ['aws_dynamodb_table', 'on_demand_throughput', [{ max_read_request_units: 1, max_write_request_units: -1 }]],
  ['aws_dynamodb_table', 'table_class', 'STANDARD_INFREQUENT_ACCESS'],
  ['aws_dynamodb_table', 'stream_view_type', 'NEW_IMAGE'],
  ['aws_dynamodb_table', 'ttl', [{ attribute_name: 'Expires', enabled: true }]]
]
for (const [type, name, value] of harmful)
  test(`a plan in which ${type} keeps ${name} ${JSON.stringify(value)} is refused`, () => {
    const path = name.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    assert.equal(refusalsWith(type, path, value), ['plan-nothing-more'])
  })

test.run()
