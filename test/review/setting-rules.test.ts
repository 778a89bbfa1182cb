import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { durationText } from '../../src/review/duration.ts'
import { byRule, shown } from '../../src/review/setting-rules.ts'
import type { Json } from '../../src/terraform/json.ts'

const test = suite('what a review says of one value')

type Ends = readonly [applier: string, apply: string, clause: string]
const inPlace = (clause: string): Ends => ['bootstrap principal', 'updated in place', clause]
const byOperator = (clause: string): Ends => ['operator role', 'updated in place', clause]
const inTofu = (clause: string): Ends => ['anybody who plans', 'nothing changes in AWS', clause]
const replaced = (clause: string): Ends => ['nobody', 'refused as a replacement', clause]
const another: Ends = ['nobody', 'refused: it would be another state', 'J.7.0 §3.4']

const said = (path: string, before: Json | undefined, after: Json | undefined) => {
  const found = byRule({ path: path.split('.'), before, after })
  return found && [found.turn, found.sentence, found.applier, found.apply, found.clause]
}

type Row = readonly [
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  turn: string,
  sentence: string,
  ends: Ends
]
const table = 'resource.aws_dynamodb_table.lock'
const access = 'resource.aws_s3_bucket_public_access_block.state'
const moved = (path: string, ends: Ends, turn = 'moves'): Row => [
  path,
  'a',
  'b',
  turn,
  `${path} is "b" instead of "a"`,
  ends
]
const on = (path: string, value: Json, ends: Ends): ReadonlyArray<Row> => {
  const address = path.replace(/^resource\./, '')
  return [
    [path, 'x', value, 'narrows', `the protection ${address} is on`, ends],
    [path, value, 'x', 'widens', `the protection ${address} is off`, ends],
    [path, value, undefined, 'widens', `the protection ${address} is off`, ends]
  ]
}

/** Each value that has a rule, by its path, and what is said of a change. */
const rows: ReadonlyArray<Row> = [
  [
    'provider.aws.default_tags.tags.Owner',
    'a',
    'b',
    'moves',
    'the tag Owner of everything is "b" instead of "a"',
    inPlace('J.7.0 §3.1')
  ],
  [
    'resource.aws_s3_bucket.state.tags.Owner',
    undefined,
    'b',
    'moves',
    'the tag Owner of aws_s3_bucket.state is "b"; it was not there',
    byOperator('J.7.0 §5')
  ],
  [
    `${table}.tags.Owner`,
    'a',
    undefined,
    'moves',
    'the tag Owner of aws_dynamodb_table.lock was "a" and is gone',
    byOperator('J.7.0 §5')
  ],
  [
    'resource.aws_iam_role.operator.max_session_duration',
    3600,
    5400,
    'widens',
    'a session of the operator role may last 1 hour 30 minutes instead of 1 hour',
    inPlace('J.7.0 §7')
  ],
  [
    'resource.aws_iam_role.operator.max_session_duration',
    5400,
    3600,
    'narrows',
    'a session of the operator role may last 1 hour instead of 1 hour 30 minutes',
    inPlace('J.7.0 §7')
  ],
  [
    'resource.aws_iam_role.operator.max_session_duration',
    '1',
    3600,
    'may widen',
    'resource.aws_iam_role.operator.max_session_duration is 3600 instead of "1"',
    inPlace('J.7.0 §7')
  ],
  [
    `${table}.point_in_time_recovery.recovery_period_in_days`,
    35,
    1,
    'widens',
    'the lock table can be restored to the last 1 day instead of 35 days',
    byOperator('J.6.2 §7')
  ],
  [
    `${table}.point_in_time_recovery.recovery_period_in_days`,
    1,
    35,
    'narrows',
    'the lock table can be restored to the last 35 days instead of 1 day',
    byOperator('J.6.2 §7')
  ],
  ...on('resource.aws_s3_bucket.state.lifecycle.prevent_destroy', true, inTofu('J.6.2 §7')),
  ...on(`${table}.point_in_time_recovery.enabled`, true, byOperator('J.6.2 §7')),
  ...on(`${table}.deletion_protection_enabled`, true, inPlace('J.6.2 §7')),
  ...on(`${table}.server_side_encryption.enabled`, true, inPlace('J.6.2 §7')),
  ...['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].flatMap((name) =>
    on(`${access}.${name}`, true, inPlace('J.7.0 §7'))
  ),
  ...on('resource.aws_s3_bucket_versioning.state.versioning_configuration.status', 'Enabled', inPlace('J.6.2 §7')),
  ...on(
    'resource.aws_s3_bucket_ownership_controls.state.rule.object_ownership',
    'BucketOwnerEnforced',
    inPlace('J.7.0 §7')
  ),
  ...on('terraform.backend.s3.encrypt', true, inTofu('J.7.0 §3.2')),
  ...['terraform.required_version', 'terraform.required_providers.aws.version'].map((path) =>
    moved(path, inTofu('J.7.0 §4'))
  ),
  ...['bucket', 'dynamodb_table', 'key', 'region'].map((name) => moved(`terraform.backend.s3.${name}`, another)),
  ...[
    'aws_iam_role.operator.name',
    'aws_iam_role.operator.path',
    'aws_iam_policy.boundary.name',
    'aws_iam_policy.boundary.description',
    'aws_s3_bucket.state.bucket',
    'aws_dynamodb_table.lock.name'
  ].map((path) => moved(`resource.${path}`, replaced('J.6.2 §7'))),
  ...[
    'aws_s3_bucket_policy.state.bucket',
    'aws_dynamodb_table.lock.hash_key',
    'aws_iam_role_policy.operator.name',
    'aws_iam_role_policies_exclusive.operator.role_name'
  ].map((path) => moved(`resource.${path}`, replaced('J.6.2 §7'), 'may widen')),
  moved(
    'resource.aws_s3_bucket_server_side_encryption_configuration.state.rule.apply_server_side_encryption_by_default.sse_algorithm',
    inPlace('J.7.0 §3.2'),
    'may widen'
  ),
  ...['provider.aws.region', 'provider.aws.allowed_account_ids.0', 'terraform.backend.s3.allowed_account_ids.0'].map(
    (path) => moved(path, another)
  ),
  ...['import.12.id', 'import.aws_s3_bucket.state.id'].map((path) =>
    moved(path, ['bootstrap principal', 'adopted as it is found', 'J.7.0 §5'])
  )
]
for (const [path, before, after, turn, sentence, ends] of rows)
  test(`${path}: ${sentence}`, () => assert.equal(said(path, before, after), [turn, sentence, ...ends]))

