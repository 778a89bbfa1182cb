import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Declaration } from '../../src/declaration/declaration.ts'
import { unwritten } from '../../src/plan/unwritten.ts'
import { declaration } from '../support/valid-blocks.ts'

/** What a resource would have that the file does not write. What is let through here is in AWS and in no review. */
const test = suite('attributes that no file writes')

const ofLine = (line: 5 | 6): Declaration =>
  ({
    ...declaration,
    versions: { ...declaration.versions, awsProvider: line === 5 ? '5.100.0' : '6.66.0' }
  }) as Declaration
const left = (type: string, after: object, line: 5 | 6 = 5, written: object = {}): ReadonlyArray<string> =>
  unwritten(ofLine(line), type, written, after)

const grant = (changes: object = {}) => ({ type: 'CanonicalUser', permissions: ['FULL_CONTROL'], id: 'x', ...changes })
const uploads = {
  abort_incomplete_multipart_upload_days: 7,
  enabled: true,
  id: 'x',
  prefix: '',
  tags: {},
  expiration: []
}
const replication = (...statuses: ReadonlyArray<string>) => [
  { role: 'x', rules: statuses.map((status) => ({ status })) }
]

type Row = readonly [type: string, path: string, taken: ReadonlyArray<unknown>, refused: ReadonlyArray<unknown>]

/** Source: the documents of the provider's resources, and Amazon S3's and DynamoDB's of what a new one has. */
const line5: ReadonlyArray<Row> = [
  ['aws_dynamodb_table', 'arn', ['x'], [5]],
  ['aws_dynamodb_table', 'id', ['x'], [5]],
  ['aws_dynamodb_table', 'tags_all', [{ a: 'b' }], []],
  ['aws_dynamodb_table', 'table_class', ['STANDARD'], ['STANDARD_INFREQUENT_ACCESS']],
  [
    'aws_dynamodb_table',
    'on_demand_throughput',
    [[{ max_read_request_units: -1, max_write_request_units: -1 }], [{ max_read_request_units: null }]],
    [[{ max_read_request_units: 1, max_write_request_units: -1 }], [{ max_read_request_units: -2 }], 'none']
  ],
  ['aws_dynamodb_table', 'stream_arn', [], ['x']],
  ['aws_dynamodb_table', 'replica', [], [[{ region_name: 'us-east-1' }]]],
  ['aws_iam_policy', 'arn', ['x'], [5]],
  ['aws_iam_policy', 'policy_id', ['x'], [5]],
  ['aws_iam_policy', 'create_date', [], ['x']],
  ['aws_iam_role', 'arn', ['x'], [5]],
  ['aws_iam_role', 'create_date', ['x'], [5]],
  ['aws_iam_role', 'unique_id', ['x'], [5]],
  ['aws_iam_role', 'inline_policy', [[{ name: 'x' }]], []],
  ['aws_iam_role', 'managed_policy_arns', [['x']], []],
  ['aws_iam_role', 'permissions_boundary', [], ['x']],
  ['aws_s3_bucket', 'acceleration_status', ['Suspended'], ['Enabled']],
  ['aws_s3_bucket', 'arn', ['x'], [5]],
  ['aws_s3_bucket', 'bucket_domain_name', ['x'], [5]],
  [
    'aws_s3_bucket',
    'bucket_regional_domain_name',
    ['zenthea-integration-tfstate.s3.eu-north-1.amazonaws.com'],
    ['zenthea-integration-tfstate.s3.eu-west-1.amazonaws.com', 'other.s3.eu-north-1.amazonaws.com', 5]
  ],
  [
    'aws_s3_bucket',
    'grant',
    [[grant()], [grant({ uri: '' })]],
    [
      [grant(), grant({ type: 'Group' })],
      [grant({ type: 'Group' })],
      [grant({ permissions: ['READ'] })],
      [grant({ permissions: ['FULL_CONTROL', 'READ'] })],
      'owner'
    ]
  ],
  ['aws_s3_bucket', 'hosted_zone_id', ['x'], [5]],
  [
    'aws_s3_bucket',
    'lifecycle_rule',
    [[uploads], [{ enabled: false, expiration: [{ days: 1 }] }], [uploads, { enabled: false, transition: [{}] }]],
    [
      [{ ...uploads, expiration: [{ days: 1 }] }],
      [uploads, { enabled: true, noncurrent_version_expiration: [{ days: 1 }] }],
      [{ ...uploads, abort_incomplete_multipart_upload_days: null }],
      [{ enabled: true }],
      'none'
    ]
  ],
  ['aws_s3_bucket', 'policy', ['x'], []],
  ['aws_s3_bucket', 'region', ['eu-north-1'], ['eu-west-1', 5]],
  [
    'aws_s3_bucket',
    'replication_configuration',
    [replication('Disabled'), replication('Disabled', 'Disabled')],
    [replication('Enabled'), replication('Disabled', 'Enabled'), replication(), [{ role: 'x' }], 'none']
  ],
  ['aws_s3_bucket', 'request_payer', ['BucketOwner'], ['Requester']],
  ['aws_s3_bucket', 'server_side_encryption_configuration', [[{ rule: [] }]], []],
  ['aws_s3_bucket', 'versioning', [[{ enabled: true }]], []],
  ['aws_s3_bucket', 'website', [], [[{ index_document: 'x' }]]],
  ['aws_s3_bucket', 'logging', [], [[{ target_bucket: 'x' }]]],
  ['aws_s3_bucket', 'cors_rule', [], [[{ allowed_origins: ['*'] }]]],
  ['aws_s3_bucket_versioning', 'mfa', [], ['x']],
  ['aws_s3_bucket_policy', 'constructor', [], ['x']],
  ['aws_other', 'arn', [], ['x']]
]

