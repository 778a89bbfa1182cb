import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { TableStatus } from '@aws-sdk/client-dynamodb'
import {
  type FoundTable,
  PASSING,
  compareTable,
  statusRemedy,
  untouchedTable
} from '../../src/backend/compare-table.ts'
import type { UndeclaredOfTable } from '../../src/outside/aws/table.port.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('each setting of a table, as AWS may answer it')

const { table } = wantedOfStaging()
const managed = 'arn:aws:kms:eu-central-1:111122223333:key/a-managed-key'
const own = 'arn:aws:kms:eu-central-1:111122223333:key/a-key-of-a-person'

const right: FoundTable = {
  settings: {
    arn: table.arn,
    status: 'ACTIVE',
    keys: ['LockID HASH'],
    attributes: ['LockID S'],
    billing: 'PAY_PER_REQUEST',
    isProtected: true,
    encryption: O.some('ENABLED'),
    encryptionKey: O.some(managed),
    replicas: [],
    hasStreamOrIndex: false,
    tableClass: 'STANDARD',
    limits: []
  },
  recovery: O.some({ days: table.recoveryDays }),
  tags: table.tags,
  managedKey: O.some(managed),
  undeclared: untouchedTable
}

const withSettings = (change: Partial<FoundTable['settings']>): FoundTable => ({
  ...right,
  settings: { ...right.settings, ...change }
})
const withoutFirst = Object.fromEntries(Object.entries(table.tags).slice(1)) as FoundTable['tags']

type Row = readonly [what: string, found: FoundTable, name: string, standing: 'unset' | 'wrong', actual: RegExp]

const rows: ReadonlyArray<Row> = [
  [
    'another region',
    withSettings({ arn: table.arn.replace('eu-central-1', 'eu-west-1') }),
    'region',
    'wrong',
    /eu-west-1/
  ],
  ['another key', withSettings({ keys: ['Id HASH'] }), 'key', 'wrong', /^Id HASH, LockID S$/],
  ['a second key', withSettings({ keys: ['LockID HASH', 'Range RANGE'] }), 'key', 'wrong', /Range RANGE/],
  ['a key that is a number', withSettings({ attributes: ['LockID N'] }), 'key', 'wrong', /LockID N/],
  ['no key', withSettings({ keys: [], attributes: [] }), 'key', 'wrong', /^$/],
  ['paid capacity', withSettings({ billing: 'PROVISIONED' }), 'billing', 'wrong', /^PROVISIONED$/],
  ['no protection', withSettings({ isProtected: false }), 'deletion protection', 'wrong', /^off$/],
  ["DynamoDB's own key", withSettings({ encryption: O.none, encryptionKey: O.none }), 'encryption', 'wrong', /own key/],
  ['encryption on its way', withSettings({ encryption: O.some('ENABLING') }), 'encryption', 'wrong', /^ENABLING$/],
  ['encryption without a key', withSettings({ encryptionKey: O.none }), 'encryption', 'wrong', /^ENABLED$/],
  ['encryption turned off', withSettings({ encryption: O.some('DISABLED') }), 'encryption', 'wrong', /^DISABLED$/],
  ['a key of a person', withSettings({ encryptionKey: O.some(own) }), 'encryption key', 'wrong', /a-key-of-a-person/],
  ['no managed key to compare with', { ...right, managedKey: O.none }, 'encryption key', 'wrong', /a-managed-key/],
  ['a replica', withSettings({ replicas: ['eu-west-1'] }), 'replicas', 'wrong', /^eu-west-1$/],
  ['a stream', withSettings({ hasStreamOrIndex: true }), 'streams and indexes', 'wrong', /a stream or an index/],
  ['another class', withSettings({ tableClass: 'STANDARD_INFREQUENT_ACCESS' }), 'storage class', 'wrong', /INFREQUENT/],
  ['a limit', withSettings({ limits: ['MaxWriteRequestUnits 1'] }), 'throughput', 'wrong', /MaxWriteRequestUnits 1/],
  ['no recovery', { ...right, recovery: O.none }, 'recovery', 'unset', /^not set$/],
  [
    'a day too few',
    { ...right, recovery: O.some({ days: table.recoveryDays - 1 }) },
    'recovery',
    'wrong',
    /^on, \d+ days$/
  ],
  ['recovery without days', { ...right, recovery: O.some({ days: undefined }) }, 'recovery', 'wrong', /does not say/],
  ['no tags', { ...right, tags: {} }, 'tags', 'unset', /^none$/],
  ['a tag too few', { ...right, tags: withoutFirst }, 'tags', 'wrong', /=/]
]