/** Rules that hold for every path with that end. */
const byEnd = /\.lifecycle\.prevent_destroy$|\.sse_algorithm$/

test('a value beside one that has a rule, by a longer path or another name, has none', () => {
  for (const path of new Set(rows.map(([one]) => one))) {
    const longer = [`${path}.x`, ...(byEnd.test(path) ? [] : [`x.${path}`])]
    const others = /\.tags\.|\.(?:prevent_destroy|sse_algorithm)$|_public_/.test(path) ? [] : [`${path}x`]
    for (const other of [...longer.filter((one) => !/\.tags\./.test(one) || one.startsWith('x')), ...others])
      assert.is(said(other, 'a', 'b'), undefined, other)
  }
  for (const path of [
    'import..id',
    'import.aws_.state.id',
    'resource.aws_iam_role..name',
    `${table}.tags.`,
    'provider.aws.default_tags.tags.'
  ])
    assert.is(said(path, 'a', 'b'), undefined, path)
})

test('a name that one side lacks, or that is a template, nothing or no text, may widen', () => {
  for (const other of [undefined, '', '${x}', 'a-%{if x}', 1, ['a']])
    for (const [before, after] of [
      ['a', other],
      [other, 'a']
    ] as const)
      assert.is(said('terraform.backend.s3.key', before, after)?.[0], 'may widen', JSON.stringify(other))
  for (const plain of ['a$', '{x}', '%', '$ {x}'])
    assert.is(said('terraform.backend.s3.key', 'a', plain)?.[0], 'moves', plain)
})

test('an empty block and an empty list are shown in words, all else as JSON', () => {
  const values = [{}, [], { a: 1 }, [1], 'x', '', 0, false]
  assert.equal(values.map(shown), ['an empty block', 'an empty list', '{"a":1}', '[1]', '"x"', '""', '0', 'false'])
})

test('seconds in words: each unit once, in the singular where it is one', () => {
  const words = {
    0: '0 seconds',
    1: '1 second',
    59: '59 seconds',
    60: '1 minute',
    3600: '1 hour',
    3661: '1 hour 1 minute 1 second',
    7325: '2 hours 2 minutes 5 seconds',
    43_200: '12 hours'
  }
  for (const [seconds, text] of Object.entries(words)) assert.is(durationText(Number(seconds)), text)
})

test.run()
