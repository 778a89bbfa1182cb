import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { digestId, lockId, probeId, stackArns } from '../../src/iam/stack-names.ts'
import { called, permissionLines, permissionRows, permissions } from '../../src/review/permissions.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('what a role may do, in words')

const { declaration } = wantedOfStaging()
const arn = stackArns(declaration)
const name = called(declaration)

test('the things of a stack have names, and everything else is written out', () => {
  assert.equal(
    [arn.bucket, arn.objects, arn.stateObject, arn.lockTable, arn.keys, arn.operator, arn.automation, arn.boundary].map(
      name
    ),
    [
      ...['the bucket', 'every object of the bucket', 'the state', 'the lock table', 'any key of account and region'],
      ...['the operator role', 'the automation role', 'the permissions boundary']
    ]
  )
  assert.equal(
    [lockId, digestId, probeId].map((id) => name(id(declaration))),
    ['the lock', 'the digest', 'the probe']
  )
  assert.is(name(`${arn.bucket}x`), `\`${arn.bucket}x\``)
})

const allow = (Action: string | ReadonlyArray<string>, Resource: string | ReadonlyArray<string>, more: object = {}) =>
  ({ Effect: 'Allow', Action, Resource, ...more }) as unknown as JsonObject
const keys = (...values: ReadonlyArray<string>) => ({
  Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': values } }
})

const lines = (...statements: ReadonlyArray<JsonObject>): ReadonlyArray<string> =>
  permissionLines(permissions(statements), name)

test('each action has a line, sorted, with what it is allowed on and under what conditions', () => {
  assert.equal(
    lines(
      allow(['s3:PutObject', 's3:GetObject'], [arn.stateObject, arn.bucket]),
      allow('dynamodb:GetItem', arn.lockTable, keys(lockId(declaration), 'x')),
      { Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' }
    ),
    [
      '- `dynamodb:GetItem` on the lock table, if `ForAllValues:StringEquals` `dynamodb:LeadingKeys` is the lock, `x`',
      '- `s3:GetObject` on the bucket, the state',
      '- `s3:PutObject` on the bucket, the state'
    ]
  )
})

test('all but some actions or things, several conditions, and one that is not an object', () => {
  const but = { Effect: 'Allow', NotAction: ['a:B', 'a:C'], NotResource: 'd' } as unknown as JsonObject
  assert.equal(lines(but), ['- `any action but a:B, a:C` on `anything but d`'])
  const two = { Condition: { Bool: { a: 'true' }, StringLike: { b: ['c', 'd'], e: [] }, Odd: 'text' } }
  assert.equal(lines(allow('a:B', [], two)), [
    '- `a:B` on nothing, if `Bool` `a` is `true`; if `StringLike` `b` is `c`, `d`; if `StringLike` `e` is nothing'
  ])
})

const rowsOf = (...statements: ReadonlyArray<JsonObject>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    permissionRows(declaration, [{ statements, allowed: permissions(statements) }], name).map(
      ([what = '', cell = '']) => [what, cell]
    )
  )

test('every purpose has a row, in one order, also for a role that may do nothing', () => {
  const rows = rowsOf()
  assert.equal(Object.keys(rows), [
    ...[
      'read the settings of the bucket, and list it',
      'ask whether anything else reads, copies or moves what is stored'
    ],
    ...['tag the bucket', 'read the state', 'write the state', 'read the settings of the lock table'],
    ...['ask whether anybody else reads or copies its items', 'tag the lock table, and set its recovery window'],
    ...['read items of the lock table', 'write items of the lock table', 'delete items of the lock table'],
    ...['read about the key of the lock table', 'read about both roles', 'read about the permissions boundary']
  ])
  assert.equal([...new Set(Object.values(rows))], ['no'])
})

const READ = 'read items of the lock table'
const get = (...values: ReadonlyArray<string>) => allow('dynamodb:GetItem', arn.lockTable, keys(...values))
const deny = (more: object) => ({ Effect: 'Deny', Resource: '*', ...more }) as unknown as JsonObject

/** The policy of a role, and what its row says of reading items. */
const cells: ReadonlyArray<readonly [what: string, statements: ReadonlyArray<JsonObject>, cell: string]> = [
  ['all of them', [allow('dynamodb:GetItem', arn.lockTable)], 'yes'],
  [
    'by name, each once',
    [get(lockId(declaration), probeId(declaration)), get(probeId(declaration))],
    'yes: lock, probe'
  ],
  ['of another table', [allow('dynamodb:GetItem', [arn.lockTable, 'x'])], 'yes: on `x`'],
  [
    'by a condition that says nothing of items',
    [
      allow('dynamodb:GetItem', arn.lockTable, {
        Condition: { Null: { 'dynamodb:LeadingKeys': 'true' }, Bool: { x: 'y' } }
      })
    ],
    'yes'
  ],
  ['denied', [deny({ Action: 'dynamodb:GetItem' })], 'never'],
  ['denied by a list', [deny({ Action: ['a:B', 'dynamodb:GetItem'] })], 'never'],
  ['denied as all but others', [deny({ NotAction: ['a:B'] })], 'never'],
  ['left out of a denial', [deny({ NotAction: ['dynamodb:GetItem'] })], 'no'],
  ['denied on one thing', [deny({ Action: 'dynamodb:GetItem', Resource: 'x' })], 'no'],
  ['denied on everything and one thing', [deny({ Action: 'dynamodb:GetItem', Resource: ['*', 'x'] })], 'no'],
  ['denied under a condition', [deny({ Action: 'dynamodb:GetItem', Condition: {} })], 'no'],
  ['another action denied', [deny({ Action: 'a:B' })], 'no'],
  ['allowed and denied', [get(), deny({ Action: 'dynamodb:GetItem' })], 'yes']
]
for (const [what, statements, cell] of cells)
  test(`reading items, ${what}: ${cell}`, () => assert.is(rowsOf(...statements)[READ], cell))

test('a part of a purpose is told by what it lacks, and a purpose is denied where all of it is', () => {
  const BOUNDARY = 'read about the permissions boundary'
  const all = ['iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:ListPolicyVersions', 'iam:ListPolicyTags']
  const lacks = /^yes: without (?:`iam:\w+`(?:, )?)+; on `x`$/
  assert.match(rowsOf(allow('iam:GetPolicy', [arn.boundary, 'x']))[BOUNDARY] ?? '', lacks)
  assert.is(rowsOf(deny({ Action: ['iam:GetPolicy'] }))[BOUNDARY], 'no')
  assert.is(rowsOf(deny({ Action: all }), deny({ NotAction: ['a:B'] }))[BOUNDARY], 'never')
})

test('an action without a purpose has a row of its own, sorted, and says what it is allowed on', () => {
  const rows = rowsOf(allow(['z:Z', 'a:B'], '*'), allow('a:B', 'x'))
  assert.equal(Object.entries(rows).slice(-2), [
    ['`a:B`', 'yes: on `*`, `x`'],
    ['`z:Z`', 'yes: on `*`']
  ])
})

test.run()