/** AWS's words for each setting that no stack declares: the one that changes nothing, and another. */
const others: Readonly<Record<UndeclaredOfTable, readonly [harmless: string, other: string]>> = {
  'contributor insights': ['DISABLED', 'ENABLED'],
  expiry: ['DISABLED', 'ENABLED on Expires'],
  'kinesis streams': ['none', 'a stream'],
  'resource policy': ['none', 'a policy']
}

const notRight = (found: FoundTable) => compareTable(table, found).filter(({ standing }) => standing !== 'right')

test('as declared, nothing differs, also with a tag of an organisation beside them', () => {
  assert.equal(notRight(right), [])
  assert.equal(notRight({ ...right, tags: { ...table.tags, 'org:owner': 'x' } }), [])
})

test('encryption that is on its way is right while the table is made', () => {
  assert.equal(notRight(withSettings({ encryption: O.some('ENABLING'), status: 'CREATING' })), [])
})

for (const [what, found, name, standing, actual] of rows)
  test(`${what}: that setting differs, and no other`, () => {
    const differs = notRight(found)
    assert.equal(
      differs.map((one) => [one.name, one.standing]),
      [[name, standing]]
    )
    assert.match(differs[0]?.actual ?? '', actual)
  })

for (const [name, [harmless, other]] of Object.entries(others))
  test(`a setting that no stack declares: ${name}`, () => {
    for (const said of [harmless, other, ''])
      assert.equal(
        notRight({ ...right, undeclared: { ...untouchedTable, [name]: said } }).map((one) => [one.name, one.actual]),
        said === harmless ? [] : [[name, said]],
        said
      )
  })

test('the two lists hold each setting that is read', () => {
  const named = [...rows.map(([, , name]) => name), ...Object.keys(others)]
  assert.equal(
    compareTable(table, right)
      .map(({ name }) => name)
      .filter((name) => !named.includes(name)),
    []
  )
})

test('each setting is shown as it is declared beside as it is, in one order', () => {
  const shown: Readonly<Record<string, string>> = {
    region: 'arn:aws:dynamodb:eu-central-1:111122223333:table/zenthea-staging-eu-tflock',
    key: 'LockID HASH, LockID S',
    billing: 'PAY_PER_REQUEST',
    'deletion protection': 'on',
    encryption: 'ENABLED, with the key alias/aws/dynamodb',
    replicas: 'none',
    'streams and indexes': 'none',
    'storage class': 'STANDARD',
    throughput: 'no limit',
    tags: 'Environment=staging, ManagedBy=zenthea-foundation, Phase=J.7.0, Purpose=OpenTofu state lock',
    recovery: 'on, 35 days',
    'encryption key': 'the key alias/aws/dynamodb',
    ...Object.fromEntries(Object.entries(others).map(([name, [harmless]]) => [name, harmless]))
  }
  const found = compareTable(table, right)
  assert.equal(
    found.map(({ name, expected }) => [name, expected]),
    Object.entries(shown)
  )
  for (const { name, actual } of found) assert.is(actual, SEEN[name] ?? shown[name], name)
})

/** What is seen of a right setting in other words than it is declared. */
const SEEN: Readonly<Record<string, string>> = { encryption: 'ENABLED', 'encryption key': 'this key' }

test('of two replicas or limits each is told', () => {
  const told = (change: Partial<FoundTable['settings']>) => notRight(withSettings(change)).map(({ actual }) => actual)
  assert.equal(told({ replicas: ['eu-west-1', 'eu-west-2'] }), ['eu-west-1, eu-west-2'])
  assert.equal(told({ limits: ['MaxReadRequestUnits 1', 'MaxWriteRequestUnits 2'] }), [
    'MaxReadRequestUnits 1, MaxWriteRequestUnits 2'
  ])
})

test('a table is waited for in each status whose way out is to wait until it is active', () => {
  const statuses = Object.values(TableStatus).filter((status) => status !== 'ACTIVE')
  assert.ok(statuses.length >= 6)
  for (const status of statuses)
    assert.is(
      PASSING.includes(status),
      statusRemedy({ name: 'a', seed: 'b' }, { ...right.settings, status }) ===
        'Wait until it is ACTIVE and run this again.',
      status
    )
})

test.run()