const region = [
  'ownership_controls',
  'policy',
  'public_access_block',
  'server_side_encryption_configuration',
  'versioning'
]

/** What line 6 adds. Source: the provider's guide "Enhanced Region Support", and its documents of these resources. */
const line6: ReadonlyArray<Row> = [
  ...region.map((name): Row => [`aws_s3_bucket_${name}`, 'region', ['eu-north-1'], ['eu-west-1', 5]]),
  ['aws_dynamodb_table', 'region', ['eu-north-1'], ['eu-west-1']],
  [
    'aws_dynamodb_table',
    'warm_throughput',
    [[{ read_units_per_second: 12000, write_units_per_second: 4000 }]],
    [
      [{ read_units_per_second: 12001, write_units_per_second: 4000 }],
      [{ read_units_per_second: 12000, write_units_per_second: 4001 }],
      []
    ].filter((value) => value.length > 0)
  ],
  ['aws_s3_bucket', 'bucket_namespace', ['global'], ['account-regional']],
  ['aws_s3_bucket', 'bucket_region', ['eu-north-1'], ['eu-west-1']]
]

const judged = (rows: ReadonlyArray<Row>, line: 5 | 6): void => {
  for (const [type, name, taken, refused] of rows)
    test(`line ${line}: ${name} of ${type}`, () => {
      for (const value of taken) assert.equal(left(type, { [name]: value }, line), [], JSON.stringify(value))
      for (const value of refused) assert.equal(left(type, { [name]: value }, line), [name], JSON.stringify(value))
    })
}
judged(line5, 5)
judged(line5, 6)
judged(line6, 6)
judged(
  line6.map(([type, name, taken, refused]): Row => [type, name, [], [...taken, ...refused]]),
  5
)

test('what stands in a block of the file is judged by its whole path', () => {
  for (const [type, written, inner, taken, refused] of [
    ['aws_dynamodb_table', 'server_side_encryption', 'kms_key_arn', 'x', 5],
    ['aws_s3_bucket_versioning', 'versioning_configuration', 'mfa_delete', 'Disabled', 'Enabled']
  ] as const) {
    const after = (value: unknown) => ({ [written]: [{ [inner]: value }] })
    assert.equal(left(type, after(taken), 5, { [written]: {} }), [])
    assert.equal(left(type, after(refused), 5, { [written]: {} }), [`${written}.${inner}`])
    assert.equal(left(type, after(taken), 5), [written], 'a block that the file does not have')
    assert.equal(left(type, { [inner]: taken }), [inner], 'the same name elsewhere')
  }
  const blocked = { rule: [{ blocked_encryption_types: ['SSE-C'] }] }
  const type = 'aws_s3_bucket_server_side_encryption_configuration'
  assert.equal(left(type, blocked, 6, { rule: {} }), [])
  assert.equal(left(type, blocked, 5, { rule: {} }), ['rule.blocked_encryption_types'])
  assert.equal(left(type, { rule: [{ blocked_encryption_types: ['NONE'] }] }, 6, { rule: {} }), [
    'rule.blocked_encryption_types'
  ])
})

test('what the file writes is judged elsewhere, and a list of several or a map has no block in it', () => {
  assert.equal(left('aws_s3_bucket', { website: 'x', tags: { a: 'b' } }, 5, { website: 'y', tags: {} }), [])
  assert.equal(left('aws_s3_bucket', { rule: [{ a: 'x' }, { a: 'x' }] }, 5, { rule: {} }), [])
  assert.equal(left('aws_s3_bucket', { rule: [{ a: 'x' }] }, 5, { rule: [{}] }), [])
  assert.equal(left('aws_s3_bucket', { rule: [{ a: 'x' }] }, 5, { rule: {} }), ['rule.a'])
})

test('an attribute that sets nothing is none, in any of the forms that providers give back', () => {
  for (const value of [null, '', 0, false, [], {}, [null], [{ a: null, b: [''] }], { a: { b: 0 } }])
    assert.equal(left('aws_s3_bucket', { website: value }), [], JSON.stringify(value))
  for (const value of [1, -1, true, 'x', [0, 1], [{ a: null, b: ['x'] }], { a: { b: true } }])
    assert.equal(left('aws_s3_bucket', { website: value }), ['website'], JSON.stringify(value))
})

test.run()
